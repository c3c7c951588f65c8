/** The one file that knows XState: a machine without context or time, of which we only ask where a transition leads. */
import { createMachine, transition, type AnyMachineSnapshot } from 'xstate'

/** What a machine is made of: per state the transitions by their id, and whether it is an end. */
export type MachineStates = Record<string, { on: Record<string, string>; final?: boolean }>

export type Machine = {
  initial: string
  /** The state after a transition. Throws RangeError when that state has no such transition. */
  next: (state: string, transitionId: string) => string
}

/** Compiles states into an XState machine and asks it purely: nothing runs, nothing is kept but the snapshots of its states. */
export function compileMachine(id: string, initial: string, states: MachineStates): Machine {
  const machine = createMachine({ id, initial, context: {}, states: mapStates(states) })
  const snapshots = new Map<string, AnyMachineSnapshot>()
  const snapshotOf = (state: string): AnyMachineSnapshot => {
    const kept = snapshots.get(state)
    if (kept) return kept
    const persisted = { value: state, status: 'active', context: {}, historyValue: {}, children: {} }
    const restored = machine.restoreSnapshot(persisted as never, undefined as never)
    snapshots.set(state, restored)
    return restored
  }
  const next = (state: string, transitionId: string): string => {
    if (states[state]?.on[transitionId] === undefined)
      throw new RangeError(`No transition ${transitionId} in state ${state}`)
    const [{ value }] = transition(machine, snapshotOf(state) as never, { type: transitionId })
    return value as string // states have no sub-states, so the value is a name
  }
  return { initial, next }
}

function mapStates(states: MachineStates): Record<string, object> {
  const entries = Object.entries(states).map(([name, { on, final }]) => {
    if (final) return [name, { type: 'final' }] as const
    const targets = Object.entries(on).map(([event, target]) => [event, { target, reenter: true }] as const)
    return [name, { on: Object.fromEntries(targets) }] as const
  })
  return Object.fromEntries(entries)
}
