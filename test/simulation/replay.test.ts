/** Replays: from rows to submissions, and what a pathway would have made of them if nobody had acted. */
import { describe, expect, it } from 'vitest'
import { parseDuration } from '../../runtime/interpreter/time/duration.ts'
import { localText } from '../../runtime/interpreter/time/zone.ts'
import { readCsv } from '../../runtime/simulation/replay/csv.ts'
import { type PlayedDecision, readingsBehind, replay } from '../../runtime/simulation/replay/replay.ts'
import { submissionsOf } from '../../runtime/simulation/replay/submissions.ts'
import { smallPathway } from './small-pathway.ts'

const header = 'subject,time,measure,value,unit,context\n'
const needed = ['subject', 'time', 'measure', 'value']
const map = new Map([
  ['sys', 'systolic'],
  ['klacht', 'complaints'],
  ['temp', 'temperature'],
])
const fahrenheit = (value: number, from: string, to: string) =>
  from === '[degF]' && to === 'Cel' ? (value - 32) / 1.8 : null

const sent = (...lines: string[]) =>
  submissionsOf(smallPathway, readCsv(header + lines.join('\n'), needed).rows, map, fahrenheit)
const clock = (instant: number) => localText('Europe/Amsterdam', instant).slice(0, 16)

function replayed(lines: string[], decisions: PlayedDecision[] = []) {
  const { alerts, states } = replay(smallPathway, sent(...lines).subjects[0]!, {}, decisions)
  return {
    alerts: alerts.map(({ head, level }) => `${clock(head.at)} ${head.threshold ?? head.key} ${level}`),
    states: states.map(({ state, from }) => `${clock(from)} ${state}`),
    behind: alerts.map((alert) => readingsBehind(alert).map(({ value }) => value)),
  }
}

describe('a file of readings', () => {
  it('may quote, end its lines as it likes, leave lines empty, and begin with a byte order mark', () => {
    const { rows } = readCsv('\uFEFFa,b\r\n"1,5","zegt ""ja"""\r\n\r\n"twee\nregels",x\n3,\n', ['a', 'b'])
    expect(rows.map(({ line, cells }) => [line, ...cells.values()])).toEqual([
      [2, '1,5', 'zegt "ja"'],
      [4, 'twee\nregels', 'x'],
      [6, '3', ''],
    ])
  })

  it.each([
    ['', [{ code: 'csv-empty' }]],
    [header, [{ code: 'csv-empty' }]],
    [
      'subject,time\na,b\n',
      [
        { code: 'csv-column', column: 'measure' },
        { code: 'csv-column', column: 'value' },
      ],
    ],
    [`${header}a,b\n`, [{ code: 'csv-cells', line: 2, found: 2, expected: 6 }]],
    [`${header}a,"b\n`, [{ code: 'csv-quote', line: 2 }]],
  ])('%j', (text, mistakes) => {
    expect(readCsv(text, needed).mistakes).toEqual(mistakes)
  })

  it('rows of one person and time are one submission; people are kept apart; other measures are named', () => {
    const { subjects, unmapped } = sent(
      'a,2026-03-27T08:00:00,sys,190,mm[Hg],',
      'b,2026-03-27T08:00:00,sys,120,mm[Hg],',
      'a,2026-03-27T08:00:00,klacht,true,,',
      'a,2026-03-26T08:00:00,sys,120,,',
      'a,2026-03-26T08:00:00,steps,120,,',
    )
    expect(
      subjects.map(({ subject, readings, submissions }) => [
        subject,
        readings,
        submissions.map((one) => one.readings.length),
      ]),
    ).toEqual([
      ['a', 3, [1, 2]],
      ['b', 1, [1]],
    ])
    expect(unmapped).toEqual(['steps'])
  })

  it('times without a zone are local, a date alone is noon and marked, units are converted', () => {
    const { subjects } = sent(
      'a,2026-03-29T08:00:00,temp,101.3,[degF],',
      'a,2026-03-29T08:00:00Z,temp,37,Cel,',
      'a,2026-03-30,temp,37,Cel,',
    )
    const [first, second, third] = subjects[0]!.submissions
    expect([first!.at, second!.at, third!.at].map((at) => localText('Europe/Amsterdam', at))).toEqual([
      '2026-03-29T08:00:00+02:00',
      '2026-03-29T10:00:00+02:00',
      '2026-03-30T12:00:00+02:00',
    ])
    expect(first!.readings[0]!.value).toBeCloseTo(38.5)
    expect(third!.readings[0]!.marks).toEqual(['date-only'])
  })

  it('says on which line a time, value or unit cannot be used', () => {
    const { mistakes } = sent(
      'a,gisteren,sys,120,,',
      'a,0220-03-29,sys,120,,',
      'a,2026-03-29,sys,hoog,,',
      'a,2026-03-29,sys,120,kg,',
      'a,2026-03-29,klacht,1,,',
      'a,2026-03-29,sys,,,',
    )
    expect(mistakes.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '2 csv-time',
      '3 csv-year',
      '4 csv-value',
      '5 csv-unit',
      '6 csv-value',
      '7 csv-value',
    ])
  })
})

describe('a replay', () => {
  it('lists an alert when it is raised; quiet and edges hold', () => {
    const { alerts } = replayed([
      'a,2026-03-27T08:00,temp,39,,',
      'a,2026-03-27T09:00,temp,39.5,,',
      'a,2026-03-27T10:00,temp,37,,',
      'a,2026-03-27T11:00,temp,39,,',
      'a,2026-03-28T12:00,temp,37,,',
      'a,2026-03-28T13:00,temp,39,,',
    ])
    expect(alerts).toEqual(['2026-03-27T08:00 fever amber', '2026-03-28T13:00 fever amber'])
  })

  it('a second reading confirms; a last one that nobody confirms still comes', () => {
    const { alerts, behind } = replayed(['a,2026-03-27T08:00,sys,190,,', 'a,2026-03-27T08:10,sys,185,,'])
    expect([alerts, behind]).toEqual([['2026-03-27T08:10 crisis amber'], [[190, 185]]])
    expect(replayed(['a,2026-03-27T08:00,sys,190,,']).alerts).toEqual(['2026-03-27T08:15 crisis amber'])
  })

  it('shows the states, and plays a decision a while after one began', () => {
    const week = ['27T08:00', '27T19:00', '28T08:00', '28T19:00'].flatMap((at) => [`a,2026-03-${at},sys,150,,`])
    const keep = { state: 'review', decision: 'keep', after: parseDuration('3 days') }
    expect(
      replayed([...['a,2026-03-27T05:00,sys,150,,'], ...week, 'a,2026-04-02T08:00,temp,37,,'], [keep]).states,
    ).toEqual(['2026-03-27T05:00 measuring', '2026-03-29T00:00 review', '2026-04-01T00:00 stable'])
  })

  it('a decision that is refused is tried once, and time goes on', () => {
    const withdraw = { state: 'measuring', decision: 'keep', after: parseDuration('1 hour') }
    expect(replayed(['a,2026-03-27T05:00,sys,120,,', 'a,2026-03-27T09:00,sys,120,,'], [withdraw]).states).toEqual([
      '2026-03-27T05:00 measuring',
    ])
  })
})
