/** Plays a story and says what differs from it. */
import type { StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/pathway.ts'
import { instantFromText, localText } from '../../interpreter/time/zone.ts'
import { type Registration, SimulatedPatient } from '../patient.ts'
import { say } from '../say.ts'
import { act } from './act.ts'
import type { Obstacle } from './acts/doing.ts'
import { stepDiff } from './diff.ts'
import { differences } from './expect.ts'
import { daysOf, momentOf } from './moment.ts'
import { sendAsPlanned } from './planned.ts'
import type { StoryDocument } from './read.ts'
import { register } from './registration.ts'
import { Since } from './since.ts'
import {
  difference,
  fail,
  type Others,
  type StoryResult,
  type StoryWitness,
  type Telling,
  whereAndWhen,
} from './telling.ts'

export type { Failure, Others, StoryResult, StoryWitness } from './telling.ts'

const nobody: Others = () => null

/** Watches so that failures can say why, and remembers nothing. */
const unseen: StoryWitness = { look: () => {} }

/** Plays every story of a document, in order. The witness sees those that were written by hand. */
export function playStories(
  pathway: Pathway,
  { stories, first, place }: Pick<StoryDocument, 'stories' | 'first' | 'place'>,
  witness: StoryWitness,
  others: Others = nobody,
): StoryResult[] {
  return stories.map((story, index) => {
    const seen = story.generated ? unseen : witness
    return playStory({
      pathway,
      story,
      path: `/${index + first}`,
      others,
      witness: seen,
      place,
      failures: [],
      diffs: [],
    })
  })
}

/** Plays one story. */
export function playStory(telling: Telling): StoryResult {
  const { story, path, place, failures, diffs } = telling
  const start = instantFromText(telling.pathway.zone, story.start)!
  const registrations = register(telling, start)
  if (registrations) playSafely(telling, registrations, start)
  const { line } = place(path)
  const { generated = false } = story
  return { story: story.story, line, passed: failures.length === 0, generated, failures, diffs }
}

function playSafely(telling: Telling, registrations: Registration[], start: Instant): void {
  try {
    playSteps(telling, registrations, start)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    fail(telling, start, { path: telling.path, message: say('fail.endless') })
  }
}

function playSteps(telling: Telling, registrations: Registration[], start: Instant): void {
  const { witness, story, path } = telling
  const since = new Since()
  const { look, happened } = witness
  const patient = SimulatedPatient.enrolled(registrations, start, 'story', {
    ...(look ? { look: (seen, pathway) => (since.looks.push(seen), look(seen, pathway)) } : {}),
    happened: (happening, who) => {
      since.add(happening)
      happened?.(happening, who)
    },
  })
  for (const [index, step] of (story.steps ?? []).entries()) {
    const at = `${path}/steps/${index}`
    const obstacle = doStep(patient, step, start)
    compare(telling, { step, since, patient, at, obstacle })
    since.begin(patient)
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
  return act(patient, step, step.taken === undefined ? now : momentOf(step.taken, start, zone)!, start)
}

const backInTime = ({ now, pathway }: SimulatedPatient, key: string): Obstacle => ({
  key,
  message: say('fail.back-in-time', { now: localText(pathway.zone, now).slice(0, 16) }),
})

type Done = { step: StoryStep; since: Since; patient: SimulatedPatient; at: string; obstacle: Obstacle | null }

/** A refusal that the story does not speak of is a failure as well. */
function compare(telling: Telling, { step, since, patient, at, obstacle }: Done): void {
  const { expect = {} } = step
  const spoken = [expect, ...(expect.also ?? [])].some(({ refused }) => refused !== undefined)
  const refused = spoken ? null : since.refusal()
  const different = differences(expect, since, patient, `${at}/expect`)
  if (obstacle) fail(telling, patient.now, { path: `${at}/${obstacle.key}`, message: obstacle.message })
  if (refused !== null) fail(telling, patient.now, difference(at, 'refused', '[]', refused))
  for (const { key, path = at, expected, found, why = [] } of different)
    fail(telling, patient.now, { ...difference(path, key, expected, found), ...(why.length > 0 ? { why } : {}) })
  if (refused !== null || different.length > 0)
    telling.diffs.push({
      ...whereAndWhen(telling, at, patient.now),
      lines: stepDiff(step, at, different, refused, telling.place),
    })
}
