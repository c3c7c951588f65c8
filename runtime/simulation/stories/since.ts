/** What happened in a story since the step before: everything that an expectation can look at. */
import type { Alert, AlertEffect, Step } from '../../alerts/index.ts'
import type { Effect } from '../../interpreter/enrolment.ts'
import type { Look } from '../../interpreter/trace.ts'
import type { Happening, SimulatedPatient } from '../patient.ts'

/** Collected while time passes; `clear` begins anew for the next step. */
export class Since {
  #happenings: Happening[] = []
  looks: Look[] = []

  add(happening: Happening): void {
    this.#happenings.push(happening)
  }

  clear(): void {
    this.#happenings = []
    this.looks = []
  }

  effects<T extends Effect['type']>(type: T): Extract<Effect, { type: T }>[] {
    const all = this.#happenings.flatMap(({ effects }) => effects)
    return all.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type)
  }

  alertEffects<T extends AlertEffect['type']>(type: T): Extract<AlertEffect, { type: T }>[] {
    const all = this.#happenings.flatMap(({ alertEffects }) => alertEffects)
    return all.filter((effect): effect is Extract<AlertEffect, { type: T }> => effect.type === type)
  }

  /** Alerts that were raised or got worse, each once and as it stands now. */
  newAlerts(patient: SimulatedPatient): Alert[] {
    const raised = [...this.alertEffects('raised'), ...this.alertEffects('worse')].map(({ alert }) => alert)
    const newest = new Map(raised.map((alert) => [alert.id, alert]))
    return [...newest.values()].map((alert) => patient.alerts.open.find(({ id }) => id === alert.id) ?? alert)
  }

  /** Who was told, in order. */
  told(): Step[] {
    return this.alertEffects('told').map(({ step }) => step)
  }

  /** The code with which the newest act was refused. */
  refusal(): string | null {
    const codes = [...this.effects('refused'), ...this.alertEffects('refused')].map(({ code }) => code)
    return codes.at(-1) ?? null
  }
}
