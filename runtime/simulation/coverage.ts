/** Which parts of a pathway the stories have touched, kind by kind. */
import type { PathwayDefinition } from '../../schemas/index.ts'
import type { Alert } from '../alerts/index.ts'
import type { Enrolment, Reading, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { below } from '../interpreter/pointer.ts'
import type { ConditionTrace, Look } from '../interpreter/trace.ts'
import { conditionsIn, partsOf, routeStepsIn, statesIn, transitionsIn } from '../interpreter/walk.ts'
import type { Following, Happening, SimulatedPatient } from './patient.ts'
import { outcomesOf, ScoreWitness } from './coverage/scores.ts'

/** How many of the parts were touched; `missed` names the others by JSON Pointer, conditions with `=true` or `=false`. */
export type Share = { hit: number; total: number; missed: string[] }

/** `routes` are steps of routes, each `otherwise` apart; `outcomes` are those of scores, `items` those of questionnaires. */
export type Coverage = Record<
  'states' | 'transitions' | 'conditions' | 'schedules' | 'routes' | 'outcomes' | 'items',
  Share
>

/**
 * Watches stories being played. A state counts when it is entered, a phase with its first sub-state; a transition when it is
 * taken, or acts; a condition when it is looked at for a trigger that happened (each leaf and each combination: once true,
 * once false); a schedule when it runs; a route step when its party is told; an outcome when a score has it; an item when it
 * is answered. Indicators belong to the evaluation and are left out, and so are the other pathways of the patient.
 */
export class CoverageWitness {
  readonly #pathway: Pathway
  readonly #seen = new Set<string>()
  readonly #paths: Map<string, { path: string; moves: boolean }>
  readonly #scores: ScoreWitness

  constructor(pathway: Pathway) {
    this.#pathway = pathway
    this.#scores = new ScoreWitness(pathway.definition)
    const parts = transitionsIn(pathway.definition)
    this.#paths = new Map(parts.map(({ id, path, transition }) => [id, { path, moves: transition.to !== undefined }]))
  }

  registered = (pathway: Pathway, facts: Record<string, Value>): void => {
    const enrolment = { facts, parameters: {} } as unknown as Enrolment
    const situation = { enrolment, t: 0, now: 0, submission: null, together: 0 }
    for (const condition of [pathway.include, pathway.exclude])
      if (condition) this.#condition(condition.trace(situation))
  }

  look = ({ outcome, condition }: Look, pathway: string): void => {
    if (pathway === this.#pathway.id && condition && outcome !== 'not-triggered') this.#condition(condition)
  }

  happened = ({ pathway, effects, alertEffects, fired, event }: Happening, patient: SimulatedPatient): void => {
    for (const effect of alertEffects) {
      const alert = effect.type === 'told' ? patient.alerts.open.find(({ id }) => id === effect.alert) : undefined
      if (alert && effect.type === 'told') this.#told(patient, alert, effect.step)
    }
    const on = pathway === this.#pathway.id ? patient.on(pathway) : undefined
    if (!on) return
    for (const effect of effects) if (effect.type === 'entered') this.#entered(effect.state, effect.transition)
    for (const id of fired) if (this.#paths.get(id)?.moves === false) this.#seen.add(this.#paths.get(id)!.path)
    for (const schedule of Object.keys(on.enrolment.schedules)) this.#seen.add(below('/schedules', schedule))
    if (event?.type === 'submission') this.#answered(event.readings)
    if (event?.type === 'submission' || event?.type === 'correction') this.#computed(on)
  }

  /** What has been touched so far. */
  get coverage(): Coverage {
    const definition = this.#pathway.definition
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
      outcomes: this.#share(outcomesIn(definition)),
      items: this.#share(itemsIn(definition).map(({ path }) => path)),
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

  #entered(state: string, transition: string | null): void {
    for (const { id, path } of statesIn(this.#pathway.definition))
      if (id === state || state.startsWith(`${id}.`)) this.#seen.add(path)
    // One that leads to another state counts here, when it is taken: not when it is only proposed or preceded.
    const taken = transition === null ? undefined : this.#paths.get(transition)
    if (taken) this.#seen.add(taken.path)
  }

  #told(patient: SimulatedPatient, { origin, route }: Alert, { index, since }: Alert['step']): void {
    if (origin.pathway !== this.#pathway.id) return
    const path = below('/routes', route, index)
    const standIn = patient.routes.route(route).steps[index]?.reachable(since)?.otherwise
    this.#seen.add(standIn ? `${path}/otherwise` : path)
  }

  #answered(readings: readonly Reading[]): void {
    const sent = new Set(readings.map(({ measurement }) => measurement))
    for (const { path, name } of itemsIn(this.#pathway.definition)) if (sent.has(name)) this.#seen.add(path)
  }

  #computed({ enrolment }: Following): void {
    for (const path of this.#scores.look(enrolment)) this.#seen.add(path)
  }
}

const outcomesIn = (definition: PathwayDefinition): string[] =>
  Object.keys(definition.scores ?? {}).flatMap((score) => outcomesOf(definition, score).map(([, path]) => path))

const itemsIn = ({ questionnaires }: PathwayDefinition): { path: string; name: string }[] =>
  Object.entries(questionnaires ?? {}).flatMap(([questionnaire, { items }]) =>
    Object.keys(items).map((name) => ({ path: below('/questionnaires', questionnaire, 'items', name), name })),
  )
