/** When somebody is there, as stretches of time over two years: what a moment-by-moment look would find, without looking at each moment. */
import type { Calendar, PathwayDefinition } from '../../../../schemas/index.ts'
import type { Instant } from '../../enrolment.ts'
import { compileCalendar } from '../../time/calendar.ts'
import { instantFromText } from '../../time/zone.ts'

/** from <= instant < to. */
export type Span = { from: Instant; to: Instant }

/** Spans in the order of time that do not touch one another. */
export type Hours = readonly Span[]

/** Two years hold every weekday, each holiday at least once on another day, and four clock changes. */
export const period = (zone: string): Span => ({
  from: instantFromText(zone, '2026-01-01T00:00')!,
  to: instantFromText(zone, '2028-01-01T00:00')!,
})

/** The hours of a calendar by its name. Without a name always; a name that does not exist is reported as such and counts as always. */
export function hoursOf(definition: PathwayDefinition, name: string | undefined): Hours {
  const calendar = name === undefined ? undefined : definition.calendars?.[name]
  return calendar === undefined ? [period(definition.timezone)] : remembered(calendar, definition.timezone)
}

/** The hours in which a party can be reached. */
export const partyHours = (definition: PathwayDefinition, party: string): Hours =>
  hoursOf(definition, definition.parties[party]?.hours)

const known = new Map<string, Hours>()

/** The checks run at every keystroke and calendars seldom change: the last few are kept. */
function remembered(calendar: Calendar, zone: string): Hours {
  const key = JSON.stringify([calendar, zone])
  const hours = known.get(key) ?? openings(calendar, zone)
  if (!known.has(key) && known.size >= 20) known.clear()
  known.set(key, hours)
  return hours
}

function openings(calendar: Calendar, zone: string): Hours {
  const { isOpen, nextChange } = compileCalendar(calendar, zone)
  const { from, to } = period(zone)
  const spans: Span[] = []
  let at = from
  for (let open = isOpen(from); at < to; open = !open) {
    const change = Math.min(nextChange(at), to)
    if (open) spans.push({ from: at, to: change })
    at = change
  }
  return spans
}

/** The hours in which at least one of these is there. */
export function either(...all: Hours[]): Hours {
  const joined: Span[] = []
  for (const span of all.flat().toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

/** The hours in which nobody of these is there. */
export function outside(hours: Hours, { from, to }: Span): Hours {
  const edges = [from, ...hours.flatMap((span) => [span.from, span.to]), to]
  const gaps: Span[] = []
  for (let index = 0; index < edges.length; index += 2)
    if (edges[index]! < edges[index + 1]!) gaps.push({ from: edges[index]!, to: edges[index + 1]! })
  return gaps
}

/** The hours in which both are there. */
export function bothThere(one: Hours, other: Hours): Hours {
  const shared: Span[] = []
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const span = {
      from: Math.max(one[left]!.from, other[right]!.from),
      to: Math.min(one[left]!.to, other[right]!.to),
    }
    if (span.from < span.to) shared.push(span)
    if (one[left]!.to < other[right]!.to) left++
    else right++
  }
  return shared
}

/** The longest of these spans, the first of several; null when there is none. */
export const longestOf = (hours: Hours): Span | null =>
  hours.reduce<Span | null>((best, span) => (best && best.to - best.from >= span.to - span.from ? best : span), null)
