/**
 * The ways through a pathway: its states, transitions, conditions and routes, each with its address.
 *
 * A pathway with mistakes can be walked too: what is not what it should be is passed over.
 */
import type { Condition, PathwayDefinition, RouteStep, State, Transition } from '../../schemas/index.ts'
import { below } from './pointer.ts'

type Part = { path: string }
/** `id` is `measuring`, of a sub-state `titrating.week-one`; `phase` is the phase around a sub-state. */
export type StatePart = Part & { id: string; state: State; phase: StatePart | null }
/** `state` is null for a transition that holds in every state; `id` is `measuring/0`, `titrating.week-one/0` or `always/0`. */
export type TransitionPart = Part & { id: string; state: string | null; transition: Transition }
export type ConditionPart = Part & { condition: Condition }
/** What a condition is for: `owner` is the address of the threshold, transition, indicator or band that holds it. */
export type ConditionRoot = ConditionPart & {
  use: 'inclusion' | 'threshold' | 'guard' | 'indicator' | 'score'
  owner: string
}
export type RouteStepPart = Part & { route: string; index: number; step: RouteStep }

/** Whether a value is a map of the pathway, as its type may promise already. */
export const isObject = <T>(value: T): value is T & object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a map or list, with their keys. */
export function objectsIn<T extends object>(
  part: Record<string, T> | readonly T[] | undefined,
): [key: string, value: T][] {
  return typeof part === 'object' && part !== null ? Object.entries(part).filter(([, value]) => isObject(value)) : []
}

/** Every state: each phase directly before its sub-states. */
export const statesIn = (definition: PathwayDefinition): StatePart[] =>
  objectsIn(definition.states).flatMap(([id, state]) => {
    const part = { path: below('/states', id), id, state, phase: null }
    return [part, ...subStatesIn(part)]
  })

/** The sub-states of a phase; none of any other state. */
export const subStatesIn = (phase: StatePart): StatePart[] =>
  objectsIn(phase.state.states).map(([name, state]) => ({
    path: below(phase.path, 'states', name),
    id: `${phase.id}.${name}`,
    state,
    phase,
  }))

/** The states that a patient can be in: sub-states instead of the phase around them. */
export const leafStatesIn = (definition: PathwayDefinition): StatePart[] =>
  statesIn(definition).filter((part) => part.phase !== null || subStatesIn(part).length === 0)

/** The state in which a patient arrives who goes to `name`: a phase begins in its initial sub-state. */
export const arrivalIn = (definition: PathwayDefinition, name: string): string => {
  const phase = statesIn(definition).find(({ id }) => id === name)
  const initial = phase && subStatesIn(phase).length > 0 ? phase.state.initial : undefined
  return initial === undefined ? name : `${name}.${initial}`
}

/** A state with what it has from the phase around it: its schedules besides its own; thresholds, monitoring and review where it says nothing itself. */
export function lived({ state, phase }: StatePart): State {
  if (phase === null) return state
  const { schedules = [], thresholds, monitoring, review } = phase.state
  return {
    ...(thresholds ? { thresholds } : {}),
    ...(monitoring ? { monitoring } : {}),
    ...(review ? { review } : {}),
    ...state,
    schedules: [...new Set([...(state.schedules ?? []), ...schedules])],
  }
}

/** Every transition with its place: those of the states first, then `always`. */
export const transitionsIn = (definition: PathwayDefinition): TransitionPart[] => [
  ...statesIn(definition).flatMap(({ path, id, state }) =>
    transitionsOf(below(path, 'transitions'), id, state.transitions),
  ),
  ...transitionsOf('/always', null, definition.always),
]

const transitionsOf = (path: string, state: string | null, list: readonly Transition[] | undefined): TransitionPart[] =>
  objectsIn(list).map(([index, transition]) => ({
    path: below(path, index),
    id: `${state ?? 'always'}/${index}`,
    state,
    transition,
  }))

/** Every condition that is not inside another one. */
export const conditionsIn = (definition: PathwayDefinition): ConditionRoot[] => [
  ...root('/include', definition.include, 'inclusion', '/include'),
  ...root('/exclude', definition.exclude, 'inclusion', '/exclude'),
  ...objectsIn(definition.thresholds).flatMap(([id, { when }]) =>
    held(below('/thresholds', id), 'when', when, 'threshold'),
  ),
  ...transitionsIn(definition).flatMap(({ path, transition }) => held(path, 'if', transition.if, 'guard')),
  ...objectsIn(definition.indicators).flatMap(([id, { patientsWhere }]) =>
    held(below('/indicators', id), 'patientsWhere', patientsWhere, 'indicator'),
  ),
  ...objectsIn(definition.scores).flatMap(([score, { inputs }]) =>
    objectsIn(inputs).flatMap(([input, { bands }]) =>
      objectsIn(bands).flatMap(([index, band]) =>
        held(below('/scores', score, 'inputs', input, 'bands', index), 'if', band.if, 'score'),
      ),
    ),
  ),
]

const held = (
  owner: string,
  key: string,
  condition: Condition | undefined,
  use: ConditionRoot['use'],
): ConditionRoot[] => root(below(owner, key), condition, use, owner)

const root = (
  path: string,
  condition: Condition | undefined,
  use: ConditionRoot['use'],
  owner: string,
): ConditionRoot[] => (isObject(condition) ? [{ path, condition, use, owner }] : [])

/** A condition and all conditions inside it, the outer one first. */
export const partsOf = ({ path, condition }: ConditionPart): ConditionPart[] => [
  { path, condition },
  ...(['all', 'any'] as const).flatMap((key) =>
    objectsIn(condition[key]).flatMap(([index, child]) => partsOf({ path: below(path, key, index), condition: child })),
  ),
  ...(isObject(condition.not) ? partsOf({ path: below(path, 'not'), condition: condition.not as Condition }) : []),
]

/** Every step of every route with its place. */
export const routeStepsIn = (definition: PathwayDefinition): RouteStepPart[] =>
  Object.entries(isObject(definition.routes) ? definition.routes : {}).flatMap(([route, steps]) =>
    objectsIn(steps).map(([index, step]) => ({
      path: below('/routes', route, index),
      route,
      index: Number(index),
      step,
    })),
  )
