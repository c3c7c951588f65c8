/** From a written state, with what it has from its phase, to what `step` runs in it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { MachineStates } from '../machine.ts'
import type { CompiledState, CompiledThreshold, CompiledTransition } from '../pathway.ts'
import { parseDuration } from '../time/duration.ts'
import { leafStatesIn, lived, type StatePart } from '../walk.ts'

/** Everything that a state can look at: all thresholds, and all transitions of the pathway. */
export type Looks = { thresholds: CompiledThreshold[]; transitions: CompiledTransition[] }

/** Compiles the states that a patient can be in. */
export function compileStates(definition: PathwayDefinition, looks: Looks): CompiledState[] {
  return leafStatesIn(definition).map((part) => compileState(part, looks))
}

function compileState(part: StatePart, looks: Looks): CompiledState {
  const { id, path, phase, state: own } = part
  const { schedules = [], thresholds, monitoring, review } = lived(part)
  const transitions = own.exit === undefined ? transitionsOf(part, looks.transitions) : []
  const watched = thresholds ? looks.thresholds.filter((one) => thresholds.includes(one.id)) : looks.thresholds
  return {
    name: id,
    path,
    title: own.title ?? { nl: id, en: id },
    ...(phase ? { phase: phase.id } : {}),
    schedules,
    thresholds: watched,
    transitions,
    watched: monitoring !== 'none',
    review: review === 'all',
    messages: messagesOf(part),
    phaseMessages: phase ? messagesOf(phase) : [],
    steady: isSteady(watched, transitions),
    lasting: lastingOf(watched, transitions),
    ...(own.exit === undefined ? {} : { exit: own.exit }),
  }
}

/** Thresholds on readings wait for a reading; transitions on a trigger wait for that, only `after` is asked again and again once it has come. */
const isSteady = (thresholds: CompiledThreshold[], transitions: CompiledTransition[]): boolean =>
  thresholds.every(({ when }) => when.measurements.size > 0 || when.steady) &&
  transitions.every(
    ({ trigger, if: when }) => (trigger.type !== 'none' && trigger.type !== 'after') || (when?.steady ?? true),
  )

const messagesOf = ({ state }: StatePart): string[] => (state.enter ?? []).map(({ message }) => message)

/** Its own, then those of its phase, then those of every state. */
function transitionsOf({ id, phase }: StatePart, all: CompiledTransition[]): CompiledTransition[] {
  return [id, phase?.id, null].flatMap((from) =>
    from === undefined ? [] : all.filter((transition) => transition.from === from),
  )
}

/** A stay can become long enough for an `after` of its transitions or for an `inState` that is looked at in it. */
function lastingOf(thresholds: CompiledThreshold[], transitions: CompiledTransition[]): CompiledState['lasting'] {
  const lengths = [
    ...transitions.flatMap(({ stay, lasting }) => lasting.map((length) => `${stay}:${length}`)),
    ...thresholds.flatMap(({ lasting }) => lasting.map((length) => `state:${length}`)),
  ]
  return [...new Set(lengths)].map((text) => {
    const [stay, length] = text.split(':') as ['state' | 'phase', string]
    return { stay, length: parseDuration(length) }
  })
}

/** The states as a machine: transitions of a phase stand at the phase, those of every state in each. */
export function machineStates(definition: PathwayDefinition, transitions: CompiledTransition[]): MachineStates {
  const on = (...from: (string | null)[]): Record<string, string> =>
    Object.fromEntries(
      transitions.flatMap((one) => (one.to && from.includes(one.from) ? [[one.id, targetOf(one)] as const] : [])),
    )
  const entries = Object.entries(definition.states).map(([name, { exit, initial, states }]) => {
    const inner = Object.keys(states ?? {}).map((sub) => [sub, { on: on(`${name}.${sub}`) }] as const)
    const nested = inner.length > 0 ? { initial: initial!, states: Object.fromEntries(inner) } : {}
    return [name, exit === undefined ? { on: on(name, null), ...nested } : { on: {}, final: true }] as const
  })
  return Object.fromEntries(entries)
}

/** A phase is entered as a whole: XState finds its initial sub-state. */
const targetOf = ({ to, intoPhase }: CompiledTransition): string => (intoPhase ? to!.split('.')[0]! : to!)
