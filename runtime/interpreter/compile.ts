/** From a checked document to what runs: conditions as functions, names as look-ups, states as a machine. */
import type { Condition, PathwayDefinition, State, Threshold, Transition } from '../../schemas/index.ts'
import { compileCondition, type CompiledCondition, type ConditionContext } from './condition/condition.ts'
import type { PathwayDocument } from './document.ts'
import { longest, parseDuration } from './time/duration.ts'
import { compileMachine, type Machine } from './machine.ts'
import type { CompiledState, CompiledThreshold, CompiledTransition, Pathway, Trigger } from './pathway.ts'
import { keepAlerts, keepInARow, keepReadings, keepWindows, parts } from './condition/retention.ts'
import { compileSchedule } from './time/schedule.ts'
import { DEFAULT_STALE } from './condition/subject.ts'

const DEFAULT_TOGETHER = '30 minutes'

/**
 * Compiles a pathway in which `check` finds no error; throws a TypeError or RangeError on one that was not checked.
 * Costs a few milliseconds: keep the result by content hash.
 */
export function compile(document: PathwayDocument): Pathway {
  const definition = document.value
  const context = { definition, zone: definition.timezone }
  const always = (definition.always ?? []).map((transition, index) =>
    compileTransition(transition, null, index, context),
  )
  const thresholds = Object.entries(definition.thresholds ?? {}).map(([id, threshold]) =>
    compileThreshold(id, threshold, context),
  )
  const states = Object.entries(definition.states).map(([name, state]) =>
    compileState(name, state, thresholds, always, context),
  )
  return {
    id: definition.pathway,
    version: definition.version,
    zone: definition.timezone,
    document,
    definition,
    machine: machineOf(definition, states),
    measurements: measurementsOf(definition),
    schedules: schedulesOf(definition),
    thresholds,
    states: new Map(states.map((state) => [state.name, state])),
    transitions: [...states.flatMap((state) => state.transitions.filter(({ from }) => from !== null)), ...always],
    ...conditionAt('include', definition.include, '/include', context),
    ...conditionAt('exclude', definition.exclude, '/exclude', context),
    keepAlerts: keepAlerts(definition),
  }
}

function conditionAt<K extends string>(
  key: K,
  condition: Condition | undefined,
  path: string,
  context: ConditionContext,
): { [key in K]?: CompiledCondition } {
  return condition ? ({ [key]: compileCondition(condition, path, context) } as { [key in K]: CompiledCondition }) : {}
}

function measurementsOf(definition: PathwayDefinition): Pathway['measurements'] {
  const entries = Object.entries(definition.measurements).map(([name, measurement]) => {
    const { type = 'number', precision = 1, plausible, panel, stale = DEFAULT_STALE } = measurement
    const compiled = { name, type, precision, stale: parseDuration(stale), keep: keepReadings(definition, name) }
    return [name, { ...compiled, ...(plausible ? { plausible } : {}), ...(panel ? { panel } : {}) }] as const
  })
  return new Map(entries)
}

function schedulesOf(definition: PathwayDefinition): Pathway['schedules'] {
  const entries = Object.entries(definition.schedules ?? {})
  const kept = (id: string) => ({ keep: keepWindows(definition, id), keepInARow: keepInARow(definition, id) })
  return new Map(entries.map(([id, schedule]) => [id, compileSchedule(id, schedule, kept(id))]))
}

function compileThreshold(id: string, threshold: Threshold, context: ConditionContext): CompiledThreshold {
  const path = `/thresholds/${id}`
  const { level, route, title, message, remeasure, together = DEFAULT_TOGETHER } = threshold
  return {
    id,
    key: `threshold:${id}`,
    path,
    level,
    title: title ?? { nl: id, en: id },
    when: compileCondition(threshold.when, `${path}/when`, context),
    together: longest(parseDuration(together)),
    ...(route ? { route } : {}),
    ...(message ? { message } : {}),
    ...(remeasure ? { remeasure: parseDuration(remeasure.within) } : {}),
  }
}

function compileState(
  name: string,
  state: State,
  thresholds: CompiledThreshold[],
  always: CompiledTransition[],
  context: ConditionContext,
): CompiledState {
  const own = (state.transitions ?? []).map((transition, index) => compileTransition(transition, name, index, context))
  const watched = state.thresholds
  return {
    name,
    path: `/states/${name}`,
    schedules: state.schedules ?? [],
    thresholds: watched ? thresholds.filter(({ id }) => watched.includes(id)) : thresholds,
    transitions: state.exit === undefined ? [...own, ...always] : [],
    watched: state.monitoring !== 'none',
    messages: (state.enter ?? []).map(({ message }) => message),
    durations: stayDurations(state, context.definition).map(parseDuration),
    ...(state.exit === undefined ? {} : { exit: state.exit }),
  }
}

/** A stay can become long enough for an `after` of its transitions or for an `inState` that is looked at in it. */
function stayDurations(state: State, definition: PathwayDefinition): string[] {
  const transitions = [...(state.transitions ?? []), ...(definition.always ?? [])]
  const guards = transitions.flatMap((transition) => (transition.if ? parts(transition.if) : []))
  const thresholds = Object.values(definition.thresholds ?? {}).flatMap(({ when }) => parts(when))
  const after = transitions.flatMap((transition) => transition.after ?? [])
  return [...new Set([...after, ...[...guards, ...thresholds].flatMap((condition) => condition.inState ?? [])])]
}

function compileTransition(
  transition: Transition,
  from: string | null,
  index: number,
  context: ConditionContext,
): CompiledTransition {
  const path = from === null ? `/always/${index}` : `/states/${from}/transitions/${index}`
  const { title, to, alert, message, confirm } = transition
  return {
    id: `${from ?? 'always'}/${index}`,
    path,
    from,
    ...(title ? { title } : {}),
    trigger: triggerOf(transition),
    ...conditionAt('if', transition.if, `${path}/if`, context),
    ...(to ? { to } : {}),
    ...(alert ? { alert: typeof alert === 'string' ? { route: alert } : alert } : {}),
    ...(message ? { message } : {}),
    ...(confirm ? { confirm } : {}),
  }
}

function triggerOf(transition: Transition): Trigger {
  if (transition.threshold) return { type: 'threshold', threshold: transition.threshold }
  if (transition.completed) return { type: 'completed', schedule: transition.completed }
  if (transition.decision) return { type: 'decision', decision: transition.decision, by: transition.by ?? [] }
  if (transition.after) return { type: 'after', after: parseDuration(transition.after) }
  return { type: 'none' }
}

function machineOf(definition: PathwayDefinition, states: CompiledState[]): Machine {
  const entries = states.map((state) => {
    const on = state.transitions.flatMap(({ id, to }) => (to ? [[id, to] as const] : []))
    return [state.name, { on: Object.fromEntries(on), ...(state.exit === undefined ? {} : { final: true }) }] as const
  })
  return compileMachine(definition.pathway, definition.initial, Object.fromEntries(entries))
}
