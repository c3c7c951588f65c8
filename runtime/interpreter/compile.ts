/** From a checked document to what runs: conditions as functions, names as look-ups, states as a machine. */
import type { Condition, PathwayDefinition, Threshold } from '../../schemas/index.ts'
import { compileStates, machineStates } from './compiling/state.ts'
import { compileTransition, lengthsIn } from './compiling/transition.ts'
import { compileBaselines } from './condition/baseline.ts'
import { compileCondition, type CompiledCondition, type ConditionContext } from './condition/condition.ts'
import type { PathwayDocument } from './document.ts'
import { longest, parseDuration } from './time/duration.ts'
import { compileMachine } from './machine.ts'
import { DAY } from './time/zone.ts'
import type { CompiledThreshold, CompiledTransition, Pathway } from './pathway.ts'
import { keepAlerts, keepInARow, keepWindows } from './condition/retention.ts'
import { askedOf } from './condition/values.ts'
import { keptOf, valuesOf } from './compiling/values.ts'
import { compileScores } from './score/score.ts'
import { compileSchedule } from './time/schedule.ts'
import { statesIn, subStatesIn, transitionsIn } from './walk.ts'

const DEFAULT_TOGETHER = '30 minutes'

/**
 * Compiles a pathway in which `check` finds no error; throws a TypeError or RangeError on one that was not checked.
 * Costs a few milliseconds: keep the result by content hash.
 */
export function compile(document: PathwayDocument): Pathway {
  const definition = document.value
  const context = { definition, zone: definition.timezone }
  const transitions = transitionsOf(definition, context)
  const thresholds = Object.entries(definition.thresholds ?? {}).map(([id, threshold]) =>
    compileThreshold(id, threshold, context),
  )
  const measurements = valuesOf(definition)
  const states = compileStates(definition, { thresholds, transitions })
  return {
    id: definition.pathway,
    version: definition.version,
    zone: definition.timezone,
    document,
    definition,
    machine: compileMachine(definition.pathway, definition.initial, machineStates(definition, transitions)),
    measurements,
    kept: keptOf(definition, measurements.keys()),
    schedules: schedulesOf(definition),
    scores: compileScores(context),
    baselines: compileBaselines(context),
    thresholds,
    states: new Map(states.map((state) => [state.name, state])),
    transitions,
    ...conditionAt('include', definition.include, '/include', context),
    ...conditionAt('exclude', definition.exclude, '/exclude', context),
    keepAlerts: keepAlerts(definition),
    keepPauses: keepPauses(definition),
  }
}

/** A window is at most a day long, and its grace comes on top of that. */
function keepPauses({ schedules = {} }: PathwayDefinition): number {
  const graces = Object.values(schedules).map(({ missedAfter }) =>
    missedAfter ? longest(parseDuration(missedAfter)) : 0,
  )
  return 2 * DAY + Math.max(0, ...graces)
}

function conditionAt<K extends string>(
  key: K,
  condition: Condition | undefined,
  path: string,
  context: ConditionContext,
): { [key in K]?: CompiledCondition } {
  return condition ? ({ [key]: compileCondition(condition, path, context) } as { [key in K]: CompiledCondition }) : {}
}

function transitionsOf(definition: PathwayDefinition, context: ConditionContext): CompiledTransition[] {
  const phases = new Set(statesIn(definition).flatMap((part) => (subStatesIn(part).length > 0 ? [part.id] : [])))
  return transitionsIn(definition).map((part) =>
    compileTransition(part, part.state !== null && phases.has(part.state) ? 'phase' : 'state', context),
  )
}

function schedulesOf(definition: PathwayDefinition): Pathway['schedules'] {
  const entries = Object.entries(definition.schedules ?? {}).map(([id, schedule]) => {
    const kept = { keep: keepWindows(definition, id), keepInARow: keepInARow(definition, id) }
    return [id, compileSchedule(id, { ...schedule, measure: askedOf(definition, schedule.measure) }, kept)] as const
  })
  return new Map(entries)
}

function compileThreshold(id: string, threshold: Threshold, context: ConditionContext): CompiledThreshold {
  const path = `/thresholds/${id}`
  const { level, route, title, message, remeasure, together = DEFAULT_TOGETHER } = threshold
  const when = compileCondition(threshold.when, `${path}/when`, context)
  return {
    id,
    key: `threshold:${id}`,
    path,
    level,
    title: title ?? { nl: id, en: id },
    when,
    together: longest(parseDuration(together)),
    ...(route ? { route } : {}),
    ...(message ? { message } : {}),
    ...(remeasure ? { remeasure: parseDuration(remeasure.within) } : {}),
    lasting: lengthsIn(threshold.when),
  }
}
