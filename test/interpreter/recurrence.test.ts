/** Schedules against what others computed: every clock change of three years, and the recurrence cases of dateutil and libical. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../schemas/index.ts'
import {
  compileSchedule,
  beginSchedule,
  windowsAfter,
  type PlannedWindow,
} from '../../runtime/interpreter/time/schedule.ts'
import { instantFromText, localText } from '../../runtime/interpreter/time/zone.ts'

const rowsOf = <Row>(file: string): Row[] =>
  readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** The first windows of a schedule that begins at a local moment. */
function firstWindows(schedule: Schedule, zone: string, from: string, count: number): PlannedWindow[] {
  const compiled = compileSchedule('plan', schedule)
  const entered = instantFromText(zone, from)!
  const windows: PlannedWindow[] = []
  for (const window of windowsAfter(compiled, beginSchedule(compiled, zone, entered), zone, entered - 1)) {
    if (windows.push(window) === count) break
  }
  return windows
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

describe('a window at each local time around six clock changes in Amsterdam', () => {
  type TimeRow = { localDate: string; localTime: string; kind: 'normal' | 'gap' | 'overlap'; utcEarlier: string }
  type DayRow = { localDate: string; dayStartUtc: string; dayEndUtc: string }
  const rows = rowsOf<TimeRow | DayRow>('amsterdam-dst-schedule.jsonl')
  const times = rows.filter((row): row is TimeRow => 'localTime' in row)
  const days = rows.filter((row): row is DayRow => 'dayStartUtc' in row)
  const zone = 'Europe/Amsterdam'

  it('uses every row', () => {
    expect([rows.length, times.length, days.length]).toEqual([450, 420, 30])
    expect(['normal', 'gap', 'overlap'].map((kind) => times.filter((row) => row.kind === kind).length)).toEqual([
      396, 12, 12,
    ])
  })

  it('opens then; a time in the gap at its end; of the doubled hour the first', () => {
    const opened = times.map(({ localDate, localTime }) => {
      const open = minutesOf(localTime)
      const window = `${localTime}-${clock((open + 30) % 1440)}`
      const [first] = firstWindows({ measure: ['x'], every: '1 day', windows: [window] }, zone, `${localDate}T00:00`, 1)
      return new Date(first!.opens).toISOString()
    })
    const expected = times.map(({ localDate, kind, utcEarlier }) =>
      // The clock goes from 02:00 to 03:00 at one in the morning, UTC.
      kind === 'gap' ? `${localDate}T01:00:00.000Z` : new Date(utcEarlier).toISOString(),
    )
    expect(opened).toEqual(expected)
  })

  it('that takes the whole day begins and ends with it, of 23, 24 or 25 hours', () => {
    const taken = days.map(({ localDate }) => {
      const schedule = { measure: ['x'], every: '1 day', windows: ['00:00-24:00'] }
      const [window] = firstWindows(schedule, zone, `${localDate}T00:00`, 1)
      return [new Date(window!.opens).toISOString(), new Date(window!.closes).toISOString()]
    })
    expect(taken).toEqual(
      days.map(({ dayStartUtc, dayEndUtc }) => [dayStartUtc, dayEndUtc].map((text) => new Date(text).toISOString())),
    )
  })
})

describe('recurrence rules of other libraries', () => {
  type Case = { name: string; rule: Map<string, string>; start: string; expected: string[] }
  const ruleOf = (text: string): Map<string, string> =>
    new Map(text.split(';').map((part) => part.split('=') as [string, string]))
  const dateutil = rowsOf<{ test: string; rrule: string; expected: string[] }>('time/dateutil-rrule.jsonl').map(
    ({ test, rrule, expected }): Case => {
      const [, start, rule] = /^DTSTART:(\S+)\nRRULE:(\S+)$/.exec(rrule)!
      return { name: test, rule: ruleOf(rule!), start: start!, expected }
    },
  )
  const libical = rowsOf<{ comment: string; RRULE: string; DTSTART: string; INSTANCES: string[] }>(
    'time/libical-rrule.jsonl',
  ).map(({ comment, RRULE, DTSTART, INSTANCES }): Case => ({
    name: `${comment}: ${RRULE}`,
    rule: ruleOf(RRULE),
    start: DTSTART,
    expected: INSTANCES,
  }))

  /** Why our schedules cannot say this; null when they can. */
  function reason({ rule, start }: Case): string | null {
    const frequency = rule.get('FREQ')!
    if (frequency === 'YEARLY') return 'by the year'
    if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency)) return 'by the hour or shorter'
    if (rule.has('BYSETPOS')) return 'the n-th of a set'
    if (['BYYEARDAY', 'BYWEEKNO', 'BYEASTER'].some((key) => rule.has(key)))
      return 'days of the year, week numbers, Easter'
    if (rule.has('BYMONTH')) return 'some months only'
    if (rule.has('BYMONTHDAY') || /\d/.test(rule.get('BYDAY') ?? '')) return 'days of the month'
    if (rule.has('BYSECOND') || (rule.has('BYMINUTE') && !rule.has('BYHOUR') && start.includes('T')))
      return 'seconds, or minutes of any hour'
    if (rule.has('BYDAY') && Number(rule.get('INTERVAL') ?? 1) > 1) return 'days of some weeks only'
    return null
  }

  const WEEKDAYS = { MO: 'mon', TU: 'tue', WE: 'wed', TH: 'thu', FR: 'fri', SA: 'sat', SU: 'sun' } as const

  function scheduleOf({ rule, start }: Case): Schedule {
    const days = rule
      .get('BYDAY')
      ?.split(',')
      .map((day) => WEEKDAYS[day as keyof typeof WEEKDAYS])
    const unit = days ? 'day' : rule.get('FREQ') === 'WEEKLY' ? 'week' : rule.get('FREQ') === 'DAILY' ? 'day' : 'month'
    const own = start.includes('T') ? Number(start.slice(9, 11)) * 60 + Number(start.slice(11, 13)) : 0
    const list = (key: string, otherwise: number): number[] => rule.get(key)?.split(',').map(Number) ?? [otherwise]
    const isTimed = start.includes('T')
    const hours = isTimed ? list('BYHOUR', Math.floor(own / 60)) : [0]
    const minutes = isTimed ? list('BYMINUTE', own % 60) : [0]
    const opens = new Set(hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)))
    return {
      measure: ['x'],
      every: `${rule.get('INTERVAL') ?? 1} ${unit}`,
      windows: [...opens].map((open) => `${clock(open)}-${clock((open + 1) % 1440)}`),
      ...(days ? { days } : {}),
    }
  }

  function opensOf(one: Case): string[] {
    const zone = one.start.endsWith('Z') ? 'UTC' : 'Europe/Amsterdam'
    const date = `${one.start.slice(0, 4)}-${one.start.slice(4, 6)}-${one.start.slice(6, 8)}`
    const time = one.start.includes('T') ? `${one.start.slice(9, 11)}:${one.start.slice(11, 13)}` : '00:00'
    const windows = firstWindows(scheduleOf(one), zone, `${date}T${time}`, one.expected.length)
    return windows.map(({ opens }) => localText(zone, opens).slice(0, 16).replaceAll(/[-:]/g, ''))
  }

  const tally = (cases: Case[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const one of cases) counts[reason(one) ?? 'said'] = (counts[reason(one) ?? 'said'] ?? 0) + 1
    return counts
  }

  it('are said by our schedules, or not for a reason', () => {
    expect([dateutil.length, libical.length]).toEqual([76, 39])
    expect([tally(dateutil), tally(libical)]).toEqual([
      {
        said: 7,
        'by the year': 13,
        'by the hour or shorter': 30,
        'days of the year, week numbers, Easter': 12,
        'some months only': 6,
        'days of the month': 1,
        'seconds, or minutes of any hour': 6,
        'the n-th of a set': 1,
      },
      {
        said: 5,
        'by the year': 15,
        'by the hour or shorter': 8,
        'some months only': 2,
        'days of the month': 7,
        'the n-th of a set': 2,
      },
    ])
  })

  const said = [...dateutil, ...libical].filter((one) => reason(one) === null)
  it.each(said.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const expected = one.expected.map((text) => (text.includes('T') ? text.slice(0, 13) : `${text}T0000`))
    expect(opensOf(one)).toEqual(expected)
  })
})
