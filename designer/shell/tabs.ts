/** A row of tabs over one panel: `.tabs` in, `tab-chosen` out, the chosen panel is slotted. Arrow keys, Home and End work. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { shared } from '../style/shared.ts'

/** `count` is shown behind the title, in the colour of `tone`. */
export type Tab = { id: string; title: string; count?: number; tone?: 'red' | 'amber' | 'quiet' }

/** @event tab-chosen - `detail` is the id of the tab that the user chose. */
@customElement('zorgpad-tabs')
export class ZorgpadTabs extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        min-width: 0;
        background: var(--surface);
      }
      [role='tablist'] {
        display: flex;
        flex-wrap: wrap;
        border-bottom: 1px solid var(--line);
        padding-inline: var(--gap-s);
      }
      [role='tab'] {
        border: 0;
        background: none;
        padding: 0.5rem 0.625rem;
        min-height: var(--touch);
        border-bottom: 3px solid transparent;
        margin-bottom: -1px;
        color: var(--ink-quiet);
        font-weight: 550;
        cursor: pointer;
      }
      [role='tab'][aria-selected='true'] {
        color: var(--accent);
        border-bottom-color: var(--accent);
      }
      [role='tab']:hover {
        color: var(--ink);
      }
      [role='tab']:focus-visible {
        outline-offset: -3px;
      }
      .count {
        display: inline-block;
        min-width: 1.3em;
        margin-inline-start: 0.3em;
        padding: 0 0.35em;
        border-radius: 1em;
        font-size: var(--text-s);
        background: var(--sunken);
        color: var(--ink-quiet);
      }
      .count.red {
        background: var(--red-soft);
        color: var(--red);
      }
      .count.amber {
        background: var(--amber-soft);
        color: var(--amber);
      }
      [role='tabpanel'] {
        flex: 1;
        min-height: 0;
        overflow: auto;
        display: flex;
        flex-direction: column;
      }
      ::slotted(*) {
        flex: 1 0 auto;
      }
    `,
  ]

  @property({ attribute: false }) tabs: Tab[] = []
  @property() chosen = ''
  @property() label = ''

  /** Focuses the chosen tab: where a skip link leads. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.chosen}`)?.focus()
  }

  protected override render(): TemplateResult {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.#travel}>
        ${this.tabs.map((tab) => this.#tab(tab))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.chosen}" tabindex="0"><slot></slot></div>`
  }

  #tab({ id, title, count, tone }: Tab): TemplateResult {
    const selected = id === this.chosen
    return html`<button
      role="tab"
      id="tab-${id}"
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#choose(id)}
    >
      ${title}${count === undefined ? nothing : html`<span class="count ${tone ?? 'quiet'}">${count}</span>`}
    </button>`
  }

  #choose(id: string): void {
    this.dispatchEvent(new CustomEvent('tab-chosen', { detail: id }))
  }

  readonly #travel = (event: KeyboardEvent): void => {
    const index = this.tabs.findIndex(({ id }) => id === this.chosen)
    const goal = goalOf(event.key, index, this.tabs.length)
    const tab = goal === null ? undefined : this.tabs.at(goal % this.tabs.length)
    if (!tab) return
    event.preventDefault()
    this.#choose(tab.id)
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus())
  }
}

function goalOf(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight') return index + 1
  if (key === 'ArrowLeft') return index - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
