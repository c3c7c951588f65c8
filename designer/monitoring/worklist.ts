/** The worklist: worst first, live. What comes in is announced, and moves neither the focus nor what somebody is reading. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Me, PatientSummary, WorkItem } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { ServerRefusal } from '../server.ts'
import { playStyles } from '../simulator/styles.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { AlertClosed, AlertTaken } from './events.ts'
import { Live } from './live.ts'
import './patients.ts'
import { requests, workItems, type Wanted } from './requests.ts'
import './work-item.ts'

type Shown = { items: WorkItem[]; patients: PatientSummary[] }

/** `<zorgpad-worklist .me=${me}>` */
@customElement('zorgpad-worklist')
export class Worklist extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      :host {
        width: 100%;
        max-width: 64rem;
        margin-inline: auto;
        padding: var(--gap-m);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--gap-s) var(--gap-m);
        margin-bottom: var(--gap-m);
      }
      .top h1 {
        flex: 1 1 16rem;
      }
      @media (max-width: 40rem) {
        .top h1 {
          flex-basis: 100%;
        }
      }
      ul {
        display: grid;
        gap: var(--gap-m);
      }
    `,
  ]

  @property({ attribute: false }) me: Me | null = null
  @state() private wanted: Wanted = { level: '', status: 'unresolved' }
  @state() private announcement = ''
  @state() private refusal = ''
  @state() private fresh: ReadonlySet<string> = new Set()
  readonly #live: Live<Shown>

  constructor() {
    super()
    new LanguageController(this)
    this.#live = new Live(this, {
      load: () => this.#load(),
      concerns: ({ topic }) => topic !== 'pathway',
      changed: (before, now) => this.#announce(before.items, now.items),
    })
    this.addEventListener('alert-taken', (event) => void this.#take(event))
    this.addEventListener('alert-closed', (event) => void this.#close(event))
  }

  protected override updated(changed: PropertyValues): void {
    const another = changed.has('me') && changed.get('me') !== undefined
    if (another) void this.#live.load()
  }

  override render(): TemplateResult {
    return html`
      <div class="top">
        <h1>${text('title.worklist')}</h1>
        ${this.#filter('level', ['', 'red', 'amber', 'green'])}
        ${this.#filter('status', ['unresolved', 'open', 'acknowledged', 'resolved'])}
      </div>
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.refusal === '' ? nothing : html`<p class="notice" role="alert">${this.refusal}</p>`} ${this.#list()}
      ${this.#live.value === null ? nothing : html`<zorgpad-patients .patients=${this.#live.value.patients}></zorgpad-patients>`}
    `
  }

  /** Alerts and patients over one connection: a browser has few of them for all its tabs together. */
  async #load(): Promise<Shown> {
    const [items, patients] = await Promise.all([workItems(this.wanted), requests.patients()])
    return { items, patients }
  }

  #filter<Name extends keyof Wanted>(name: Name, values: Wanted[Name][]): TemplateResult {
    const choose = (event: Event) => {
      this.wanted = { ...this.wanted, [name]: (event.target as HTMLSelectElement).value }
      void this.#live.load()
    }
    return html`<label class="field">
      <span>${text(`work.filter.${name}`)}</span>
      <select @change=${choose}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === this.wanted[name]}>${filterWord(value)}</option>`)}
      </select>
    </label>`
  }

  #list(): TemplateResult {
    const { value, refusal } = this.#live
    if (value === null) return refusal === null ? html`<p>${text('work.loading')}</p>` : this.#failed(refusal)
    return html`${refusal === null ? nothing : this.#failed(refusal)}
      ${value.items.length === 0 ? html`<p class="card">${text('work.empty')}</p>` : nothing}
      <ul>
        ${repeat(
          value.items,
          ({ id }) => id,
          (item) =>
            html`<li><zorgpad-work-item .item=${item} ?fresh=${this.fresh.has(item.id)}></zorgpad-work-item></li>`,
        )}
      </ul>`
  }

  #failed(refusal: ServerRefusal): TemplateResult {
    const words = refusal.status === 401 ? text('work.sign-in') : refusal.message
    return html`<p class="notice" role="alert">
      ${words} <button class="button small" @click=${() => void this.#live.load()}>${text('work.again')}</button>
    </p>`
  }

  /** Only what was not on the list before is told; the rest changes in silence. */
  #announce(before: WorkItem[], now: WorkItem[]): void {
    const known = new Set(before.map(({ id }) => id))
    const added = now.filter(({ id, status }) => !known.has(id) && status === 'open')
    this.fresh = new Set([...this.fresh, ...added.map(({ id }) => id)])
    const words = added.map(({ level, title, patient }) => {
      return text('work.new', { level: text(`level.${level}`), title: inLanguage(title), patient: patient.name })
    })
    if (words.length > 0) this.announcement = words.join(' ')
  }

  async #take({ alert }: AlertTaken): Promise<void> {
    await this.#try(() => requests.acknowledge(alert), text('work.said-taken'))
  }

  async #close({ alert, outcome, note }: AlertClosed): Promise<void> {
    await this.#try(
      () => requests.resolve(alert, { outcome, ...(note === '' ? {} : { note }) }),
      text('work.said-closed'),
    )
  }

  /** The list is read again in either case: a refusal often means that somebody else was first. */
  async #try(ask: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await ask()
      this.refusal = ''
      this.announcement = done
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = error.message
    }
    await this.#live.load()
    await this.updateComplete
    this.#keepFocus()
  }

  /** What was acted on may have left the list; the keyboard then goes on at its top instead of nowhere. */
  #keepFocus(): void {
    if (this.shadowRoot?.activeElement) return
    const [first] = this.renderRoot.querySelectorAll('zorgpad-work-item')
    const next = first?.renderRoot.querySelector<HTMLElement>('a, button') ?? this.renderRoot.querySelector('select')
    next?.focus()
  }
}

function filterWord(value: Wanted['level'] | Wanted['status']): string {
  if (value === '') return text('work.all-levels')
  return value === 'red' || value === 'amber' || value === 'green'
    ? text(`level.${value}`)
    : text(`work.status.${value}`)
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-worklist': Worklist
  }
}
