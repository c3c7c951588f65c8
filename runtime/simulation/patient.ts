/** A simulated patient: the pathway and the alerts together, on a clock that only the story moves. */
import {
  alert,
  type AlertEffect,
  type AlertEvent,
  compileRoutes,
  type CompiledRoutes,
  nextAlertWake,
  noAlerts,
  type PatientAlerts,
} from '../alerts/index.ts'
import type { Effect, Enrolment, Event, Instant, StepResult, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { start, step } from '../interpreter/step.ts'
import type { Look } from '../interpreter/trace.ts'
import { nextWake } from '../interpreter/wake.ts'

/** One thing that happened, with what the pathway and the alerts made of it. `event` is absent for the start and for alerts alone. */
export type Happening = {
  at: Instant
  event?: Event
  effects: Effect[]
  alertEffects: AlertEffect[]
  fired: string[]
}

/** Sees everything: each condition that was looked at, and each thing that happened. Coverage is one. */
export type Witness = {
  look: (look: Look) => void
  happened: (happening: Happening, patient: SimulatedPatient) => void
}

/**
 * Enrols at once. `pass` lets time go by through every wake-up, each at its own instant; `happen` and `act` do something now.
 * Deterministic: the same calls give the same patient.
 */
export class SimulatedPatient {
  readonly pathway: Pathway
  readonly routes: CompiledRoutes
  enrolment: Enrolment
  alerts: PatientAlerts
  now: Instant
  #witness: Witness

  constructor(pathway: Pathway, facts: Record<string, Value>, now: Instant, id: string, witness: Witness) {
    this.pathway = pathway
    this.routes = compileRoutes(pathway)
    this.now = now
    this.alerts = noAlerts(id)
    this.#witness = witness
    const started = start(pathway, facts, now, id)
    this.enrolment = started.enrolment
    this.#settle(started, now)
  }

  /** The next instant at which time itself does something; null when nothing waits. */
  get wake(): Instant | null {
    const wakes = [nextWake(this.pathway, this.enrolment), nextAlertWake(() => this.routes, this.alerts)]
    const due = wakes.filter((at) => at !== null)
    return due.length > 0 ? Math.min(...due) : null
  }

  /** Moves the clock to `until`, handling everything due up to and including it. The clock never runs back. */
  pass(until: Instant): void {
    for (let at = this.wake; at !== null && at <= until; at = this.wake) {
      this.now = at
      // The pathway goes first: what it raises must be known when the routes look at the clock.
      if (nextWake(this.pathway, this.enrolment) === at) this.happen({ type: 'wake' })
      else this.act({ type: 'wake' })
    }
    this.now = Math.max(this.now, until)
  }

  /** Something happens to the enrolment. Throws RangeError when the pathway moves without end. */
  happen(event: Event): Happening {
    const result = step(this.pathway, this.enrolment, event, this.now, this.#witness.look)
    this.enrolment = result.enrolment
    return this.#settle(result, this.now, event)
  }

  /** Somebody does something with an alert. */
  act(event: AlertEvent): Happening {
    return this.#record({ at: this.now, effects: [], alertEffects: this.#alert(event), fired: [] })
  }

  #settle({ effects, marks }: StepResult, at: Instant, event?: Event): Happening {
    const { id, version } = this.pathway
    const firings = effects.flatMap((effect) =>
      effect.type === 'alert' ? [{ ...effect.firing, enrolment: this.enrolment.id, pathway: id, version }] : [],
    )
    const alertEffects = firings.length > 0 ? this.#alert({ type: 'raised', firings }) : []
    return this.#record({ at, ...(event ? { event } : {}), effects, alertEffects, fired: marks.fired })
  }

  #alert(event: AlertEvent): AlertEffect[] {
    const result = alert(() => this.routes, this.alerts, event, this.now)
    this.alerts = result.alerts
    return result.effects
  }

  #record(happening: Happening): Happening {
    this.#witness.happened(happening, this)
    return happening
  }
}
