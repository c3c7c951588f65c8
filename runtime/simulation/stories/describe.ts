/** Writes what was expected and what was found as they would stand in a story, so that the one can be laid beside the other. */
import type { ExpectedAlert } from '../../../schemas/generated/scenarios.ts'
import { type Alert, type RaisedFiring, REVIEW } from '../../alerts/index.ts'

/** What a firing is called in a story: its threshold, or its transition (`measuring/0`). */
export const nameOf = ({ threshold, key }: Pick<RaisedFiring, 'threshold' | 'key'>): string =>
  threshold ?? key.replace(/^transition:/, '')

/** Whether it is only a submission to look at, in which nothing fired: stories call that `review`. */
export const isReview = ({ head }: Alert): boolean => head.key === REVIEW

/** An alert as a story could expect it, with everything there is to say. */
export function asExpected(alert: Alert): Required<Omit<ExpectedAlert, 'threshold' | 'transition'>> & ExpectedAlert {
  const { head, level, route, step, status, under } = alert
  return {
    ...(head.threshold === undefined ? { transition: nameOf(head) } : { threshold: head.threshold }),
    level,
    route,
    at: step.party,
    by: step.by,
    status: status === 'acknowledged' ? 'acknowledged' : 'open',
    snoozed: status === 'snoozed',
    pathways: [...new Set([head, ...under].map(({ pathway }) => pathway))],
    under: under.map(nameOf),
    unconfirmed: head.unconfirmed ?? false,
    late: head.late ?? false,
  }
}

/** Only what the expectation speaks of, and always what kind of alert it is. */
export function comparable(alert: Alert, expected: ExpectedAlert[]): Partial<ExpectedAlert> {
  const asked = new Set([...expected.flatMap((one) => Object.keys(one)), 'threshold', 'transition', 'level'])
  return Object.fromEntries(Object.entries(asExpected(alert)).filter(([key]) => asked.has(key)))
}

/** A value on one line, in the way of YAML: `[ { threshold: crisis, level: amber } ]`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(inline).join(', ')} ]`
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${inline(part)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}
