/** What a subject finds in the record: a value, several, or why there is none. */
import type { Reading, Value } from '../enrolment.ts'
import type { ConditionTrace } from '../trace.ts'
import { millionths, type Whole } from './exact.ts'

/** A number is a sum of millionths over a count (1 for a single value), so that a mean stays exact. */
export type Found =
  | { kind: 'number'; sum: Whole; count: Whole; reading: Reading | undefined }
  | { kind: 'literal'; value: Value; reading: Reading | undefined }

/** Why there is no value. */
export type Missing = { kind: 'missing' } & Pick<ConditionTrace, 'found' | 'needed'> &
  Required<Pick<ConditionTrace, 'missing'>>

/** One value, the values of several readings that arrived together, or none. */
export type Finding = Found | Found[] | Missing

export const number = (sum: Whole, count: Whole = 1, reading?: Reading): Found => ({
  kind: 'number',
  sum,
  count,
  reading,
})

export const missing = (why: Missing['missing']): Missing => ({ kind: 'missing', missing: why })

export const tooFew = (found: number, needed: number): Missing => ({
  kind: 'missing',
  missing: 'too-few-readings',
  found,
  needed,
})

/** The value of one reading. */
export const single = (reading: Reading): Found =>
  typeof reading.value === 'number'
    ? { kind: 'number', sum: millionths(reading.value), count: 1, reading }
    : { kind: 'literal', value: reading.value, reading }
