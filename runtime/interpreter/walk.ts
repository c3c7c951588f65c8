/**
 * The ways through a pathway: its states, transitions, conditions and routes, each with its address.
 *
 * A pathway with mistakes can be walked too: what is not what it should be is passed over.
 */
import type { Condition, PathwayDefinition, RouteStep, State, Transition } from '../../schemas/index.ts'
import { below } from './pointer.ts'

type Part = { path: string }
export type StatePart = Part & { id: string; state: State }
/** `state` is null for a transition that holds in every state; `id` is `measuring/0` or `always/0`. */
export type TransitionPart = Part & { id: string; state: string | null; transition: Transition }
export type ConditionPart = Part & { condition: Condition }
/** What a condition is for: `owner` is the address of the threshold, transition or indicator that holds it. */
export type ConditionRoot = ConditionPart & { use: 'inclusion' | 'threshold' | 'guard' | 'indicator'; owner: string }
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

export const statesIn = (definition: PathwayDefinition): StatePart[] =>
  objectsIn(definition.states).map(([id, state]) => ({ path: below('/states', id), id, state }))

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

export const routeStepsIn = (definition: PathwayDefinition): RouteStepPart[] =>
  Object.entries(isObject(definition.routes) ? definition.routes : {}).flatMap(([route, steps]) =>
    objectsIn(steps).map(([index, step]) => ({
      path: below('/routes', route, index),
      route,
      index: Number(index),
      step,
    })),
  )
