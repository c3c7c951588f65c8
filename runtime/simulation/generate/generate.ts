/** Stories that the computer derives from a pathway: one that takes each transition at its limit, and one that just does not. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { type Way, waysThrough } from '../../interpreter/graph.ts'
import type { CompiledTransition, Pathway } from '../../interpreter/pathway.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import { instantFromText } from '../../interpreter/time/zone.ts'
import { SimulatedPatient } from '../patient.ts'
import { say } from '../say.ts'
import { playAll } from '../stories/play-all.ts'
import { inline } from '../stories/describe.ts'
import type { Told } from '../stories/told.ts'
import { type Attempt, attemptsFor } from './attempts.ts'
import { calmValues } from './calm.ts'
import { registrationsFor } from './facts.ts'
import { type Arrival, Tour } from './tour.ts'

/** `taken` are the transitions that a story takes; `missed` the others, each with the reason. */
export type Generated = {
  stories: Told[]
  taken: string[]
  missed: { transition: string; reason: BothLanguages }[]
}

/** A Monday morning before the first window, far from holidays and clock changes. */
const START = '2026-01-12T05:30'

type Work = {
  pathway: Pathway
  calm: Map<string, Value>
  ways: Way[]
  pending: Set<CompiledTransition>
  reasons: Map<CompiledTransition, BothLanguages>
  stories: Told[]
}

/** Derives the stories. Each is played again from its steps alone, and kept only when it holds. Deterministic. */
export function generateStories(pathway: Pathway): Generated {
  const [calm, ways] = [calmValues(pathway.definition), waysThrough(pathway)]
  const pending = new Set(pathway.transitions)
  const work: Work = { pathway, calm, ways, pending, reasons: new Map(), stories: [] }
  const registrations = registrationsFor(pathway)
  for (const facts of registrations) if (pending.size > 0) explore(work, facts)
  const reasonOf = (transition: CompiledTransition) =>
    work.reasons.get(transition) ?? say(registrations.length === 0 ? 'generate.nobody' : 'generate.not-reached')
  return {
    stories: work.stories,
    taken: pathway.transitions.filter((one) => !pending.has(one)).map(({ id }) => id),
    missed: [...pending].map((one) => ({ transition: one.id, reason: reasonOf(one) })),
  }
}

/** From state to state, the nearest first, until nothing new is reached. */
function explore(work: Work, facts: Record<string, Value>): void {
  const { pathway, ways } = work
  const start = instantFromText(pathway.zone, START)!
  const patient = SimulatedPatient.enrolled([{ pathway, facts }], start, 'generated', {})
  const arrivals = new Map<string, Arrival>([[patient.enrolment.state, { patient, steps: [], start }]])
  const tried = new Set<string>()
  for (let before = -1; before !== arrivals.size;) {
    before = arrivals.size
    for (const { state } of ways) {
      const arrival = arrivals.get(state)
      if (!arrival || tried.has(state)) continue
      tried.add(state)
      for (const goal of pathway.states.get(state)!.transitions) visit(work, { facts, state, arrival, arrivals, goal })
    }
  }
}

type Visit = {
  facts: Record<string, Value>
  state: string
  arrival: Arrival
  arrivals: Map<string, Arrival>
  goal: CompiledTransition
}

/** Takes one transition from one state, when it is new or leads to where nobody was yet. */
function visit(work: Work, { facts, state, arrival, arrivals, goal }: Visit): void {
  const { pathway, pending, calm } = work
  const leadsOn = goal.to !== undefined && !arrivals.has(pathway.machine.next(state, goal.id))
  if (!pending.has(goal) && !leadsOn) return
  for (const attempt of attemptsFor(pathway, goal, calm)) {
    const tour = performed(arrival, goal, attempt)
    const story = tour.hit ? storyOf(goal, attempt, tour, facts) : null
    if (!story || playAll(pathway, [story]).failed.length > 0) {
      work.reasons.set(goal, reasonFor(tour))
      continue
    }
    if (pending.delete(goal)) work.stories.push(story, ...justNot(work, { facts, arrival, goal }, attempt))
    const { patient, steps } = tour
    if (!arrivals.has(patient.enrolment.state))
      arrivals.set(patient.enrolment.state, { patient: patient.fork({}), steps, start: arrival.start })
    return
  }
  if (!work.reasons.has(goal)) work.reasons.set(goal, say('generate.no-values'))
}

function reasonFor({ hit, preceded }: Tour): BothLanguages {
  if (hit) return say('generate.not-again')
  return preceded === null ? say('generate.not-true') : say('generate.preceded', { name: preceded })
}

/** Plays an attempt from an arrival; who must confirm does. */
function performed(arrival: Arrival, goal: CompiledTransition, attempt: Attempt, values = attempt.values): Tour {
  const tour = new Tour(arrival, goal)
  try {
    attempt.perform(tour, values)
    if (tour.hit && goal.confirm && goal.to !== undefined) confirm(tour, goal)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    tour.hit = false
  }
  return tour
}

function confirm(tour: Tour, { id, confirm: roles = [] }: CompiledTransition): void {
  tour.hit = false
  tour.do({ answer: { proposal: id, accept: true }, by: roles[0]! })
}

function storyOf(goal: CompiledTransition, { values }: Attempt, tour: Tour, facts: Record<string, Value>): Told {
  const key = Object.keys(values).length > 0 ? 'generate.title' : 'generate.taken'
  return told(say(key, { transition: goal.id, values: inline(values) }).nl, facts, [
    ...tour.steps.slice(0, -1),
    { ...tour.steps.at(-1), expect: tour.expectation },
  ])
}

const told = (story: string, facts: Record<string, Value>, steps: StoryStep[]): Told => ({
  story,
  generated: true,
  start: START,
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
  steps,
})

/** The same with values that are one step short: nothing may come of it. */
function justNot(
  { pathway }: Work,
  { facts, arrival, goal }: Pick<Visit, 'facts' | 'arrival' | 'goal'>,
  attempt: Attempt,
): Told[] {
  if (!attempt.short) return []
  const tour = performed(arrival, goal, attempt, attempt.short)
  if (tour.hit || tour.steps.length === arrival.steps.length) return []
  const title = say('generate.just-not', { transition: goal.id, values: inline(attempt.short) }).nl
  const last = { ...tour.steps.at(-1), expect: { state: tour.patient.enrolment.state } }
  const story = told(title, facts, [...tour.steps.slice(0, -1), last])
  return playAll(pathway, [story]).failed.length === 0 ? [story] : []
}
