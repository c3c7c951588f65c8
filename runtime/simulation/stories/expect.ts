/** Lays what a story expects beside what happened; each difference becomes one failure. */
import type { Expectation, ExpectedAlert } from '../../../schemas/generated/scenarios.ts'
import type { Alert } from '../../alerts/index.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import type { SimulatedPatient } from '../patient.ts'
import { asExpected, comparable, inline, nameOf } from './describe.ts'
import type { Since } from './since.ts'
import { reasonsFor } from './why.ts'

/** One expectation that did not hold; `key` is its name in `expect`. `why` tells what became of alerts that did not come. */
export type Difference = { key: keyof Expectation; expected: string; found: string; why?: BothLanguages[] }

/** Everything that differs; empty when all is as expected. */
export function differences(expect: Expectation, since: Since, patient: SimulatedPatient): Difference[] {
  return [...ofState(expect, patient), ...ofAlerts(expect, since, patient), ...ofNames(expect, since, patient)]
}

function ofState(expect: Expectation, { enrolment }: SimulatedPatient): Difference[] {
  return [...same('state', expect.state, enrolment.state), ...same('exit', expect.exit, enrolment.exit ?? null)]
}

function ofAlerts(expect: Expectation, since: Since, patient: SimulatedPatient): Difference[] {
  return [
    ...sameAlerts('alerts', expect.alerts, since.newAlerts(patient)).map((difference) => ({
      ...difference,
      why: reasonsFor(expect.alerts ?? [], since.looks, patient.pathway.zone),
    })),
    ...sameAlerts('open', expect.open, patient.alerts.open),
    ...sameNames(
      'silent',
      expect.silent,
      since.alertEffects('silent').map(({ firing }) => nameOf(firing)),
    ),
    ...inOrder(
      'told',
      expect.told,
      since.told().map(({ party }) => party),
    ),
  ]
}

function ofNames(expect: Expectation, since: Since, { enrolment }: SimulatedPatient): Difference[] {
  const messages = since.effects('message').map(({ message }) => message)
  const asked = [...new Set(since.effects('measure').flatMap(({ measurements }) => measurements))]
  const { message } = expect
  return [
    ...sameNames('asked', expect.asked, asked),
    ...counted(
      'reminded',
      expect.reminded,
      since.effects('remind').map(({ schedule }) => schedule),
    ),
    ...counted(
      'missed',
      expect.missed,
      since.effects('missed').map(({ schedule }) => schedule),
    ),
    ...(message === undefined || messages.includes(message)
      ? []
      : [{ key: 'message' as const, expected: message, found: inline(messages) }]),
    ...sameNames('messages', expect.messages, messages),
    ...inOrder(
      'entered',
      expect.entered,
      since.effects('entered').map(({ state }) => state),
    ),
    ...sameNames(
      'proposed',
      expect.proposed,
      enrolment.proposals.map(({ to }) => to),
    ),
    ...same('refused', expect.refused, since.refusal()),
  ]
}

function same(key: keyof Expectation, expected: string | undefined, found: string | null): Difference[] {
  return expected === undefined || expected === found ? [] : [{ key, expected, found: found ?? '[]' }]
}

function inOrder(key: keyof Expectation, expected: string | string[] | undefined, found: string[]): Difference[] {
  if (expected === undefined) return []
  const names = [expected].flat()
  return inline(names) === inline(found) ? [] : [{ key, expected: inline(names), found: inline(found) }]
}

function sameNames(key: keyof Expectation, expected: string | string[] | undefined, found: string[]): Difference[] {
  if (expected === undefined) return []
  return inOrder(key, [expected].flat().toSorted(), found.toSorted()).map((difference) => ({
    ...difference,
    expected: inline([expected].flat()),
    found: inline(found),
  }))
}

/** A number counts; names say of which schedules, however often. */
function counted(key: keyof Expectation, expected: number | string[] | undefined, found: string[]): Difference[] {
  if (typeof expected !== 'number') return sameNames(key, expected, [...new Set(found)])
  return expected === found.length ? [] : [{ key, expected: String(expected), found: String(found.length) }]
}

/** Exactly as many alerts, each fitting its own expectation, in any order. */
function sameAlerts(key: keyof Expectation, expected: ExpectedAlert[] | undefined, found: Alert[]): Difference[] {
  if (!expected || (expected.length === found.length && pairs(expected, found))) return []
  return [{ key, expected: inline(expected), found: inline(found.map((alert) => comparable(alert, expected))) }]
}

function pairs([first, ...others]: ExpectedAlert[], found: Alert[]): boolean {
  if (!first) return true
  return found.some(
    (alert) =>
      fits(first, alert) &&
      pairs(
        others,
        found.filter((one) => one !== alert),
      ),
  )
}

function fits(expected: ExpectedAlert, alert: Alert): boolean {
  const actual = asExpected(alert)
  return Object.entries(expected).every(([key, value]) =>
    key === 'under'
      ? inline([...(value as string[])].toSorted()) === inline(actual.under.toSorted())
      : actual[key as keyof ExpectedAlert] === value,
  )
}
