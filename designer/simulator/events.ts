/** What the parts of the simulator ask for: a patient to begin with, or a next move. */
import type { Instant, Value } from '../../runtime/interpreter/enrolment.ts'
import type { Move } from './play.ts'

/** Begin with a patient of whom registration said this, at this instant. */
export class PatientChosen extends Event {
  readonly facts: Record<string, Value>
  readonly at: Instant

  constructor(facts: Record<string, Value>, at: Instant) {
    super('patient-chosen')
    this.facts = facts
    this.at = at
  }
}

/** The next move of the play. */
export class MoveMade extends Event {
  readonly move: Move

  constructor(move: Move) {
    super('move-made', { bubbles: true, composed: true })
    this.move = move
  }
}

declare global {
  interface HTMLElementEventMap {
    'patient-chosen': PatientChosen
    'move-made': MoveMade
  }
}
