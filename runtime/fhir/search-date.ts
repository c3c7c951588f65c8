/** Searching by date: `2026-03-27`, `ge2026-03`, `lt2026-03-27T08:00:00+01:00`. What is searched for is a span, not a point. */
import type { Instant } from '../interpreter/enrolment.ts'
import { atLocal, dayFromText, instantFromText } from '../interpreter/time/zone.ts'
import type { Test } from './search-parameter.ts'

const FORM =
  /^(eq|ne|gt|lt|ge|le)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/

/** Null when the value is no date, or one that does not exist. */
export function dateTest(value: string, zone: string): Test | null {
  const span = spanOf(value.replace(' ', '+'), zone) // a plus sign that nobody escaped arrives as a space
  if (!span) return null
  const { prefix, from, to } = span
  const fits = (at: Instant): boolean => {
    if (prefix === 'gt') return at >= to
    if (prefix === 'ge') return at >= from
    if (prefix === 'lt') return at < from
    if (prefix === 'le') return at < to
    return (at >= from && at < to) === (prefix === 'eq')
  }
  return ({ stored }) => stored.at !== null && fits(stored.at)
}

/** Half open: from <= at < to. */
function spanOf(value: string, zone: string): { prefix: string; from: Instant; to: Instant } | null {
  const [, prefix = 'eq', year, month, day, time] = FORM.exec(value) ?? []
  if (year === undefined || (time !== undefined && day === undefined)) return null
  if (time !== undefined) {
    const from = instantFromText(zone, `${year}-${month}-${day}${time}`)
    return from === null ? null : { prefix, from, to: from + lengthOf(time) }
  }
  try {
    const first = dayFromText(`${year}-${month ?? '01'}-${day ?? '01'}`)
    const last = day === undefined ? nextStart(Number(year), month === undefined ? null : Number(month)) : first + 1
    return { prefix, from: atLocal(zone, first, 0), to: atLocal(zone, last, 0) }
  } catch {
    return null
  }
}

/** The local day on which the next year, or the next month, begins. */
function nextStart(year: number, month: number | null): number {
  const next = month === null || month === 12 ? [year + 1, 1] : [year, month + 1]
  return dayFromText(`${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`)
}

/** A time is as exact as it is written: a minute, a second or a millisecond long. */
function lengthOf(time: string): number {
  if (time.includes('.')) return 1
  return /^T\d\d:\d\d:\d\d/.test(time) ? 1000 : 60_000
}
