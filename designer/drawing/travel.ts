/** Where an arrow key leads in the drawing: along the transitions, from a state to what leaves it, and on to the next state. */
import type { Graph, StateShape, TransitionShape } from './graph.ts'

/** The path to go to, or null when the key leads nowhere. */
export function travel(graph: Graph, path: string, key: string): string | null {
  const state = graph.states.find((each) => each.path === path)
  if (state) return fromState(graph, state, key)
  const transition = graph.transitions.find((each) => each.path === path)
  return transition ? fromTransition(graph, transition, key) : (graph.states[0]?.path ?? null)
}

function fromState({ states, transitions }: Graph, state: StateShape, key: string): string | null {
  switch (key) {
    case 'ArrowRight':
      return transitions.find(({ from }) => from === state.id)?.path ?? null
    case 'ArrowLeft':
      return transitions.find(({ from, to }) => to === state.id && from !== state.id)?.path ?? null
    default:
      return among(states, state, states, key)
  }
}

function fromTransition({ states, transitions }: Graph, transition: TransitionShape, key: string): string | null {
  const siblings = transitions.filter(({ from }) => from === transition.from)
  const pathOf = (id: string | null): string | null => states.find((state) => state.id === id)?.path ?? null
  switch (key) {
    case 'ArrowRight':
      return pathOf(transition.to)
    case 'ArrowLeft':
      return pathOf(transition.from)
    default:
      return among(siblings, transition, states, key)
  }
}

/** Up and down go along what stands beside it, Home and End to the first and the last state. */
function among<Shape extends { path: string }>(
  siblings: readonly Shape[],
  shape: Shape,
  states: readonly StateShape[],
  key: string,
): string | null {
  const index = siblings.indexOf(shape)
  const shapes: Record<string, { path: string } | undefined> = {
    ArrowDown: siblings[index + 1],
    ArrowUp: siblings[index - 1],
    Home: states[0],
    End: states.at(-1),
  }
  return shapes[key]?.path ?? null
}
