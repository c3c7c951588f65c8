/** A patient on the way to one transition, and the steps of the story that it becomes. */
import type { Expectation, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { CompiledTransition } from '../../interpreter/pathway.ts'
import { dayOf, localText, MINUTE } from '../../interpreter/time/zone.ts'
import type { Happening, SimulatedPatient } from '../patient.ts'
import { act } from '../stories/act.ts'
import { asExpected } from '../stories/describe.ts'
import { nextPlanned } from '../stories/planned.ts'
import { Since } from '../stories/since.ts'

/** Where a patient has come, and what was done so far. `start` is when the story began. */
export type Arrival = { patient: SimulatedPatient; steps: StoryStep[]; start: Instant }

type Sent = { at: Instant; send: NonNullable<StoryStep['send']> }

export class Tour {
  readonly patient: SimulatedPatient
  readonly steps: StoryStep[]
  /** The transition acted: it was taken, gave its alert or message, or was proposed. */
  hit = false
  /** Another transition took the patient away; which one. */
  preceded: string | null = null
  readonly #start: Instant
  readonly #goal: CompiledTransition
  readonly #since = new Since()

  constructor({ patient, steps, start }: Arrival, goal: CompiledTransition) {
    this.#goal = goal
    this.#start = start
    this.steps = [...steps]
    this.patient = patient.fork({ happened: (happening) => this.#happened(happening) })
    this.#since.begin(this.patient)
  }

  /** Nothing more can come of it. */
  get over(): boolean {
    return this.hit || this.preceded !== null || this.patient.enrolment.exit !== undefined
  }

  /** Does something a little later, as one step. */
  do(step: StoryStep, later = MINUTE): void {
    this.#since.begin(this.patient)
    const at = wholeMinute(this.patient.now + later)
    this.#passTo(at)
    if (this.over) return this.#told({ at: this.#text(this.#aligned()) })
    act(this.patient, step, at, this.#start)
    this.#told({ at: this.#text(at), ...step })
  }

  /** Lets time pass until the transition acts, or until then. */
  wait(until: Instant): void {
    this.#since.begin(this.patient)
    this.#passTo(until)
    this.#told({ at: this.#text(this.#aligned()) })
  }

  /** Measures as the schedules ask, until the transition acts, or until then. */
  measure(send: Sent['send'], each: 'reading' | 'window', until: Instant): void {
    this.#since.begin(this.patient)
    const sent: Sent[] = []
    const step = { send, each }
    for (
      let next = nextPlanned(this.patient, step, this.patient.now, until);
      next !== null && !this.over;
      next = nextPlanned(this.patient, step, next + 1, until)
    ) {
      this.#passTo(next)
      if (this.over) break
      act(this.patient, step, next, this.#start)
      sent.push({ at: next, send })
      if (!this.over) this.#since.begin(this.patient)
    }
    if (!this.over) this.#passTo(until)
    this.#tellMeasured(sent, each)
  }

  /** What the last step brought, as it can be expected again. */
  get expectation(): Expectation {
    const alerts = this.#since.newAlerts(this.patient).map((alert) => {
      const { threshold, transition, level } = asExpected(alert)
      return threshold === undefined ? { transition: transition!, level } : { threshold, level }
    })
    return { state: this.patient.enrolment.state, ...(alerts.length > 0 ? { alerts } : {}) }
  }

  #happened(happening: Happening): void {
    this.#since.add(happening)
    const { id, to, confirm } = this.#goal
    for (const effect of happening.effects) {
      if (effect.type === 'entered' && effect.transition === id) this.hit = true
      else if (effect.type === 'entered' && !this.#stillOffered()) this.preceded = effect.transition
      if (effect.type === 'proposed' && effect.proposal.id === id) this.hit = true
    }
    if (to === undefined && !confirm && happening.fired.includes(id)) this.hit = true
  }

  #stillOffered(): boolean {
    const { pathway, enrolment } = this.patient
    return pathway.states.get(enrolment.state)!.transitions.includes(this.#goal)
  }

  /** Wake-up by wake-up, so that it ends where the transition acts. */
  #passTo(until: Instant): void {
    for (let wake = this.patient.wake; wake !== null && wake <= until && !this.over; wake = this.patient.wake)
      this.patient.pass(wake)
    if (!this.over) this.patient.pass(until)
  }

  /** A story tells whole minutes. */
  #aligned(): Instant {
    const at = wholeMinute(this.patient.now)
    this.patient.pass(at)
    return at
  }

  /** Whole days as days, the last one reading by reading. */
  #tellMeasured(sent: Sent[], each: 'reading' | 'window'): void {
    const at = this.#aligned()
    const last = this.#day(at)
    const before = sent.filter((one) => this.#day(one.at) < last)
    if (before[0]) {
      const days = [...new Set([this.#day(before[0].at), this.#day(before.at(-1)!.at)])].join('-')
      this.#told({ days, each, send: before[0].send })
    }
    for (const one of sent.slice(before.length)) this.#told({ at: this.#text(one.at), send: one.send })
    // What a reading brought at once is expected of that reading's step.
    if (sent.at(-1)?.at !== at) this.#told({ at: this.#text(at) })
  }

  #day = (at: Instant): number =>
    dayOf(this.patient.pathway.zone, at) - dayOf(this.patient.pathway.zone, this.#start) + 1

  #text = (at: Instant): string => localText(this.patient.pathway.zone, at).slice(0, 16)

  #told(step: StoryStep): void {
    this.steps.push(step)
  }
}

const wholeMinute = (at: Instant): Instant => Math.ceil(at / MINUTE) * MINUTE
