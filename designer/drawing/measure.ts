/** How large a state and a label must be for what is written in them. */
import type { Graph, StateShape, TransitionShape } from './graph.ts'
import { wrap, type Measure } from './wrap.ts'

export const lineHeight = 16
export const stateWidth = 190
const labelWidth = 132
const padding = 12

export type Size = { width: number; height: number }
/** Something that does not lead to another state, as a row in its state. `y` is counted from the top of the state. */
export type Row = { transition: TransitionShape; lines: string[]; y: number; height: number }
export type StateBox = { state: StateShape; size: Size; title: string[]; detail: string[]; rows: Row[] }
/** `y` is counted from the top of the labels of one arrow. */
export type LabelBox = { transition: TransitionShape; size: Size; lines: string[]; y: number }
/** One arrow for everything that leads from one state to another, with the labels below one another. */
export type WayBox = { from: string; to: string; labels: LabelBox[]; size: Size }

export function stateBox(state: StateShape, graph: Graph, measure: Measure): StateBox {
  const inside = stateWidth - 2 * padding
  const title = wrap(state.title, inside / 1.12, 3, measure)
  const detail = wrap(state.detail, inside, 2, measure)
  const marks = (state.initial ? 1 : 0) + (state.exit !== null ? 1 : 0) + (state.unwatched ? 1 : 0)
  const rows = below(
    padding + (title.length + detail.length + marks) * lineHeight + 6,
    stayingIn(graph, state.id),
    (transition) => {
      const lines = wrap(transition.label, inside - 18, 2, measure)
      return { transition, lines, height: lines.length * lineHeight + 8 }
    },
  )
  const end = rows.height + (rows.boxes.length > 0 ? 4 : padding - 6)
  return { state, size: { width: stateWidth, height: end }, title, detail, rows: rows.boxes }
}

/** What does not leave the state, or comes straight back to it. */
const stayingIn = ({ transitions }: Graph, id: string): TransitionShape[] =>
  transitions.filter(({ from, to }) => from === id && (to === null || to === id))

/** Boxes one below the other, from `top`. */
function below<B extends { height: number }>(
  top: number,
  transitions: TransitionShape[],
  box: (transition: TransitionShape) => B,
): { boxes: (B & { y: number })[]; height: number } {
  let y = top
  const boxes = transitions.map((transition) => {
    const placed = { ...box(transition), y }
    y += placed.height
    return placed
  })
  return { boxes, height: y }
}

/** The arrows of the drawing, in the order of the text. */
export function wayBoxes(graph: Graph, measure: Measure): WayBox[] {
  const ways = new Map<string, TransitionShape[]>()
  for (const transition of graph.transitions) {
    const { from, to } = transition
    if (to === null || to === from) continue
    const key = `${from} ${to}`
    ways.set(key, [...(ways.get(key) ?? []), transition])
  }
  return [...ways.values()].map((transitions) => wayBox(transitions, measure))
}

function wayBox(transitions: TransitionShape[], measure: Measure): WayBox {
  const { boxes, height } = below(0, transitions, (transition) => labelBox(transition, measure))
  const width = Math.max(...boxes.map(({ size }) => size.width))
  const labels = boxes.map((box) => ({ ...box, size: { ...box.size, width } }))
  return { from: transitions[0]!.from, to: transitions[0]!.to!, labels, size: { width, height } }
}

function labelBox(transition: TransitionShape, measure: Measure): Omit<LabelBox, 'y'> & { height: number } {
  const lines = wrap(transition.label, labelWidth, 3, measure)
  const mark = transition.alert ? measure(transition.alert.route) + 18 : 0
  const extra = (transition.alert ? 1 : 0) + (transition.confirm ? 1 : 0)
  const size = {
    width: Math.max(...lines.map(measure), mark, 24) + 12,
    height: (lines.length + extra) * lineHeight + 7,
  }
  return { transition, lines, size, height: size.height + 2 }
}

/** Measures in the font of the page, without drawing. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return (words) => words.length * 7
  context.font = font
  return (words) => context.measureText(words).width
}
