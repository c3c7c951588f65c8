/** Lays what a story expects beside what happened; each difference becomes one failure. */
import type { Expectation } from '../../../schemas/generated/scenarios.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import type { Following, SimulatedPatient } from '../patient.ts'
import { sameAlerts } from './alerts.ts'
import { counted, type Difference, inOrder, same, sameNames } from './difference.ts'
import { inline, isReview, nameOf } from './describe.ts'
import type { Since } from './since.ts'
import { reasonsFor } from './why.ts'

/** A difference with what became of the alerts that did not come. */
export type Explained = Difference & { why?: BothLanguages[] }

/** What an expectation is held against: everything since the step before, on one of the patient's pathways. */
type Found = { since: Since; patient: SimulatedPatient; on: Following }

/** Everything that differs; empty when all is as expected. `path` is where the expectation stands. */
export function differences(expect: Expectation, since: Since, patient: SimulatedPatient, path: string): Explained[] {
  const on = (expect.in === undefined ? undefined : patient.on(expect.in)) ?? patient.following[0]!
  const found = { since, patient, on }
  const here = [
    ...ofState(expect, found),
    ...ofAlerts(expect, found),
    ...ofTime(expect, found),
    ...ofNames(expect, found),
  ]
  return [
    ...here.map((difference) => ({ ...difference, path: `${path}/${difference.key}` })),
    ...(expect.also ?? []).flatMap((one, index) => differences(one, since, patient, `${path}/also/${index}`)),
  ]
}

function ofState(expect: Expectation, { since, on }: Found): Difference[] {
  const { state, exit } = on.enrolment
  const within = expect.state !== undefined && state.startsWith(`${expect.state}.`)
  return [
    ...same('state', within ? state : expect.state, state),
    ...same('exit', expect.exit, exit ?? null),
    ...same('refused', expect.refused, since.refusal(on.pathway.id)),
    ...ofScores(expect.score ?? {}, since, on),
  ]
}

/** A number is the total, a name the outcome, null no score at all. */
function ofScores(expected: NonNullable<Expectation['score']>, since: Since, on: Following): Difference[] {
  const found = Object.entries(expected).map(([score, value]) => {
    const reading = since.computed(score, on)
    return [score, (typeof value === 'string' ? (reading?.outcome ?? reading?.value) : reading?.value) ?? null] as const
  })
  const [one, other] = [inline(expected), inline(Object.fromEntries(found))]
  return one === other ? [] : [{ key: 'score', expected: one, found: other }]
}

function ofAlerts(expect: Expectation, { since, patient }: Found): Explained[] {
  const open = patient.alerts.open.filter((alert) => !isReview(alert))
  const silent = since.alertEffects('silent').map(({ firing }) => nameOf(firing))
  const told = since.told(patient).map(({ party }) => party)
  return [
    ...sameAlerts('alerts', expect.alerts, since.newAlerts(patient)).map((difference) => ({
      ...difference,
      why: reasonsFor(expect.alerts ?? [], since.looks, patient.pathway.zone),
    })),
    ...sameAlerts('open', expect.open, open),
    ...sameNames('silent', expect.silent, silent),
    ...inOrder('told', expect.told, told),
  ]
}

/** What time and schedules did. */
function ofTime(expect: Expectation, { since, on }: Found): Difference[] {
  const scheduled = (type: 'remind' | 'missed') => since.effects(type, on.pathway.id).map(({ schedule }) => schedule)
  return [
    ...counted('reminded', expect.reminded, scheduled('remind')),
    ...counted('missed', expect.missed, scheduled('missed')),
    ...(expect.excused === undefined ? [] : counted('excused', expect.excused, since.excused(on))),
  ]
}

function ofNames(expect: Expectation, { since, on }: Found): Difference[] {
  const of = on.pathway.id
  const messages = since.effects('message', of).map(({ message }) => message)
  const asked = [...new Set(since.effects('measure', of).flatMap(({ measurements }) => measurements))]
  const entered = since.effects('entered', of).map(({ state }) => state)
  const proposed = on.enrolment.proposals.map(({ to }) => to)
  const corrections = since.effects('corrected', of)
  const review = String(since.effects('review', of).length > 0)
  return [
    ...sameNames('asked', expect.asked, asked),
    ...ofMessage(expect.message, messages),
    ...sameNames('messages', expect.messages, messages),
    ...inOrder('entered', expect.entered, entered),
    ...sameNames('proposed', expect.proposed, proposed),
    ...same('review', expect.review === undefined ? undefined : String(expect.review), review),
    ...sameNames('corrected', expect.corrected, namesOf(corrections.flatMap(({ keys }) => keys))),
    ...sameNames('untrue', expect.untrue, namesOf(corrections.flatMap(({ untrue }) => untrue))),
  ]
}

const ofMessage = (expected: string | undefined, found: string[]): Difference[] =>
  expected === undefined || found.includes(expected) ? [] : [{ key: 'message', expected, found: inline(found) }]

/** What alert keys are called in a story: `threshold:crisis` is `crisis`. */
const namesOf = (keys: string[]): string[] => [
  ...new Set(keys.map((key) => key.replace(/^(threshold|transition):/, ''))),
]
