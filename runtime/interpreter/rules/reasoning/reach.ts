/** Whom a route reaches, and when; and which alerts take which route. */
import type { Level, PathwayDefinition, RouteStep, Transition } from '../../../../schemas/index.ts'
import type { BothLanguages } from '../../problem.ts'
import { objectsIn } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { bothThere, either, hoursOf, outside, partyHours, period, type Hours } from './hours.ts'
import { once } from './once.ts'
import { transitionsOf } from './walked.ts'
import { stateAt, titled } from './wording.ts'

/** The hours in which a step reaches somebody: its own party, or outside `during` the one that stands in. */
export function reachOf(definition: PathwayDefinition, { to, during, otherwise }: RouteStep): Hours {
  const own = partyHours(definition, to)
  if (during === undefined) return own
  const inside = hoursOf(definition, during)
  if (otherwise === undefined) return bothThere(inside, own)
  const others = outside(inside, period(definition.timezone))
  return either(bothThere(inside, own), bothThere(others, partyHours(definition, otherwise.to)))
}

/** An alert that takes a route: its level, and what raises it. */
export type Sent = { level: Level; cause: BothLanguages }

/** The alerts that each route carries, the first that is named first. */
export const alertsByRoute = once((pathway: Examined): Map<string, Sent[]> => {
  const { definition } = pathway
  const routes = new Map<string, Sent[]>()
  const add = (route: string | undefined, sent: Sent): unknown =>
    route !== undefined && routes.set(route, [...(routes.get(route) ?? []), sent])
  for (const [id, { level, route }] of objectsIn(definition.thresholds))
    add(route, { level, cause: titled(definition, 'thresholds', id) })
  for (const { path, transition } of transitionsOf(pathway)) {
    const { alert } = transition
    add(typeof alert === 'object' ? alert.route : alert, {
      level: levelOf(definition, transition),
      cause: causeOf(definition, path, transition),
    })
  }
  return routes
})

/** The level of the alert that a transition raises: its own, else that of its threshold, else amber. */
export const levelOf = (definition: PathwayDefinition, { alert, threshold }: Transition): Level =>
  (typeof alert === 'object' ? alert.level : undefined) ?? definition.thresholds?.[threshold ?? '']?.level ?? 'amber'

/** The threshold that a transition waits for, else the state that it leaves. */
function causeOf(definition: PathwayDefinition, path: string, { threshold }: Transition): BothLanguages {
  if (threshold !== undefined) return titled(definition, 'thresholds', threshold)
  return stateAt(definition, path) ?? titled(definition, 'states', definition.initial)
}

/** The first alert of a level that takes a route. */
export const sentAt = (pathway: Examined, route: string, level: Level): Sent | undefined =>
  alertsByRoute(pathway)
    .get(route)
    ?.find((sent) => sent.level === level)
