/** The ways in which a patient can be brought to a transition, the likeliest first. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Condition, Transition } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import type { CompiledTransition, Pathway } from '../../interpreter/pathway.ts'
import { addDuration, parseDuration } from '../../interpreter/time/duration.ts'
import { partsOf, transitionsIn } from '../../interpreter/walk.ts'
import { type Sending, sendingsFor } from './solve.ts'
import { turnsOf } from './values.ts'
import type { Tour } from './tour.ts'

/** `short` says which values are one step from what is needed, when there are such. */
export type Attempt = {
  values: Sending['values']
  short?: Sending['values']
  perform: (tour: Tour, values: Sending['values']) => void
}

/** What every attempt knows. */
type Plan = {
  pathway: Pathway
  transition: Transition
  calm: Map<string, Value>
  /** The most readings that the condition asks. */
  needed: number
  /** The condition counts what was measured of what was asked. */
  counts: boolean
}

/** What can be sent or done to take this transition, at and beside its boundary values. */
export function attemptsFor(pathway: Pathway, goal: CompiledTransition, calm: Map<string, Value>): Attempt[] {
  const { definition } = pathway
  const transition = transitionsIn(definition).find(({ id }) => id === goal.id)!.transition
  const threshold = transition.threshold === undefined ? undefined : definition.thresholds?.[transition.threshold]
  const asked = [threshold?.when, transition.if].filter((condition) => condition !== undefined)
  const condition: Condition | undefined = asked.length > 1 ? { all: asked } : asked[0]
  const parts = condition ? partsOf({ path: '', condition }).map((part) => part.condition) : []
  const needed = Math.max(1, ...parts.map(({ readings, last }) => readings ?? Number.parseInt(last ?? '1', 10)))
  const counts = parts.some(({ missed, adherence }) => (missed ?? adherence) !== undefined)
  const plan = { pathway, transition, calm, needed, counts }
  return sendingsFor(definition, condition, calm).flatMap((sending) => waysOf(plan, sending))
}

function waysOf(plan: Plan, sending: Sending): Attempt[] {
  const { transition } = plan
  const attempt = (perform: Attempt['perform']): Attempt => ({
    values: sending.values,
    ...(sending.short ? { short: sending.short } : {}),
    perform: (tour, values) => {
      if (sending.first) tour.do({ send: sending.first }, FIRST)
      perform(tour, values)
    },
  })
  const done = actOf(transition)
  if (done) return [attempt((tour, values) => decide(tour, values, done)), attempt((tour) => later(plan, tour, done))]
  const silent = attempt((tour) => tour.wait(horizonOf(plan, tour)))
  const planned = (['reading', 'window'] as const).map((each) =>
    attempt((tour, values) => tour.measure(sentAs(plan, tour, values), each, horizonOf(plan, tour))),
  )
  const partly = plan.counts
    ? PARTS.map((part) => attempt((tour, values) => measurePart(plan, tour, values, part)))
    : []
  const now = attempt((tour, values) => sendNow(plan, tour, values))
  const calmFirst = attempt((tour, values) => {
    tour.do({ send: sentAs(plan, tour, {}) }, FIRST)
    sendNow(plan, tour, values)
  })
  if (transition.after !== undefined) return [silent, ...planned]
  return Object.keys(sending.values).length > 0
    ? [now, calmFirst, ...planned, ...partly]
    : [...planned, silent, ...partly]
}

const MINUTE = 60_000
/** A little after arriving, so that nothing of before lies within the same moment. */
const FIRST = 60 * MINUTE
const AGAIN = 5 * MINUTE

function actOf({ decision, by = [], event }: Transition): StoryStep | null {
  if (decision !== undefined) return { decide: decision, by: by[0]! }
  return event === undefined ? null : { report: event }
}

function decide(tour: Tour, values: Sending['values'], done: StoryStep): void {
  if (Object.keys(values).length > 0) tour.do({ send: values })
  if (!tour.over) tour.do(done)
}

/** Some conditions of a decision come true only after a while of measuring. */
function later(plan: Plan, tour: Tour, done: StoryStep): void {
  tour.measure(sentAs(plan, tour, {}), 'reading', horizonOf(plan, tour))
  if (!tour.over) tour.do(done)
}

/** As often as the condition asks, and once more where a second reading is asked. */
function sendNow(plan: Plan, tour: Tour, values: Sending['values']): void {
  for (let count = 0; count < plan.needed + 1 && !tour.over; count++)
    tour.do({ send: values }, count === 0 ? FIRST : AGAIN)
}

/** Everything that the running schedules ask, calm where nothing else is wanted. */
function sentAs({ pathway, calm }: Plan, tour: Tour, values: Sending['values']): Record<string, Value> {
  const asked = Object.keys(tour.patient.enrolment.schedules).flatMap((id) => pathway.schedules.get(id)!.measure)
  const names = asked.length > 0 ? asked : [...calm.keys()].slice(0, 1)
  const usual = names.flatMap((name) => (calm.has(name) ? [[name, calm.get(name)!] as const] : []))
  return { ...Object.fromEntries(usual), ...values }
}

/** Shares of the time in which a patient still measures, who then stops. */
const PARTS = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]

function measurePart(plan: Plan, tour: Tour, values: Sending['values'], part: number): void {
  const { now } = tour.patient
  const { completed } = plan.transition
  const span = completed === undefined ? undefined : plan.pathway.definition.schedules?.[completed]?.for
  const end = span === undefined ? horizonOf(plan, tour) : addDuration(plan.pathway.zone, now, parseDuration(span))
  tour.measure(sentAs(plan, tour, values), 'reading', now + part * (end - now))
  if (!tour.over) tour.wait(horizonOf(plan, tour))
}

/** Twice as long as anything that the transition waits for, and five weeks for schedules that come round seldom. */
function horizonOf({ pathway, transition }: Plan, tour: Tour): number {
  const { zone, definition } = pathway
  const parts = transition.if ? partsOf({ path: '', condition: transition.if }).map(({ condition }) => condition) : []
  const schedule = transition.completed === undefined ? undefined : definition.schedules?.[transition.completed]
  const texts = [transition.after, schedule?.for, ...parts.flatMap(({ over, inState }) => [over, inState])]
  const from = tour.patient.now
  const spanOf = (text: string) => addDuration(zone, from, parseDuration(text)) - from
  const spans = texts.flatMap((text) => (text === undefined ? [] : spanOf(text)))
  const rounds = parts.flatMap((condition) => {
    const every = definition.schedules?.[condition.missed ?? '']?.every
    return every === undefined ? [] : spanOf(every) * Math.max(1, ...turnsOf(definition, condition))
  })
  return Math.min(from + 2 * Math.max(0, ...spans, ...rounds) + 35 * DAY, from + 400 * DAY)
}

const DAY = 24 * 60 * MINUTE
