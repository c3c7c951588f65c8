/** How large a state and a label must be for what is written in them. */
import type { Graph, StateShape, TransitionShape } from './graph.ts'
import { wrap, type Measure } from './wrap.ts'

export const lineHeight = 16
export const stateWidth = 190
const labelWidth = 150
const padding = 12

export type Size = { width: number; height: number }
/** Something that happens without leaving the state, as a row in it. `y` is counted from the top of the state. */
export type Row = { transition: TransitionShape; lines: string[]; y: number; height: number }
export type StateBox = { state: StateShape; size: Size; title: string[]; detail: string[]; rows: Row[] }
export type LabelBox = { transition: TransitionShape; size: Size; lines: string[] }

export function stateBox(state: StateShape, graph: Graph, measure: Measure): StateBox {
  const inside = stateWidth - 2 * padding
  const title = wrap(state.title, inside / 1.12, 3, measure)
  const detail = wrap(state.detail, inside, 2, measure)
  const marks = (state.initial ? 1 : 0) + (state.exit !== null ? 1 : 0) + (state.unwatched ? 1 : 0)
  let y = padding + (title.length + detail.length + marks) * lineHeight + 6
  const rows = stayingIn(graph, state.id).map((transition): Row => {
    const lines = wrap(transition.label, inside - 18, 2, measure)
    const row = { transition, lines, y, height: lines.length * lineHeight + 8 }
    y += row.height
    return row
  })
  return { state, size: { width: stateWidth, height: y + (rows.length > 0 ? 4 : padding - 6) }, title, detail, rows }
}

const stayingIn = ({ transitions }: Graph, id: string): TransitionShape[] =>
  transitions.filter(({ from, to }) => from === id && to === null)

export function labelBox(transition: TransitionShape, measure: Measure): LabelBox {
  const lines = wrap(transition.label, labelWidth, 3, measure)
  const mark = transition.alert ? measure(transition.alert.route) + 18 : 0
  const width = Math.max(...lines.map(measure), mark, 24) + 12
  const extra = (transition.alert ? 1 : 0) + (transition.confirm ? 1 : 0)
  return { transition, lines, size: { width, height: (lines.length + extra) * lineHeight + 6 } }
}

/** Measures in the font of the page, without drawing. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return (words) => words.length * 7
  context.font = font
  return (words) => context.measureText(words).width
}
