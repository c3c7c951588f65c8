/** Which parts of a pathway the stories have touched: states, transitions, conditions both ways, schedules and route steps. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Alert } from '../alerts/index.ts'
import type { Enrolment, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { below } from '../interpreter/pointer.ts'
import type { ConditionTrace } from '../interpreter/trace.ts'
import { conditionsIn, partsOf, routeStepsIn, statesIn, transitionsIn } from '../interpreter/walk.ts'
import type { Happening, SimulatedPatient } from './patient.ts'

/** How many of the parts were touched; `missed` names the others by JSON Pointer, conditions with `=true` or `=false`. */
export type Share = { hit: number; total: number; missed: string[] }
export type Coverage = Record<'states' | 'transitions' | 'conditions' | 'schedules' | 'routes', Share>

/**
 * Watches stories being played. A state counts when it is entered; a transition when it is taken, or acts; a condition when
 * it is looked at for a trigger that happened (each leaf and each combination: once true, once false); a schedule when it
 * runs; a route step when its party is told. Indicators belong to the evaluation and are left out.
 */
export class CoverageWitness {
  readonly #definition: PathwayDefinition
  readonly #seen = new Set<string>()

  constructor(pathway: Pathway) {
    this.#definition = pathway.definition
  }

  registered = (pathway: Pathway, facts: Record<string, Value>): void => {
    const enrolment = { facts, parameters: {} } as unknown as Enrolment
    const situation = { enrolment, t: 0, now: 0, submission: null, together: 0 }
    for (const condition of [pathway.include, pathway.exclude])
      if (condition) this.#condition(condition.trace(situation))
  }

  look = ({ outcome, condition }: { outcome: string; condition?: ConditionTrace }): void => {
    if (condition && outcome !== 'not-triggered') this.#condition(condition)
  }

  happened = ({ effects, alertEffects, fired }: Happening, patient: SimulatedPatient): void => {
    for (const effect of effects) {
      if (effect.type !== 'entered') continue
      this.#seen.add(below('/states', effect.state))
      if (effect.transition !== null) this.#seen.add(transitionPath(effect.transition))
    }
    for (const id of fired) if (!this.#moves(id)) this.#seen.add(transitionPath(id))
    for (const schedule of Object.keys(patient.enrolment.schedules)) this.#seen.add(below('/schedules', schedule))
    for (const effect of alertEffects) {
      if (effect.type !== 'told') continue
      const alert = patient.alerts.open.find(({ id }) => id === effect.alert)
      if (alert) this.#seen.add(routePath(patient, alert, effect.step))
    }
  }

  /** What has been touched so far. */
  get coverage(): Coverage {
    const definition = this.#definition
    const conditions = conditionsIn(definition)
      .filter(({ use }) => use !== 'indicator')
      .flatMap(partsOf)
    const steps = routeStepsIn(definition).flatMap(({ path, step }) => [
      path,
      ...(step.otherwise ? [`${path}/otherwise`] : []),
    ])
    return {
      states: this.#share(statesIn(definition).map(({ path }) => path)),
      transitions: this.#share(transitionsIn(definition).map(({ path }) => path)),
      conditions: this.#share(conditions.flatMap(({ path }) => [`${path}=true`, `${path}=false`])),
      schedules: this.#share(Object.keys(definition.schedules ?? {}).map((name) => below('/schedules', name))),
      routes: this.#share(steps),
    }
  }

  #share(paths: string[]): Share {
    const missed = paths.filter((path) => !this.#seen.has(path))
    return { hit: paths.length - missed.length, total: paths.length, missed }
  }

  #condition({ path, truth, children = [] }: ConditionTrace): void {
    if (truth !== null) this.#seen.add(`${path}=${truth}`)
    for (const child of children) this.#condition(child)
  }

  /** One that leads to another state counts when it is taken, not when it is only proposed or preceded. */
  #moves(id: string): boolean {
    return transitionsIn(this.#definition).some((part) => part.id === id && part.transition.to !== undefined)
  }
}

function transitionPath(id: string): string {
  const [state, index] = id.split('/') as [string, string?]
  return state === 'always' ? below('/always', index ?? '') : below('/states', state, 'transitions', index ?? '')
}

function routePath({ routes }: SimulatedPatient, { route }: Alert, { index, since }: Alert['step']): string {
  const path = below('/routes', route, index)
  return routes.route(route).steps[index]?.reachable(since)?.otherwise ? `${path}/otherwise` : path
}
