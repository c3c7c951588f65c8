/** Expected alerts beside those that came: exactly as many, each fitting its own expectation, in any order. */
import type { ExpectedAlert } from '../../../schemas/generated/scenarios.ts'
import type { Alert } from '../../alerts/index.ts'
import { asExpected, comparable, inline } from './describe.ts'
import type { Difference, Line } from './difference.ts'

/** Nothing when every alert fits; otherwise what was expected and what came, also alert by alert. */
export function sameAlerts(
  key: 'alerts' | 'open',
  expected: ExpectedAlert[] | undefined,
  found: Alert[],
): Difference[] {
  if (!expected || (expected.length === found.length && pairs(expected, found))) return []
  const shown = found.map((alert) => comparable(alert, expected))
  return [{ key, expected: inline(expected), found: inline(shown), lines: linesOf(expected, found) }]
}

function pairs([first, ...others]: ExpectedAlert[], found: Alert[]): boolean {
  if (!first) return true
  return found.some(
    (alert) =>
      fits(first, alert) &&
      pairs(
        others,
        found.filter((one) => one !== alert),
      ),
  )
}

/** Those that fit one another as they are; the others expected, and found. */
function linesOf(expected: ExpectedAlert[], found: Alert[]): Line[] {
  const left = [...found]
  const lines = expected.map((one): Line => {
    const index = left.findIndex((alert) => fits(one, alert))
    if (index >= 0) left.splice(index, 1)
    return { sign: index < 0 ? '-' : ' ', text: inline(one) }
  })
  return [...lines, ...left.map((alert): Line => ({ sign: '+', text: inline(comparable(alert, expected)) }))]
}

function fits(expected: ExpectedAlert, alert: Alert): boolean {
  const actual = asExpected(alert)
  return Object.entries(expected).every(([key, value]) => {
    const other = actual[key as keyof ExpectedAlert]
    return Array.isArray(value) && Array.isArray(other) ? sorted(value) === sorted(other) : other === value
  })
}

const sorted = (names: readonly string[]): string => inline([...names].toSorted())
