/** The one file that knows XState: a machine without context or time, of which we only ask where a transition leads. */
import { createMachine, initialTransition, transition, type AnyMachineSnapshot, type StateValue } from 'xstate'

/** What a machine is made of: per state the transitions by their id, and whether it is an end; of a phase also its sub-states, by their short names. */
export type MachineStates = Record<string, MachineState>
type MachineState = { on: Record<string, string>; final?: boolean; initial?: string; states?: MachineStates }

export type Machine = {
  /** Where the machine begins: of a phase its initial sub-state. */
  initial: string
  /** The state after a transition. Throws RangeError when that state has no such transition. */
  next: (state: string, transitionId: string) => string
}

/** Compiles states into an XState machine and asks it purely: nothing runs, nothing is kept but the snapshots of its states. */
export function compileMachine(id: string, initial: string, states: MachineStates): Machine {
  const machine = createMachine({ id, initial, context: {}, states: mapStates(id, states) })
  const snapshots = new Map<string, AnyMachineSnapshot>()
  const snapshotOf = (state: string): AnyMachineSnapshot => {
    const kept = snapshots.get(state)
    if (kept) return kept
    const persisted = { value: valueOf(state), status: 'active', context: {}, historyValue: {}, children: {} }
    const restored = machine.restoreSnapshot(persisted as never, undefined as never)
    snapshots.set(state, restored)
    return restored
  }
  /** Without context a way always leads to the same state: XState is asked once. */
  const known = new Map<string, string>()
  const next = (state: string, transitionId: string): string => {
    const way = `${state} ${transitionId}`
    const found = known.get(way)
    if (found !== undefined) return found
    if (!leads(states, state, transitionId)) throw new RangeError(`No transition ${transitionId} in state ${state}`)
    const [{ value }] = transition(machine, snapshotOf(state) as never, { type: transitionId })
    known.set(way, nameOf(value))
    return nameOf(value)
  }
  const [begin] = initialTransition(machine)
  return { initial: nameOf(begin.value), next }
}

/** `titrating.week-one` as XState writes it: `{ titrating: 'week-one' }`. */
function valueOf(state: string): StateValue {
  const [phase, sub] = state.split('.') as [string, string?]
  return sub === undefined ? phase : { [phase]: sub }
}

function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value
  const [phase, sub] = Object.entries(value)[0]!
  return `${phase}.${sub as string}` // states nest one level deep
}

/** Whether a state, or the phase around it, has this transition. */
function leads(states: MachineStates, state: string, transitionId: string): boolean {
  const [name, sub] = state.split('.') as [string, string?]
  const phase = states[name]
  return [phase, phase?.states?.[sub ?? '']].some((part) => part?.on[transitionId] !== undefined)
}

function mapStates(id: string, states: MachineStates): Record<string, object> {
  const entries = Object.entries(states).map(([name, { on, final, initial, states: inner }]) => {
    if (final) return [name, { type: 'final' }] as const
    const targets = Object.entries(on).map(([event, to]) => [event, { target: `#${id}.${to}`, reenter: true }] as const)
    const nested = inner ? { initial, states: mapStates(id, inner) } : {}
    return [name, { on: Object.fromEntries(targets), ...nested }] as const
  })
  return Object.fromEntries(entries)
}
