/**
 * The baseline: the day's rules of the hypertension pathway written out by hand, as fast as they can be made.
 * One mutable record a patient, sums kept up to date, no conditions as data, no trace, one pathway for ever.
 */
import type { Enrolment, Event, Instant } from '../../runtime/interpreter/enrolment.ts'

const QUARTER = 15 * 60_000
const WEEK = 7 * 24 * 60 * 60_000

type Waiting = { veryHigh: Instant; crisis: Instant; low: Instant }

export type HandRecord = {
  age: number
  /** Readings that count in a mean, oldest first. */
  times: number[]
  systolics: number[]
  diastolics: number[]
  systolicSum: number
  diastolicSum: number
  holding: Record<'both' | 'veryHigh' | 'crisis' | 'complaints' | 'low' | 'lowMean' | 'older', boolean>
  waiting: Waiting
  raised: string[]
}

/** The record of a patient who is in the measuring week, taken from the enrolment. */
export function handRecord(enrolment: Enrolment): HandRecord {
  const averaged = (name: string) =>
    (enrolment.readings[name] ?? []).filter(({ marks = [] }) => !marks.includes('discarded'))
  const systolic = averaged('systolic')
  const values = (name: string): number[] => averaged(name).map(({ value }) => value as number)
  const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)
  const holds = (id: string): boolean => Boolean(enrolment.holding[`threshold:${id}`])
  const deadline = (id: string): Instant => enrolment.remeasuring[id]?.deadline ?? 0
  return {
    age: enrolment.facts['age'] as number,
    times: systolic.map(({ at }) => at),
    systolics: values('systolic'),
    diastolics: values('diastolic'),
    systolicSum: sum(values('systolic')),
    diastolicSum: sum(values('diastolic')),
    holding: {
      both: holds('crisis-with-complaints'),
      veryHigh: holds('very-high'),
      crisis: holds('crisis'),
      complaints: holds('complaints-reported'),
      low: holds('low-reading'),
      lowMean: holds('low-mean'),
      older: holds('low-diastolic-older'),
    },
    waiting: { veryHigh: deadline('very-high'), crisis: deadline('crisis'), low: deadline('low-reading') },
    raised: [],
  }
}

/** One event by hand: a wake-up or a reading. Windows are not counted: four missed in a row cannot happen on this day. */
export function byHand(record: HandRecord, event: Event, now: Instant): void {
  if (event.type === 'submission') {
    const [systolic, diastolic, complaints] = event.readings
    return receive(record, systolic!.value as number, diastolic!.value as number, complaints!.value as boolean, now)
  }
  expire(record, 'veryHigh', 'very-high', now)
  expire(record, 'crisis', 'crisis', now)
  expire(record, 'low', 'low-reading', now)
}

function expire(record: HandRecord, key: keyof Waiting, name: string, now: Instant): void {
  if (record.waiting[key] === 0 || record.waiting[key] >= now) return
  record.waiting[key] = 0
  record.raised.push(name)
}

function receive(record: HandRecord, systolic: number, diastolic: number, complaints: boolean, at: Instant): void {
  keep(record, systolic, diastolic, at)
  const { holding } = record
  edge(record, 'both', 'crisis-with-complaints', (systolic > 180 || diastolic > 110) && complaints)
  remeasure(record, 'veryHigh', 'very-high', systolic > 200, at)
  remeasure(record, 'crisis', 'crisis', systolic >= 180 || diastolic >= 110, at)
  edge(record, 'complaints', 'complaints-reported', complaints)
  remeasure(record, 'low', 'low-reading', systolic < 100, at)
  const count = record.systolics.length
  if (count >= 4) edge(record, 'lowMean', 'low-mean', record.systolicSum < 110 * count)
  if (record.age <= 70) holding.older = false
  else if (count >= 12) edge(record, 'older', 'low-diastolic-older', record.diastolicSum < 70 * count)
}

function keep(record: HandRecord, systolic: number, diastolic: number, at: Instant): void {
  record.times.push(at)
  record.systolics.push(systolic)
  record.diastolics.push(diastolic)
  record.systolicSum += systolic
  record.diastolicSum += diastolic
  while (record.times[0]! <= at - WEEK) {
    record.times.shift()
    record.systolicSum -= record.systolics.shift()!
    record.diastolicSum -= record.diastolics.shift()!
  }
}

function edge(record: HandRecord, key: keyof HandRecord['holding'], name: string, truth: boolean): void {
  if (truth && !record.holding[key]) record.raised.push(name)
  record.holding[key] = truth
}

function remeasure(record: HandRecord, key: keyof Waiting, name: string, truth: boolean, at: Instant): void {
  if (record.waiting[key] !== 0 && at <= record.waiting[key]) {
    record.waiting[key] = 0
    record.holding[key] = truth
    if (truth) record.raised.push(name)
    return
  }
  if (truth && !record.holding[key]) record.waiting[key] = at + QUARTER
  record.holding[key] = truth
}
