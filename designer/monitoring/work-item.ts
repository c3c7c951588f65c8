/** One alert on the worklist: who, what, why, since when, who is asked and until when; to take up and to close. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WorkItem } from '../../runtime/http/api.ts'
import { inLanguage, language, LanguageController } from '../language.ts'
import { addressOf } from '../shell/route.ts'
import { playStyles } from '../simulator/styles.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { becauseLines } from './because.ts'
import { AlertTaken } from './events.ts'
import './resolve-form.ts'
import { momentText } from './times.ts'

/** `<zorgpad-work-item .item=${item}>`; tells `alert-taken` and `alert-closed`. `named` leaves out the patient, on their own page. */
@customElement('zorgpad-work-item')
export class WorkItemView extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      article {
        padding: var(--gap-m);
        border: 1px solid var(--line);
        border-inline-start: 6px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
      }
      article.red {
        border-inline-start-color: var(--red);
      }
      article.amber {
        border-inline-start-color: var(--amber);
      }
      article.green {
        border-inline-start-color: var(--green);
      }
      article.fresh {
        box-shadow: 0 0 0 3px var(--blue-soft);
      }
      header,
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-xs) var(--gap-s);
      }
      header a {
        font-weight: 650;
      }
      .buttons {
        margin-block-start: var(--gap-s);
      }
      p {
        margin-block-start: var(--gap-xs);
      }
      .because {
        font-weight: 550;
      }
      article.red,
      article.amber,
      article.green {
        color: inherit;
        background: var(--surface);
      }
    `,
  ]

  @property({ attribute: false }) item!: WorkItem
  @property({ type: Boolean }) named = false
  /** Came in while somebody was looking. */
  @property({ type: Boolean }) fresh = false
  @state() private closing = false
  #focused = false

  constructor() {
    super()
    new LanguageController(this)
  }

  protected override willUpdate(): void {
    this.#focused = this.#holdsFocus()
  }

  /** The button that was pressed may be gone now; the keyboard goes on at the next one of the same alert. */
  protected override updated(): void {
    if (this.#focused && !this.#holdsFocus())
      this.renderRoot.querySelector<HTMLElement>('.buttons button, summary')?.focus()
  }

  #holdsFocus(): boolean {
    return Boolean(this.shadowRoot?.activeElement)
  }

  override render(): TemplateResult {
    const { item } = this
    return html`<article class="${item.level} ${this.fresh ? 'fresh' : ''}" aria-labelledby="title">
      <header>
        <span class="level ${item.level}">${text(`level.${item.level}`)}</span>
        <h3 id="title">${inLanguage(item.title)}</h3>
        ${this.named ? nothing : this.#patient()}
      </header>
      ${this.#why()} ${this.#when()} ${item.resolved === undefined ? this.#acting() : this.#resolved(item.resolved)}
      ${this.#details()}
    </article>`
  }

  #patient(): TemplateResult {
    const { patient, organisation } = this.item
    return html`<a href=${addressOf({ page: 'patient', id: patient.id })}>${patient.name}</a>
      <span class="quiet-text small">${organisation.name}</span>`
  }

  #why(): TemplateResult {
    const { because, why } = this.item
    return html`
      ${becauseLines(because).map((line) => html`<p class="because">${line}</p>`)}
      <p class="small">${why[language()]}</p>
    `
  }

  #when(): TemplateResult {
    const { raised, asked, status, acknowledged } = this.item
    const who = { who: inLanguage(asked.title), how: text(`channel.${asked.by}`), until: momentText(asked.deadline) }
    const now =
      acknowledged === undefined
        ? status === 'open'
          ? text('work.asked', who)
          : ''
        : text('work.taken', { who: acknowledged.by.name, at: momentText(acknowledged.at) })
    return html`<p class="quiet-text small">${text('work.since', { time: momentText(raised) })} ${now}</p>`
  }

  #acting(): TemplateResult {
    const { id, status } = this.item
    return html`<div class="buttons">
        ${
          status === 'open'
            ? html`<button
                class="button main"
                aria-describedby="title"
                @click=${() => this.dispatchEvent(new AlertTaken(id))}
              >
                ${text('alert.acknowledge')}
              </button>`
            : nothing
        }
        <button class="button" aria-describedby="title" aria-expanded=${this.closing} @click=${this.#turn}>
          ${text('work.close')}
        </button>
      </div>
      ${this.closing ? html`<zorgpad-resolve-form alert=${id}></zorgpad-resolve-form>` : nothing}`
  }

  #resolved({ by, at, outcome, note }: NonNullable<WorkItem['resolved']>): TemplateResult {
    const words = text('work.closed', { who: by.name, at: momentText(at), outcome: text(`outcome.${outcome}`) })
    return html`<p class="small">${words}${note === undefined ? nothing : html` “${note}”`}</p>`
  }

  /** What a nurse needs while phoning, and seldom otherwise. */
  #details(): TemplateResult {
    const { told, under, script = [] } = this.item
    return html`<details>
      <summary>${text('work.more')}</summary>
      <ol class="rail">
        ${told.map(({ title, by, since, reason }) => html`<li>${momentText(since)}: ${inLanguage(title)} (${text(`channel.${by}`)}), ${text(`told.${reason}`)}</li>`)}
      </ol>
      ${under.map(({ title, level, at }) => html`<p class="small">${text('work.under', { title: inLanguage(title), level: text(`level.${level}`), at: momentText(at) })}</p>`)}
      ${script.length === 0 ? nothing : html`<h4>${text('work.script')}</h4>`}
      <ol>
        ${script.map(({ ask, options = [] }) => html`<li>${inLanguage(ask)} <span class="quiet-text small">${options.join(' / ')}</span></li>`)}
      </ol>
    </details>`
  }

  readonly #turn = (): void => {
    this.closing = !this.closing
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('zorgpad-resolve-form')?.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-work-item': WorkItemView
  }
}
