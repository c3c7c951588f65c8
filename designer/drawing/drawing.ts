/** The drawing of the pathway: states and transitions laid out by ELK, selected by mouse, touch and keyboard. */
import { LitElement, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PathwayDocument } from '../../runtime/interpreter/document.ts'
import type { Severity } from '../../runtime/interpreter/problem.ts'
import { elementOf } from '../element-path.ts'
import { LanguageController, language, type Language } from '../language.ts'
import { worstOf } from '../problems/severity.ts'
import { SessionController, type Selection, type Session } from '../session.ts'
import { icon, type IconName } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { graphOf, type Graph } from './graph.ts'
import { layOut, type Layout } from './layout.ts'
import { measureIn } from './measure.ts'
import { drawing, type Looks } from './shapes.ts'
import { drawingStyles } from './styles.ts'
import './tools.ts'
import { travel } from './travel.ts'
import { Viewport } from './viewport.ts'

/** @event edit-wanted - A shape was opened (Enter, double click): its form is wanted. */
@customElement('zorgpad-drawing')
export class ZorgpadDrawing extends LitElement {
  static override styles = [shared, drawingStyles]

  @property({ attribute: false }) session!: Session
  @state() private layout: Layout | null = null
  @state() private failed = false
  #graph: Graph = { states: [], transitions: [] }
  #drawn: { document: PathwayDocument; language: Language } | null = null
  #followed: Selection | null = null
  readonly #viewport = new Viewport(this, () => this.renderRoot.querySelector('.frame'))

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drawn = null
  }

  protected override willUpdate(): void {
    const { pathway } = this.session
    const drawn = this.#drawn
    if (!pathway || (drawn?.document === pathway && drawn.language === language())) return
    this.#drawn = { document: pathway, language: language() }
    this.#graph = graphOf(pathway.value, language())
    void this.#layOut(this.#graph)
  }

  protected override render(): TemplateResult {
    const { stale } = this.session
    return html`<zorgpad-drawing-tools .session=${this.session} @edit-wanted=${this.#wantEdit}></zorgpad-drawing-tools>
      <div class="frame ${stale ? 'stale' : ''}">
        ${this.#canvas()}
        <div class="over" role="status">
          ${stale ? html`<p class="stale-note">${text('editor.stale')}</p>` : nothing}
          ${this.failed ? html`<p class="stale-note">${text('drawing.layout-failed')}</p>` : nothing}
          ${!this.layout && !this.failed && this.session.pathway ? html`<p>${text('drawing.laying-out')}</p>` : nothing}
          ${this.session.pathway && this.#graph.states.length === 0 ? html`<p>${text('drawing.empty')}</p>` : nothing}
        </div>
        ${this.#viewTools()}
      </div>`
  }

  #canvas(): TemplateResult {
    const { x, y, scale } = this.#viewport.view
    return html`<svg
      class="canvas"
      role="group"
      aria-label="${text('drawing.label')}. ${text('drawing.help')}"
      @keydown=${this.#pressed}
      @wheel=${{ handleEvent: this.#viewport.onWheel, passive: false }}
      @pointerdown=${this.#viewport.onPointerDown}
      @pointermove=${this.#viewport.onPointerMove}
      @pointerup=${this.#viewport.onPointerUp}
      @pointercancel=${this.#viewport.onPointerUp}
    >
      <defs>${tip('tip')} ${tip('tip-selected')}</defs>
      <g transform="translate(${x} ${y}) scale(${scale})">
        ${this.layout ? drawing(this.layout, this.#looks()) : nothing}
      </g>
    </svg>`
  }

  #viewTools(): TemplateResult {
    const button = (name: IconName, label: string, act: () => void): TemplateResult =>
      html`<button class="button icon" aria-label=${label} title=${label} @click=${act}>${icon(name)}</button>`
    return html`<div class="view-tools" role="group" aria-label=${text('drawing.view-tools')}>
      ${button('minus', text('drawing.zoom-out'), () => this.#viewport.zoomOut())}
      ${button('plus', text('drawing.zoom-in'), () => this.#viewport.zoomIn())}
      ${button('maximize', text('drawing.fit'), () => this.#viewport.fitAll())}
    </div>`
  }

  protected override updated(_changed: PropertyValues): void {
    const { selection } = this.session
    if (!selection || selection === this.#followed || !this.layout) return
    this.#followed = selection
    if (selection.from !== 'drawing') this.#reveal(elementOf(selection.path))
  }

  async #layOut(graph: Graph): Promise<void> {
    try {
      const layout = await layOut(graph, measureIn(`13px ${getComputedStyle(this).fontFamily}`))
      if (graph !== this.#graph) return
      this.layout = layout
      this.failed = false
      const first = layout.states.find(({ state: { initial } }) => initial)
      this.#viewport.contains(layout.size, first && { x: first.x, y: first.y, ...first.size })
    } catch (cause) {
      console.error('ELK could not lay out the pathway.', cause)
      this.failed = true
    }
  }

  #looks(): Looks {
    const selected = this.#selected()
    const tabbable = this.#hasShape(selected) ? selected : this.#graph.states[0]?.path
    return {
      selected: (path) => path === selected,
      active: (id) => id === this.session.active || this.session.active?.startsWith(`${id}.`) === true,
      problem: (path) => this.#problemAt(path),
      tabbable: (path) => path === tabbable,
      choose: (path) => this.#choose(path),
      open: (path) => {
        this.#choose(path)
        this.#wantEdit()
      },
    }
  }

  #selected(): string | undefined {
    const { selection } = this.session
    return selection ? elementOf(selection.path) : undefined
  }

  #hasShape(path: string | undefined): boolean {
    return [...this.#graph.states, ...this.#graph.transitions].some((shape) => shape.path === path)
  }

  #problemAt(path: string): Severity | null {
    return worstOf(this.session.problems.filter((problem) => elementOf(problem.path) === path))
  }

  #choose(path: string): void {
    this.session.select(path, 'drawing')
  }

  readonly #wantEdit = (): void => {
    this.dispatchEvent(new Event('edit-wanted'))
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const path = (event.target as Element).closest('[data-path]')?.getAttribute('data-path')
    const goal = path && !event.shiftKey ? travel(this.#graph, path, event.key) : null
    if (goal) this.#go(goal)
    else if (path && (event.key === 'Enter' || event.key === ' ')) this.#open(path, event.key)
    else if (!this.#viewport.onKey(event)) return
    event.preventDefault()
  }

  #open(path: string, key: string): void {
    this.#choose(path)
    if (key === 'Enter') this.#wantEdit()
  }

  #go(path: string): void {
    this.#choose(path)
    this.#reveal(path)
    void this.updateComplete.then(() => this.renderRoot.querySelector<SVGElement>(`[data-path="${path}"]`)?.focus())
  }

  #reveal(path: string): void {
    const owner = this.layout?.states.findLast(({ state: { path: own } }) => path === own || path.startsWith(`${own}/`))
    const labels = this.layout?.ways.flatMap((way) => way.labels)
    const placed = labels?.find(({ transition }) => transition.path === path)
    if (placed) this.#viewport.show({ x: placed.x, y: placed.y, ...placed.size })
    else if (owner) this.#viewport.show({ x: owner.x, y: owner.y, ...owner.size })
  }
}

const tip = (id: string): TemplateResult<2> => svg`<marker id=${id} viewBox="0 0 10 10" refX="9" refY="5"
  markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0L10,5L0,10z" /></marker>`
