/** Plays a story and says what differs from it. */
import type { Story, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import { include, type InclusionReason } from '../../interpreter/include.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import { instantFromText, localText } from '../../interpreter/time/zone.ts'
import { type Happening, SimulatedPatient, type Witness } from '../patient.ts'
import { say } from '../say.ts'
import { act, type Obstacle } from './act.ts'
import { differences } from './expect.ts'
import { daysOf, momentOf } from './moment.ts'
import { sendAsPlanned } from './planned.ts'
import type { StoryDocument } from './read.ts'
import { Since } from './since.ts'

/**
 * Something that is not as the story says. `path` is a JSON Pointer in the stories; line and column count from 1; `at` is
 * the local time on the story's clock. `expected` and `found` are written as in a story;
 * `why` tells what became of alerts that did not come.
 */
export type Failure = {
  path: string
  line: number
  column: number
  at: string
  message: BothLanguages
  expected?: string
  found?: string
  why?: BothLanguages[]
}

export type StoryResult = { story: string; line: number; passed: boolean; failures: Failure[] }

type Found = Omit<Failure, 'line' | 'column' | 'at'> & { where?: 'key' }

/** Plays every story of a document, in order. The witness sees them all. */
export function playStories(pathway: Pathway, document: StoryDocument, witness: StoryWitness): StoryResult[] {
  return document.stories.map((story, index) => {
    const failures = playStory(pathway, story, `/${index}`, document.place, witness)
    return { story: story.story, line: document.place(`/${index}`).line, passed: failures.length === 0, failures }
  })
}

/** Also sees who is registered. */
export type StoryWitness = Witness & { registered: (pathway: Pathway, facts: NonNullable<Story['facts']>) => void }

function playStory(
  pathway: Pathway,
  story: Story,
  path: string,
  place: StoryDocument['place'],
  witness: StoryWitness,
): Failure[] {
  const failures: Failure[] = []
  const start = instantFromText(pathway.zone, story.start)!
  const fail = (now: Instant, { where, ...found }: Found): void => {
    const { line, column } = place(found.path, where)
    failures.push({ ...found, line, column, at: localText(pathway.zone, now) })
  }
  witness.registered(pathway, story.facts ?? {})
  const { registration = 'included', facts = {}, steps = [] } = story
  const { answer, reasons } = include(pathway, facts)
  if (answer !== registration) {
    const where = `${path}/${story.registration ? 'registration' : 'facts'}`
    fail(start, { ...difference(where, 'registration', registration, answer), why: reasons.map(inclusionReason) })
  }
  if (answer !== 'included' || registration !== 'included') return failures
  try {
    playSteps(pathway, { start, facts, steps, path }, witness, fail)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    fail(start, { path, message: say('fail.endless') })
  }
  return failures
}

/** The author's own reason, or the fact that is missing or decided. */
function inclusionReason({ condition, missing, text, path }: InclusionReason): BothLanguages {
  const name = condition.fact ?? path
  if (missing) return say('why.fact-missing', { name })
  return text?.nl === undefined ? say('why.fact-decided', { name }) : { nl: text.nl, en: text.en ?? text.nl }
}

type Played = { start: Instant; facts: NonNullable<Story['facts']>; steps: StoryStep[]; path: string }

function playSteps(
  pathway: Pathway,
  { start, facts, steps, path }: Played,
  witness: StoryWitness,
  fail: (now: Instant, found: Found) => void,
): void {
  const since = new Since()
  const patient = new SimulatedPatient(pathway, facts, start, 'story', {
    look: (look) => {
      since.looks.push(look)
      witness.look(look)
    },
    happened: (happening: Happening, who) => {
      since.add(happening)
      witness.happened(happening, who)
    },
  })
  for (const [index, step] of steps.entries()) {
    const at = `${path}/steps/${index}`
    const obstacle = doStep(patient, step, start)
    if (obstacle) fail(patient.now, { path: `${at}/${obstacle.key}`, message: obstacle.message })
    for (const found of compare(step, since, patient, at)) fail(patient.now, found)
    since.clear()
  }
}

/** Lets time pass up to the step, and does it. */
function doStep(patient: SimulatedPatient, step: StoryStep, start: Instant): Obstacle | null {
  const { zone } = patient.pathway
  if (step.days !== undefined) {
    const { from, until } = daysOf(step.days, start, zone)
    return until <= patient.now ? backInTime(patient, 'days') : sendAsPlanned(patient, step, from, until)
  }
  const now = step.at === undefined ? patient.now : momentOf(step.at, start, zone)!
  if (now < patient.now) return backInTime(patient, 'at')
  patient.pass(now)
  return act(patient, step, step.taken === undefined ? now : momentOf(step.taken, start, zone)!)
}

const backInTime = ({ now, pathway }: SimulatedPatient, key: string): Obstacle => ({
  key,
  message: say('fail.back-in-time', { now: localText(pathway.zone, now).slice(0, 16) }),
})

/** A refusal that the story does not speak of is a failure as well. */
function compare({ expect = {} }: StoryStep, since: Since, patient: SimulatedPatient, at: string): Found[] {
  const refused = expect.refused === undefined ? since.refusal() : null
  return [
    ...(refused === null ? [] : [difference(at, 'refused', '[]', refused)]),
    ...differences(expect, since, patient).map(({ key, expected, found, why = [] }) => ({
      ...difference(`${at}/expect/${key}`, key, expected, found),
      ...(why.length > 0 ? { why } : {}),
    })),
  ]
}

type What = Parameters<typeof say>[0] extends infer Key ? (Key extends `fail.${infer Name}` ? Name : never) : never

function difference(path: string, what: What, expected: string, found: string): Found {
  const shown = (text: string) => (text === '[]' ? say('none') : text)
  const fillings = { what: say(`fail.${what}`), expected: shown(expected), found: shown(found) }
  return { path, message: say('fail.expected', fillings), expected, found }
}
