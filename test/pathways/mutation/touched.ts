/** Sees which parts of a pathway a story depends on: only those stories can notice that such a part was changed. */
import type { Value } from '../../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { below, within } from '../../../runtime/interpreter/pointer.ts'
import type { Look } from '../../../runtime/interpreter/trace.ts'
import type { Happening } from '../../../runtime/simulation/patient.ts'

/** Looked at; looked at in the registration of somebody who is not included; acted. */
const [LOOKED, DECIDED, ACTED] = [1, 2, 3]

const ACTS: Look['outcome'][] = ['fired', 'taken', 'proposed', 'waiting', 'not-confirmed']

export class TouchWitness {
  /** How much a story depends on each part, by JSON Pointer. */
  readonly weights = new Map<string, number>()
  /** How much happened: a long story is played after a short one. */
  length = 0
  readonly #pathway: Pathway

  constructor(pathway: Pathway) {
    this.#pathway = pathway
  }

  registered = (_pathway: Pathway, _facts: Record<string, Value>): void => {
    for (const path of ['/include', '/exclude']) this.#touch(path, DECIDED)
  }

  look = ({ path, outcome }: Look, pathway: string): void => {
    if (pathway !== this.#pathway.id || outcome === 'not-triggered') return
    this.#touch(path, ACTS.includes(outcome) ? ACTED : LOOKED)
  }

  happened = ({ effects, alertEffects }: Happening): void => {
    this.length++
    for (const effect of effects) if (effect.type === 'missed') this.#touch(below('/schedules', effect.schedule), ACTED)
    for (const effect of alertEffects)
      if (effect.type === 'raised') this.#touch(below('/routes', effect.alert.route), ACTED)
  }

  #touch(path: string, weight: number): void {
    this.weights.set(path, Math.max(weight, this.weights.get(path) ?? 0))
  }
}

/** How much what is touched has to do with `path`: 0 for nothing. */
export function weightOf(weights: Map<string, number>, path: string): number {
  let most = 0
  for (const [touched, weight] of weights)
    if (weight > most && (within(path, touched) || within(touched, path))) most = weight
  return most
}
