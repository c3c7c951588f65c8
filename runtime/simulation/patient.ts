/** A simulated patient: one pathway or more and the alerts of them all, on a clock that only the story moves. */
import {
  alert,
  type AlertEffect,
  type AlertEvent,
  type CompiledRoutes,
  firingsIn,
  newReadings,
  newsOf,
  nextAlertWake,
  noAlerts,
  type PatientAlerts,
  type RouteLookup,
  validReadings,
} from '../alerts/index.ts'
import type { Effect, Enrolment, Event, Instant, Reading, StepResult, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { start, step } from '../interpreter/step.ts'
import type { Look } from '../interpreter/trace.ts'
import { nextWake } from '../interpreter/wake.ts'
import { routesOf } from './routes-of.ts'

/**
 * One thing that happened on one pathway, with what the pathway and the alerts made of it. `event` is absent for the start
 * and for alerts alone; what the alerts made of something that happened on several pathways stands with the last of them.
 */
export type Happening = {
  at: Instant
  pathway: string
  event?: Event
  effects: Effect[]
  alertEffects: AlertEffect[]
  fired: string[]
}

/** Sees everything: each condition that was looked at, and each thing that happened. Coverage is one. Without `look` playing is faster. */
export type Witness = {
  look?: (look: Look, pathway: string) => void
  happened?: (happening: Happening, patient: SimulatedPatient) => void
}

/** Registration on one pathway. */
export type Registration = { pathway: Pathway; facts: Record<string, Value> }

/** One pathway of the patient, and how far it has come. */
export type Following = { readonly pathway: Pathway; enrolment: Enrolment }

/**
 * Enrols at once. `pass` lets time go by through every wake-up, each at its own instant; `happen` and `act` do something now.
 * Deterministic: the same calls give the same patient.
 */
export class SimulatedPatient {
  /** The story's own pathway first. */
  readonly following: readonly Following[]
  alerts: PatientAlerts
  now: Instant
  #witness: Witness
  #lookup: RouteLookup

  private constructor(following: readonly Following[], alerts: PatientAlerts, now: Instant, witness: Witness) {
    this.following = following
    this.alerts = alerts
    this.now = now
    this.#witness = witness
    this.#lookup = (pathway) => routesOf(this.on(pathway)!.pathway)
  }

  /** Enrols a patient on these pathways, the story's own first. */
  static enrolled(
    registrations: readonly Registration[],
    now: Instant,
    id: string,
    witness: Witness,
  ): SimulatedPatient {
    const started = registrations.map(({ pathway, facts }, index): [Following, StepResult] => {
      const result = start(pathway, facts, now, index === 0 ? id : `${id}-${index + 1}`)
      return [{ pathway, enrolment: result.enrolment }, result]
    })
    const following = started.map(([one]) => one)
    const patient = new SimulatedPatient(following, noAlerts(id), now, witness)
    patient.#settle(started)
    return patient
  }

  /** Another patient with the same past: what happens to the one does not happen to the other. */
  fork(witness: Witness): SimulatedPatient {
    const following = this.following.map((one) => ({ ...one }))
    return new SimulatedPatient(following, this.alerts, this.now, witness)
  }

  get pathway(): Pathway {
    return this.following[0]!.pathway
  }

  get routes(): CompiledRoutes {
    return routesOf(this.pathway)
  }

  get enrolment(): Enrolment {
    return this.following[0]!.enrolment
  }

  /** The patient on the pathway of this name; undefined when it is not followed. */
  on(pathway: string): Following | undefined {
    return this.following.find((one) => one.pathway.id === pathway)
  }

  /** The next instant at which time itself does something; null when nothing waits. */
  get wake(): Instant | null {
    const wakes = [...this.following.map(wakeOf), nextAlertWake(this.#lookup, this.alerts)]
    const due = wakes.filter((at) => at !== null)
    return due.length > 0 ? Math.min(...due) : null
  }

  /** Moves the clock to `until`, handling everything due up to and including it. The clock never runs back. */
  pass(until: Instant): void {
    for (let at = this.wake; at !== null && at <= until; at = this.wake) {
      this.now = at
      // The pathways go first: what they raise must be known when the routes look at the clock.
      const waking = this.following.filter((one) => wakeOf(one) === at)
      if (waking.length > 0) this.happen({ type: 'wake' }, waking)
      else this.act({ type: 'wake' })
    }
    this.now = Math.max(this.now, until)
  }

  /** Something happens, on these pathways (by default on all). Throws RangeError when a pathway moves without end. */
  happen(event: Event, on: readonly Following[] = this.following): void {
    const before = on.map(({ enrolment }) => enrolment)
    const results = on.map((one): [Following, StepResult] => {
      const { look } = this.#witness
      const watch = look && ((seen: Look) => look(seen, one.pathway.id))
      return [one, step(one.pathway, one.enrolment, event, this.now, watch)]
    })
    for (const [one, { enrolment }] of results) one.enrolment = enrolment
    const come = results.flatMap(([, { enrolment }], index) => newReadings(before[index]!, enrolment))
    this.#settle(results, { event, come })
  }

  /** Somebody does something with an alert. */
  act(event: AlertEvent): void {
    const alertEffects = this.#alert(event)
    this.#record({ at: this.now, pathway: this.pathway.id, effects: [], alertEffects, fired: [] })
  }

  #settle(results: [Following, StepResult][], happened?: Happened): void {
    const { event } = happened ?? {}
    const made = alertEventsOf(results, happened).flatMap((one) => this.#alert(one))
    for (const [index, [{ pathway }, { effects, marks }]] of results.entries()) {
      const alertEffects = index === results.length - 1 ? made : []
      const what = { at: this.now, pathway: pathway.id, effects, alertEffects, fired: marks.fired }
      this.#record(event ? { ...what, event } : what)
    }
  }

  #alert(event: AlertEvent): AlertEffect[] {
    const result = alert(this.#lookup, this.alerts, event, this.now)
    this.alerts = result.alerts
    return result.effects
  }

  #record(happening: Happening): void {
    this.#witness.happened?.(happening, this)
  }
}

const wakeOf = ({ pathway, enrolment }: Following): Instant | null => nextWake(pathway, enrolment)

/** What happened, and what came into the records by it. */
type Happened = { event: Event; come: Reading[] }

/** What the alerts hear of a step on all pathways: what fired together, what was sent, and what was corrected. */
function alertEventsOf(results: [Following, StepResult][], happened: Happened | undefined): AlertEvent[] {
  const { event, come = [] } = happened ?? {}
  const firings = results.flatMap(
    ([
      {
        pathway: { id, version },
        enrolment,
      },
      { effects },
    ]) => firingsIn(effects, { enrolment: enrolment.id, pathway: id, version }),
  )
  const sent = event ? results.flatMap(([, { marks }]) => validReadings(event, marks)) : []
  const readings = newsOf(sent, come)
  const raised: AlertEvent[] = firings.length + readings.length > 0 ? [{ type: 'raised', firings, readings }] : []
  if (event?.type !== 'correction') return raised
  const { value, by } = event
  const corrected = results.flatMap(([{ enrolment }, { effects }]) =>
    effects.flatMap((effect) =>
      effect.type === 'corrected' ? [{ ...effect, enrolment: enrolment.id, value, by }] : [],
    ),
  )
  return [...raised, ...corrected]
}
