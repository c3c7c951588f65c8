/** The shapes as SVG: a state, an arrow with its label, a row inside a state. What each says aloud stands in `names.ts`. */
import { nothing, svg, type SVGTemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { levelShape } from '../style/level.ts'
import { text } from '../texts/text.ts'
import type { TransitionShape } from './graph.ts'
import type { Layout, PlacedLabel, PlacedState, PlacedWay } from './layout.ts'
import { lineHeight, stateWidth, type Row } from './measure.ts'
import { stateMarks, stateName, transitionName } from './names.ts'
import { arrowPath } from './path.ts'
import type { Severity } from '../../runtime/interpreter/problem.ts'

/** How one shape looks now, and what choosing it does. */
export type Looks = {
  selected: (path: string) => boolean
  active: (state: string) => boolean
  problem: (path: string) => Severity | null
  tabbable: (path: string) => boolean
  choose: (path: string) => void
  open: (path: string) => void
}

/** The drawing as SVG: phases behind, then arrows, states and labels. */
export function drawing(layout: Layout, looks: Looks): SVGTemplateResult {
  const labels = layout.ways.flatMap((way) => way.labels)
  const isPhase = ({ state: { id } }: PlacedState) => layout.states.some(({ state }) => state.phase === id)
  return svg`${states(layout.states.filter(isPhase), looks)}
    ${layout.start.length > 0 ? start(layout) : nothing}
    ${layout.ways.map((way) => arrow(way, looks))}
    ${states(
      layout.states.filter((placed) => !isPhase(placed)),
      looks,
    )}
    ${repeat(
      labels,
      ({ transition }) => transition.path,
      (placed) => label(placed, looks),
    )}`
}

/** A phase lies under the arrows, all other states over them. */
const states = (shown: PlacedState[], looks: Looks) =>
  repeat(
    shown,
    ({ state }) => state.path,
    (placed) => stateShape(placed, looks),
  )

function start({ start: points }: Layout): SVGTemplateResult {
  const [{ x, y } = { x: 0, y: 0 }] = points
  return svg`<circle class="start" cx=${x} cy=${y - 7} r="7" />
    <path class="arrow" d=${arrowPath(points)} marker-end="url(#tip)" />`
}

/** The arrow itself is large enough to be hit; it stands for the first of its labels. */
function arrow({ labels, points }: PlacedWay, looks: Looks): SVGTemplateResult {
  const selected = labels.some(({ transition }) => looks.selected(transition.path))
  return svg`<g class="way ${selected ? 'selected' : ''}" @click=${() => looks.choose(labels[0]!.transition.path)}>
    <path class="reach" d=${arrowPath(points)} />
    <path class="arrow" d=${arrowPath(points)} marker-end="url(#${selected ? 'tip-selected' : 'tip'})" />
  </g>`
}

function label({ transition, x, y, size, lines }: PlacedLabel, looks: Looks): SVGTemplateResult {
  const { path, alert: mark, confirm, sentence } = transition
  const after = lines.length * lineHeight
  const confirmed = confirm ? [text('drawing.confirm')] : []
  const shown = [lines.join(' ').replace(/ …$/, ''), mark?.route ?? '', ...confirmed].filter(Boolean)
  return svg`<g
    role="button"
    aria-roledescription=${text('drawing.transition')}
    aria-label=${transitionName(transition, shown, looks.problem(path))}
    aria-pressed=${looks.selected(path)}
    tabindex=${looks.tabbable(path) ? 0 : -1}
    data-path=${path}
    class="label ${look(path, looks)}"
    transform="translate(${x} ${y})"
    @click=${() => looks.choose(path)}
    @dblclick=${() => looks.open(path)}
  >
    <rect width=${size.width} height=${size.height} rx="5" />
    ${texts(lines, 6, 14, 'words')} ${mark ? alert(transition, 6, after + 3) : nothing}
    ${texts(confirmed, 6, after + (mark ? lineHeight : 0) + 14, 'detail')}
    <title>${sentence}</title>
  </g>`
}

function alert({ alert: mark }: TransitionShape, x: number, y: number): SVGTemplateResult | typeof nothing {
  if (!mark) return nothing
  return svg`${levelShape(mark.level, x, y)}<text class="route ${mark.level}" x=${x + 16} y=${y + 11}>${mark.route}</text>`
}

function stateShape(placed: PlacedState, looks: Looks): SVGTemplateResult {
  const { state, x, y, size, rows } = placed
  const classes = [
    look(state.path, looks),
    state.exit === null ? '' : 'exit',
    state.everywhere ? 'everywhere' : '',
    looks.active(state.id) ? 'active' : '',
  ]
  return svg`<g transform="translate(${x} ${y})">
    <g
      role="button"
      aria-roledescription=${text('drawing.state')}
      aria-label=${stateName(state, looks.active(state.id), looks.problem(state.path))}
      aria-pressed=${looks.selected(state.path)}
      tabindex=${looks.tabbable(state.path) ? 0 : -1}
      data-path=${state.path}
      class="state ${classes.join(' ')}"
      @click=${() => looks.choose(state.path)}
      @dblclick=${() => looks.open(state.path)}
    >
      <rect class="box" width=${size.width} height=${size.height} rx="10" />
      ${state.exit === null ? nothing : svg`<rect class="inner" x="4" y="4" width=${size.width - 8} height=${size.height - 8} rx="7" />`}
      ${stateWords(placed)} ${problemMark(looks.problem(state.path), size.width)}
    </g>
    ${rows.map((row) => stateRow(row, looks))}
  </g>`
}

function stateWords({ state, title, detail }: PlacedState): SVGTemplateResult {
  const marks = stateMarks(state)
  const below = 12 + title.length * lineHeight
  return svg`${texts(title, 12, 25, 'title')} ${texts(marks, 12, below + 13, 'mark')}
    ${texts(detail, 12, below + marks.length * lineHeight + 13, 'detail')}`
}

function stateRow({ transition, lines, y, height }: Row, looks: Looks): SVGTemplateResult {
  return svg`<g
    role="button"
    aria-roledescription=${text('drawing.transition')}
    aria-label=${transitionName(transition, lines, looks.problem(transition.path))}
    aria-pressed=${looks.selected(transition.path)}
    tabindex=${looks.tabbable(transition.path) ? 0 : -1}
    data-path=${transition.path}
    class="row ${look(transition.path, looks)}"
    transform="translate(5 ${y})"
    @click=${() => looks.choose(transition.path)}
    @dblclick=${() => looks.open(transition.path)}
  >
    <rect width=${stateWidth - 10} height=${height - 2} rx="5" />
    ${rowMark(transition)}
    ${texts(lines, 24, 15, 'detail')}
    <title>${transition.sentence}</title>
  </g>`
}

/** The level of its alert; else an arrow that comes back, or a dot for a message. */
function rowMark({ alert: mark, from, to }: TransitionShape): SVGTemplateResult {
  if (mark) return levelShape(mark.level, 6, 5)
  if (from === to) return svg`<path class="loop" d="M16 8a5 5 0 1 0 1 4M16.500 4.500v4h-4" />`
  return svg`<circle class="dot" cx="12" cy="11" r="3" />`
}

function problemMark(severity: Severity | null, width: number): SVGTemplateResult | typeof nothing {
  if (severity === null) return nothing
  return svg`<g class="problem ${severity}" transform="translate(${width - 20} -8)" aria-hidden="true">
    <circle cx="8" cy="8" r="9" /><text x="8" y="12.500">!</text>
  </g>`
}

function look(path: string, looks: Looks): string {
  const problem = looks.problem(path)
  return `${looks.selected(path) ? 'selected' : ''} ${problem ? `has-${problem}` : ''}`
}

/** The space at the end keeps the words of two lines apart for who does not see them. */
const texts = (lines: string[], x: number, y: number, kind: string): SVGTemplateResult[] =>
  lines.map((line, index) => svg`<text class=${kind} x=${x} y=${y + index * lineHeight}>${`${line} `}</text>`)
