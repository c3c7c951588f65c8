/** Rule `clock-change-window`: no window begins or ends at a time that a clock change skips or doubles. */
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { atLocal, DAY, dayFromText, minuteOf, offsetAt } from '../time/zone.ts'
import { objectsIn } from '../walk.ts'
import { momentText } from './reasoning/moment.ts'
import { clockText, windowsIn, type Window } from './reasoning/windows.ts'
import { titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Dit venster {edge} om {clock}. In de nacht dat de zomertijd begint bestaat die tijd niet, en in de nacht dat zij eindigt is zij er twee keer. Kies een tijd voor {from} of vanaf {to}.',
    en: 'This window {edge} at {clock}. In the night that summer time begins that time does not exist, and in the night that it ends it comes twice. Choose a time before {from} or from {to}.',
  },
  begins: { nl: 'begint', en: 'begins' },
  ends: { nl: 'eindigt', en: 'ends' },
  example: {
    nl: 'Voor een patiënt met “{schedule}” {edge} het venster van {clock} op {moment}.',
    en: 'For a patient on “{schedule}” the window of {clock} {edge} on {moment}.',
  },
}

export const clockChangeWindow: Rule = {
  code: 'clock-change-window',
  check: (pathway) =>
    objectsIn(pathway.definition.schedules).flatMap(([id, schedule]) =>
      windowsIn(schedule).flatMap((window) => finding(pathway, id, window) ?? []),
    ),
}

function finding(pathway: Examined, schedule: string, window: Window): Draft | null {
  const { definition } = pathway
  for (const edge of ['begins', 'ends'] as const) {
    const minute = (edge === 'begins' ? window.opens : window.closes) % (24 * 60)
    const gap = gapAt(definition.timezone, minute, edge)
    if (gap === undefined) continue
    const about = {
      edge: words[edge],
      clock: clockText(minute),
      from: clockText(gap.from),
      to: clockText(gap.to),
      schedule: titled(definition, 'schedules', schedule),
      moment: momentText(definition.timezone, atLocal(definition.timezone, gap.day, minute)),
    }
    const path = below('/schedules', schedule, 'windows', window.index)
    return { path, severity: 'hint', message: fill(words.message, about), example: fill(words.example, about) }
  }
  return null
}

/** A stretch of the clock that is skipped on one day, in minutes. */
type Gap = { day: number; from: number; to: number }

/** A window may end at the very moment at which the clock is moved. */
const gapAt = (zone: string, minute: number, edge: 'begins' | 'ends'): Gap | undefined =>
  gapsOf(zone).find(({ from, to }) => (edge === 'begins' ? minute >= from : minute > from) && minute < to)

const known = new Map<string, Gap[]>()

/** What the clock skips within a year. Zones without clock changes skip nothing. */
function gapsOf(zone: string): Gap[] {
  const gaps = known.get(zone) ?? daysOfAYear.flatMap((day) => gapOn(zone, day))
  known.set(zone, gaps)
  return gaps
}

const firstDay = dayFromText('2026-01-01')
const daysOfAYear = Array.from({ length: 365 }, (_, index) => firstDay + index)

/** Found by asking which times of the day come out as another time. */
function gapOn(zone: string, day: number): Gap[] {
  const [before, after] = [day, day + 1].map((each) => offsetAt(zone, each * DAY))
  if (before === after) return []
  const minutes = Array.from({ length: 24 * 4 }, (_, quarter) => quarter * 15)
  const skipped = minutes.filter((minute) => minuteOf(zone, atLocal(zone, day, minute)) !== minute)
  return skipped.length === 0 ? [] : [{ day, from: skipped[0]!, to: skipped.at(-1)! + 15 }]
}
