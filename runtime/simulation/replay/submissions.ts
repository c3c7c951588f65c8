/** From the rows of a file to what each person sent when, in the units of the pathway. */
import type { Instant, Reading, Value } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { instantFromText } from '../../interpreter/time/zone.ts'
import type { Row } from './csv.ts'

/** A value in another unit, or null when that cannot be calculated. `loinc` says what was measured. */
export type Convert = (value: number, from: string, to: string, loinc?: string) => number | null

export type RowMistake =
  | { code: 'csv-time' | 'csv-year'; line: number; value: string }
  | { code: 'csv-value'; line: number; value: string; measurement: string; expected: 'number' | 'boolean' }
  | { code: 'csv-unit'; line: number; unit: string; expected: string; measurement: string }

/** A year outside 1970 to 2100 is a slip of the pen, and centuries of waiting would take the replay an hour. */
const EARLIEST: Instant = 0
const LATEST: Instant = 4_133_980_800_000 // 2101-01-01T00:00Z

/** Everything sent at one instant is one submission. */
export type Subject = { subject: string; readings: number; submissions: { at: Instant; readings: Reading[] }[] }

export type Sent = { subjects: Subject[]; mistakes: RowMistake[]; unmapped: string[] }

/** `map` gives the pathway's measurement for a `measure` of the file; rows of other measures are left out, and named. */
export function submissionsOf(pathway: Pathway, rows: Row[], map: Map<string, string>, convert: Convert): Sent {
  const mistakes: RowMistake[] = []
  const unmapped = new Set<string>()
  const bySubject = new Map<string, Reading[]>()
  for (const row of rows) {
    const measurement = map.get(cell(row, 'measure'))
    if (measurement === undefined) {
      unmapped.add(cell(row, 'measure'))
      continue
    }
    const reading = readingOf(pathway, row, measurement, convert)
    if ('code' in reading) mistakes.push(reading)
    else addTo(bySubject, cell(row, 'subject'), reading)
  }
  const subjects = [...bySubject].map(([subject, readings]) => ({
    subject,
    readings: readings.length,
    submissions: together(readings),
  }))
  return { subjects, mistakes, unmapped: [...unmapped] }
}

function readingOf(pathway: Pathway, row: Row, measurement: string, convert: Convert): Reading | RowMistake {
  const { line } = row
  const time = cell(row, 'time')
  const at = instantFromText(pathway.zone, time)
  if (at === null) return { code: 'csv-time', line, value: time }
  if (at < EARLIEST || at >= LATEST) return { code: 'csv-year', line, value: time }
  const value = valueOf(pathway, row, measurement, convert)
  if (typeof value === 'object') return value
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(time)
  return { id: `line-${line}`, measurement, value, at, ...(dateOnly ? { marks: ['date-only' as const] } : {}) }
}

function valueOf(pathway: Pathway, row: Row, measurement: string, convert: Convert): Value | RowMistake {
  const { unit: expected = '', loinc, type = 'number' } = pathway.definition.measurements[measurement]!
  const [value, unit] = [cell(row, 'value'), cell(row, 'unit')]
  const wrong = { code: 'csv-value' as const, line: row.line, value, measurement, expected: type }
  if (type === 'boolean') return value === 'true' || value === 'false' ? value === 'true' : wrong
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) return wrong
  // Without a unit, the value is in that of the pathway.
  if (unit === '' || unit === expected) return Number(value)
  const converted = convert(Number(value), unit, expected, loinc)
  return converted ?? { code: 'csv-unit', line: row.line, unit, expected, measurement }
}

function together(readings: Reading[]): Subject['submissions'] {
  const instants = new Map<Instant, Reading[]>()
  for (const reading of readings) addTo(instants, reading.at, reading)
  return [...instants].map(([at, list]) => ({ at, readings: list })).toSorted((one, other) => one.at - other.at)
}

function addTo<Key>(lists: Map<Key, Reading[]>, key: Key, reading: Reading): void {
  const list = lists.get(key)
  if (list) list.push(reading)
  else lists.set(key, [reading])
}

const cell = ({ cells }: Row, column: string): string => cells.get(column) ?? ''
