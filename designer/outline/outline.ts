/** The whole pathway as a tree, with the keys that a tree has everywhere: a full way around for who does not see the drawing. */
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { elementOf } from '../element-path.ts'
import { LanguageController, language } from '../language.ts'
import { severityIcon, worstOf } from '../problems/severity.ts'
import { SessionController, type Selection, type Session } from '../session.ts'
import { icon } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { itemsOf, type Item } from './items.ts'
import { ancestorsOf, stepFrom, visible } from './tree-keys.ts'

/** @event edit-wanted - Enter on an item: its form is wanted. */
@customElement('zorgpad-outline')
export class ZorgpadOutline extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: var(--gap-s);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      ul ul {
        padding-inline-start: 1.25rem;
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--gap-xs);
        min-height: 1.9rem;
        padding: 0.125rem var(--gap-s) 0.125rem 0;
        border-radius: var(--radius);
        cursor: pointer;
      }
      .line:hover {
        background: var(--sunken);
      }
      [aria-selected='true'] > .line {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }
      [role='treeitem']:focus-visible {
        outline: none;
      }
      [role='treeitem']:focus-visible > .line {
        outline: 3px solid var(--focus);
      }
      .twist {
        display: inline-flex;
        width: 1.5rem;
        height: 1.5rem;
        align-items: center;
        justify-content: center;
        flex: none;
        color: var(--ink-quiet);
      }
      .detail {
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-quiet);
      }
      .section {
        font-weight: 600;
      }
      .error {
        color: var(--red);
      }
      .warning {
        color: var(--amber);
      }
      .hint {
        color: var(--blue);
      }
      svg {
        vertical-align: middle;
      }
    `,
  ]

  @property({ attribute: false }) session!: Session
  @state() private open: ReadonlySet<string> = new Set(['/states', '/thresholds', '/routes', '/parameters'])
  @state() private current = ''
  #items: Item[] = []
  #followed: Selection | null = null

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  protected override willUpdate(): void {
    const { pathway, selection } = this.session
    this.#items = pathway ? itemsOf(pathway.value, language()) : []
    if (selection === this.#followed || !selection) return
    this.#followed = selection
    this.current = elementOf(selection.path)
    this.open = new Set([...this.open, ...ancestorsOf(this.#items, this.current)])
  }

  protected override render(): TemplateResult {
    return html`${this.session.stale ? html`<p class="warning small">${text('editor.stale')}</p>` : nothing}
      <ul role="tree" aria-label=${text('outline.label')} @keydown=${this.#pressed}>
        ${this.#items.map((item, index) => this.#item(item, 1, index))}
      </ul>`
  }

  #item(item: Item, level: number, index: number): TemplateResult {
    const { path, children } = item
    const parent = children.length > 0
    const expanded = parent ? this.open.has(path) : undefined
    return html`<li role="none">
      <div
        role="treeitem"
        aria-level=${level}
        aria-selected=${path === this.#selectedPath()}
        aria-expanded=${expanded ?? nothing}
        tabindex=${this.#isTabbable(path, level === 1 && index === 0) ? 0 : -1}
        data-path=${path}
      >
        <div class="line ${level === 1 ? 'section' : ''}" @click=${() => this.#clicked(item)}>
          <span class="twist" aria-hidden="true"
            >${parent ? icon(expanded ? 'chevron-down' : 'chevron-right') : nothing}</span
          >
          <span>${item.title} ${item.detail ? html`<span class="detail">${item.detail}</span>` : nothing}</span>
          ${this.#mark(path)}
        </div>
      </div>
      ${
        expanded
          ? html`<ul role="group">
              ${children.map((child, at) => this.#item(child, level + 1, at))}
            </ul>`
          : nothing
      }
    </li>`
  }

  #mark(path: string): TemplateResult | typeof nothing {
    const severity = this.#severity(path)
    if (!severity) return nothing
    const words = text(`problems.${severity}`)
    return html`<span class=${severity}
      >${icon(severityIcon[severity])}<span class="visually-hidden">${words}</span></span
    >`
  }

  #severity(path: string): ReturnType<typeof worstOf> {
    return worstOf(
      this.session.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}/`)),
    )
  }

  #selectedPath(): string | undefined {
    return this.session.selection ? elementOf(this.session.selection.path) : undefined
  }

  #isTabbable(path: string, first: boolean): boolean {
    const shown = visible(this.#items, this.open).some((item) => item.path === this.current)
    return shown ? path === this.current : first
  }

  #clicked(item: Item): void {
    if (item.children.length > 0) this.#turn(item.path, !this.open.has(item.path) || this.#selectedPath() !== item.path)
    this.#select(item.path)
  }

  #turn(path: string, open: boolean): void {
    const others = [...this.open].filter((each) => each !== path)
    this.open = new Set(open ? [...others, path] : others)
  }

  #select(path: string): void {
    this.current = path
    this.session.select(path, 'outline')
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const path = (event.target as HTMLElement).closest('[data-path]')?.getAttribute('data-path') ?? ''
    const step = stepFrom(this.#items, this.open, path, event.key)
    if (!step) return
    event.preventDefault()
    if (step.turn) this.#turn(step.turn.path, step.turn.open)
    if (step.go) this.#go(step.go)
    if (step.enter) this.dispatchEvent(new Event('edit-wanted'))
  }

  #go(path: string): void {
    this.#select(path)
    void this.updateComplete.then(() => this.#line(path)?.focus())
  }

  #line(path: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-path="${path}"]`)
  }

  /** What was selected elsewhere is brought into sight, without taking the focus. */
  protected override updated(_changed: PropertyValues): void {
    const { selection } = this.session
    if (selection && selection.from !== 'outline') this.#line(this.current)?.scrollIntoView({ block: 'nearest' })
  }
}
