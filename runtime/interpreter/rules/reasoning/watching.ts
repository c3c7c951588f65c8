/** Who looks at a condition, and what is measured there. */
import type { PathwayDefinition, Schedule } from '../../../../schemas/index.ts'
import { lastKeyOf } from '../../pointer.ts'
import { arrivalIn, lived, type ConditionRoot, type StatePart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { mostReadings, ordinaryLength } from './delivery.ts'
import { once } from './once.ts'
import { leafStatesOf, transitionsOf } from './walked.ts'

/** The states that a patient can be in while the condition is looked at. A state watches every threshold unless it lists its own. */
export function watchingStates(pathway: Examined, { use, path, owner }: ConditionRoot): StatePart[] {
  const states = leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)
  if (use === 'guard')
    return path.startsWith('/always/')
      ? states
      : states.filter((part) =>
          [part.path, part.phase?.path].some((own) => own && path.startsWith(`${own}/transitions/`)),
        )
  return states.filter((part) => lived(part).thresholds?.includes(lastKeyOf(owner)) ?? true)
}

/** What of measurements, items and scores comes in when a schedule is followed. */
export const askedBy = once(
  (definition: PathwayDefinition): Map<string, Set<string>> =>
    new Map(
      Object.entries(definition.schedules ?? {}).map(
        ([id, schedule]) => [id, valuesAsked(definition, schedule)] as const,
      ),
    ),
)

function valuesAsked({ questionnaires, scores }: PathwayDefinition, { measure }: Schedule): Set<string> {
  const values = new Set(measure.flatMap((name) => [name, ...Object.keys(questionnaires?.[name]?.items ?? {})]))
  // A score may be made of scores: every round finds those one step further.
  for (let before = -1; before < values.size;) {
    before = values.size
    for (const [name, { inputs }] of Object.entries(scores ?? {}))
      if (Object.values(inputs ?? {}).some((one) => values.has(one.measurement ?? one.answer ?? one.score ?? '')))
        values.add(name)
  }
  return values
}

/** The schedules of a state that ask a value. */
export const schedulesAsking = (pathway: Examined, part: StatePart, value: string): [string, Schedule][] =>
  runningIn(pathway, part).filter(([id]) => askedBy(pathway.definition).get(id)?.has(value))

/** The schedules that run in a state. */
export const runningIn = ({ definition }: Examined, part: StatePart): [string, Schedule][] =>
  (lived(part).schedules ?? []).flatMap((id) => {
    const schedule = definition.schedules?.[id]
    return schedule ? [[id, schedule] as [string, Schedule]] : []
  })

/** What can be delivered at most: by which schedule most of it, and whether that ends within the window, so that a second stay might add to it. */
export type Delivery = { id: string; readings: number; oneStay: boolean }

/** The most readings of a value within `over` in any of these states; null when nobody asks it there, or when it is not known. */
export function delivery(
  pathway: Examined,
  states: readonly StatePart[],
  value: string,
  over: string,
): Delivery | null {
  let best: Delivery | null = null
  for (const part of states) {
    const here = deliveryIn(schedulesAsking(pathway, part, value), over)
    if (here === 'unknown') return null
    if (here && (best === null || here.readings > best.readings)) best = here
  }
  return best
}

/** Schedules that run side by side deliver together. */
function deliveryIn(schedules: [string, Schedule][], over: string): Delivery | null | 'unknown' {
  const each = schedules.map(([id, schedule]) => ({
    id,
    readings: mostReadings(schedule, over),
    oneStay: schedule.for !== undefined && ordinaryLength(schedule.for) < ordinaryLength(over),
  }))
  if (each.some(({ readings }) => readings === null)) return 'unknown'
  const [most] = each.toSorted((one, other) => other.readings! - one.readings!)
  const readings = each.reduce((sum, one) => sum + one.readings!, 0)
  return most ? { id: most.id, readings, oneStay: each.some(({ oneStay }) => oneStay) } : null
}

/** The states from which a patient comes straight into one of these: what was measured there is still in the window at first. */
export function statesBefore(pathway: Examined, states: readonly StatePart[]): StatePart[] {
  const ids = new Set(states.map(({ id }) => id))
  const sources = transitionsOf(pathway).filter(
    ({ transition: { to } }) => to !== undefined && ids.has(arrivalIn(pathway.definition, to)),
  )
  return leafStatesOf(pathway).filter(
    (part) =>
      !ids.has(part.id) && sources.some(({ state }) => state !== null && [part.id, part.phase?.id].includes(state)),
  )
}
