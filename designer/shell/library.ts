/** The library: every pathway with its published versions and its drafts; opens a draft in the editor. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DraftSummary, Me, NewDraft, PathwaySummary } from '../../runtime/http/api.ts'
import { LanguageController, inLanguage, language } from '../language.ts'
import { ServerRefusal, follow, server } from '../server.ts'
import { icon } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { addressOf } from './route.ts'

@customElement('zorgpad-library')
export class ZorgpadLibrary extends LitElement {
  static override styles = [
    shared,
    css`
      .page {
        max-width: 60rem;
        margin: 0 auto;
        padding: var(--gap-l) var(--gap-m);
        display: grid;
        gap: var(--gap-m);
      }
      article {
        display: grid;
        gap: var(--gap-s);
        padding: var(--gap-m) var(--gap-l);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) * 1.5);
        box-shadow: var(--shadow);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap-s) var(--gap-m);
      }
      .code {
        font-size: var(--text-s);
        font-weight: 500;
        color: var(--ink-quiet);
        margin-inline-start: var(--gap-s);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding-block: var(--gap-s);
        border-top: 1px solid var(--line);
      }
      .actions {
        display: flex;
        gap: var(--gap-s);
      }
      .refusal {
        padding: var(--gap-m);
        border-radius: var(--radius);
        background: var(--red-soft);
        color: var(--red);
      }
    `,
  ]

  @property({ attribute: false }) me: Me | null = null
  @state() private pathways: PathwaySummary[] | null = null
  @state() private loose: DraftSummary[] = []
  @state() private refusal: ServerRefusal | null = null
  #stop: () => void = () => {}

  constructor() {
    super()
    new LanguageController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
    this.#stop = follow(({ topic }) => topic === 'pathway' && void this.#load())
  }

  override disconnectedCallback(): void {
    this.#stop()
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('me') && changed.get('me') !== undefined) void this.#load()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <h1>${text('library.title')}</h1>
      <p class="quiet-text">${text('library.intro')}</p>
      ${this.refusal ? this.#refused(this.refusal) : nothing} ${this.#list()}
    </div>`
  }

  #refused(refusal: ServerRefusal): TemplateResult {
    if (refusal.status === 401) return html`<p role="status">${text('library.sign-in')}</p>`
    return html`<div class="refusal row" role="alert">
      <span>${refusal.problem.message[language()]} <span class="small">(${refusal.code})</span></span>
      <button class="button" @click=${this.#load}>${text('library.again')}</button>
    </div>`
  }

  #list(): TemplateResult | typeof nothing {
    if (this.pathways === null) return this.refusal ? nothing : html`<p role="status">${text('library.loading')}</p>`
    if (this.pathways.length === 0 && this.loose.length === 0) return html`<p>${text('library.empty')}</p>`
    return html`${this.pathways.map((pathway) => this.#pathway(pathway))}
    ${
      this.loose.length > 0
        ? html`<article>
            <h2>${text('library.loose-drafts')}</h2>
            ${this.#drafts(this.loose)}
          </article>`
        : nothing
    }`
  }

  #pathway(pathway: PathwaySummary): TemplateResult {
    const title = inLanguage(pathway.title, pathway.id)
    const icpc = pathway.condition?.icpc
    return html`<article>
      <div class="row">
        <h2>${title}${icpc ? html`<span class="code">${text('library.icpc', { code: icpc })}</span>` : nothing}</h2>
        ${this.#newDraft(pathway, title)}
      </div>
      ${this.#versions(pathway)} ${this.#drafts(pathway.drafts, title)}
    </article>`
  }

  #newDraft({ id, versions }: PathwaySummary, title: string): TemplateResult | typeof nothing {
    const [newest] = versions
    if (!newest) return nothing
    const open = (): Promise<void> => this.#open({ from: { pathway: id, version: newest.version } })
    return html`<button class="button main" aria-label=${text('library.new-draft-of', { title })} @click=${open}>
      ${icon('plus')} ${text('library.new-draft')}
    </button>`
  }

  #versions({ versions }: PathwaySummary): TemplateResult {
    const [newest, ...older] = versions
    if (!newest) return html`<p class="quiet-text">${text('library.unpublished')}</p>`
    const published = text('library.published', { version: newest.version, date: day(newest.published) })
    return html`<p class="quiet-text">
      ${published} · ${text('library.patients', { count: newest.patients })}
      ${
        older.length > 0
          ? html`<br />${text('library.older', { versions: older.map(({ version }) => version).join(', ') })}`
          : nothing
      }
    </p>`
  }

  #drafts(drafts: DraftSummary[], title?: string): TemplateResult | typeof nothing {
    if (drafts.length === 0) return nothing
    return html`<ul aria-label=${text('library.drafts')}>
      ${drafts.map((draft) => this.#draft(draft, title ?? inLanguage(draft.title, draft.id)))}
    </ul>`
  }

  #draft(draft: DraftSummary, title: string): TemplateResult {
    const { name } = draft.by
    return html`<li class="row">
      <span>${text('library.draft', { name, date: day(draft.updated) })}</span>
      <span class="actions">
        <a
          class="button"
          href=${addressOf({ page: 'editor', draft: draft.id })}
          aria-label=${text('library.open-draft-of', { title, name })}
          >${icon('pencil')} ${text('library.open-draft')}</a
        >
        <button
          class="button quiet icon"
          aria-label=${text('library.delete-draft')}
          title=${text('library.delete-draft')}
          @click=${() => this.#delete(draft)}
        >
          ${icon('trash')}
        </button>
      </span>
    </li>`
  }

  readonly #load = (): Promise<void> =>
    this.#try(async () => {
      const [pathways, drafts] = await Promise.all([server.pathways(), server.drafts()])
      const placed = new Set(pathways.flatMap((pathway) => pathway.drafts.map(({ id }) => id)))
      this.pathways = pathways
      this.loose = drafts.filter(({ id }) => !placed.has(id))
    })

  #open(draft: NewDraft): Promise<void> {
    return this.#try(async () => {
      const { id } = await server.newDraft(draft)
      location.hash = addressOf({ page: 'editor', draft: id })
    })
  }

  async #delete(draft: DraftSummary): Promise<void> {
    if (!confirm(text('library.delete-sure'))) return
    await this.#try(() => server.deleteDraft(draft.id))
    await this.#load()
  }

  async #try(attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt()
      this.refusal = null
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = error
    }
  }
}

const day = (moment: string): string => new Date(moment).toLocaleDateString(language(), { dateStyle: 'medium' })
