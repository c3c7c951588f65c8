/** What happened in a story since the step before: everything that an expectation can look at. */
import type { Alert, AlertEffect, Step } from '../../alerts/index.ts'
import type { Effect, Enrolment, Reading } from '../../interpreter/enrolment.ts'
import type { Look } from '../../interpreter/trace.ts'
import { isReview } from './describe.ts'
import type { Following, Happening, SimulatedPatient } from '../patient.ts'

/** Collected while time passes; `begin` starts anew for the next step. Effects are asked per pathway, alerts are the patient's. */
export class Since {
  #happenings: Happening[] = []
  #before = new Map<string, Enrolment>()
  looks: Look[] = []

  add(happening: Happening): void {
    this.#happenings.push(happening)
  }

  /** Everything after now is new. */
  begin(patient: SimulatedPatient): void {
    this.#happenings = []
    this.looks = []
    this.#before = new Map(patient.following.map(({ pathway, enrolment }) => [pathway.id, enrolment]))
  }

  /** The effects of one kind on one pathway. */
  effects<T extends Effect['type']>(type: T, pathway: string): Extract<Effect, { type: T }>[] {
    const own = this.#happenings.filter((happening) => happening.pathway === pathway)
    const all = own.flatMap(({ effects }) => effects)
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
    return [...newest.values()]
      .map((alert) => patient.alerts.open.find(({ id }) => id === alert.id) ?? alert)
      .filter((alert) => !isReview(alert))
  }

  /** Who was told, in order. */
  told({ alerts }: SimulatedPatient): Step[] {
    const reviews = new Set(alerts.open.filter(isReview).map(({ id }) => id))
    return this.alertEffects('told')
      .filter((effect) => !reviews.has(effect.alert))
      .map(({ step }) => step)
  }

  /** The code with which the newest act was refused on this pathway, or by the alerts; without a pathway, on any. */
  refusal(pathway?: string): string | null {
    const own = this.#happenings.filter((happening) => pathway === undefined || happening.pathway === pathway)
    const effects = own.flatMap((happening) => happening.effects)
    const codes = [...effects, ...this.alertEffects('refused')].flatMap((effect) =>
      effect.type === 'refused' ? [effect.code] : [],
    )
    return codes.at(-1) ?? null
  }

  /** The score as it was computed last since then; undefined when it was not. */
  computed(score: string, { pathway, enrolment }: Following): Reading | undefined {
    const before = new Set(this.#before.get(pathway.id)?.readings[score])
    return enrolment.readings[score]?.findLast((reading) => !before.has(reading))
  }

  /** The schedules of the windows that became excused, one name a window. */
  excused({ pathway, enrolment }: Following): string[] {
    const before = new Set(excusedIn(this.#before.get(pathway.id)))
    return excusedIn(enrolment)
      .filter((window) => !before.has(window))
      .map((window) => window.slice(window.indexOf(' ') + 1))
  }
}

/** `1711526400000 measuring-week`: a window by its opening and schedule. */
const excusedIn = (enrolment: Enrolment | undefined): string[] =>
  Object.entries(enrolment?.schedules ?? {}).flatMap(([schedule, { closed }]) =>
    closed.flatMap((window) => (window.excused === undefined ? [] : [`${window.opens} ${schedule}`])),
  )
