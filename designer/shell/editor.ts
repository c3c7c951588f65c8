/** The editor's page: opens a draft, keeps it saved, and puts its views side by side (wide) or behind tabs (narrow). Without a shadow, see shell.css. */
import '@awesome.me/webawesome/dist/components/split-panel/split-panel.js'
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Draft, Me, SharedFiles } from '../../runtime/http/api.ts'
import { examine, parse } from '../../runtime/interpreter/index.ts'
import '../drawing/drawing.ts'
import { LanguageController, language } from '../language.ts'
import '../outline/outline.ts'
import '../problems/list.ts'
import { ServerRefusal, server } from '../server.ts'
import { Session, SessionController, type Readers } from '../session.ts'
import { text } from '../texts/text.ts'
import '../yaml/editor.ts'
import './editor-bar.ts'
import { Keeper, unsavedWork, type Saver } from './keeper.ts'
import './tabs.ts'
import { UndoKeys } from './undo-keys.ts'
import { viewTabs, type View } from './views.ts'

const narrow = matchMedia('(max-width: 60rem)')

/** The text is read with the shared parts as they are when the editor opens. */
const readersWith = (shared: SharedFiles): Readers => ({
  parse: (written) => parse(written, shared),
  examine: (written) => examine(written, shared),
})

/** What went wrong while opening, and the conflict in an answer. */
const saver: Saver = {
  save: (id, draft) => server.saveDraft(id, draft),
  current: (error) => (error instanceof ServerRefusal ? error.problem.current : undefined),
}

@customElement('zorgpad-editor')
export class ZorgpadEditor extends LitElement {
  @property() draft = ''
  @property({ attribute: false }) me: Me | null = null
  @state() private session: Session | null = null
  @state() private refusal: ServerRefusal | null = null
  @state() private view: View = 'form'
  @state() private narrow = narrow.matches
  @state() private restored = false
  #keeper: Keeper | null = null

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session ?? undefined)
    new UndoKeys(this, () => this.session)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    narrow.addEventListener('change', this.#measure)
  }

  override disconnectedCallback(): void {
    narrow.removeEventListener('change', this.#measure)
    this.#keeper?.close()
    super.disconnectedCallback()
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changed: PropertyValues): void {
    const other = changed.has('draft') || (changed.has('me') && this.session === null)
    if (other && this.draft !== '') void this.#open()
  }

  protected override render(): TemplateResult {
    const { session } = this
    if (this.refusal && !session) return this.#refused(this.refusal)
    if (!session || !this.#keeper) return html`<p class="notice" role="status">${text('editor.loading')}</p>`
    return html`<zorgpad-editor-bar
        .session=${session}
        .keeper=${this.#keeper}
        .status=${this.#keeper.status}
        .draft=${this.draft}
        .restored=${this.restored}
        @show-problems=${() => this.#show('problems')}
        @skip-to-panel=${this.#skip}
      ></zorgpad-editor-bar>
      ${this.narrow ? this.#panel(session) : this.#sideBySide(session)} ${this.#refusedEdit(session)}`
  }

  #refused(refusal: ServerRefusal): TemplateResult {
    const words = refusal.status === 401 ? text('library.sign-in') : refusal.problem.message[language()]
    return html`<div class="notice" role="alert">
      <p>${words} <span class="small">(${refusal.code})</span></p>
      <p><a href="#/">${text('editor.back')}</a></p>
    </div>`
  }

  #sideBySide(session: Session): TemplateResult {
    return html`<wa-split-panel position="56" style="--min: 20rem; --max: calc(100% - 22rem)">
      <section slot="start" aria-label=${text('editor.drawing')}>${this.#drawing(session)}</section>
      <section slot="end" aria-label=${text('editor.views')}>${this.#panel(session)}</section>
    </wa-split-panel>`
  }

  #panel(session: Session): TemplateResult {
    const view = !this.narrow && this.view === 'drawing' ? 'form' : this.view
    return html`<zorgpad-tabs
      class=${view}
      .tabs=${viewTabs(session, this.narrow)}
      chosen=${view}
      label=${text('editor.views')}
      @tab-chosen=${(event: CustomEvent<View>) => this.#show(event.detail)}
      >${this.#content(view, session)}</zorgpad-tabs
    >`
  }

  #content(view: View, session: Session): TemplateResult {
    switch (view) {
      case 'drawing':
        return this.#drawing(session)
      case 'form':
        return html`<zorgpad-forms .session=${session} @yaml-wanted=${() => this.#show('yaml')}></zorgpad-forms>`
      case 'outline':
        return html`<zorgpad-outline .session=${session} @edit-wanted=${() => this.#show('form')}></zorgpad-outline>`
      case 'yaml':
        return html`<zorgpad-yaml .session=${session}></zorgpad-yaml>`
      case 'problems':
        return html`<zorgpad-problems
          .session=${session}
          @problem-chosen=${() => this.#show('yaml')}
          @edit-wanted=${() => this.#show('form')}
        ></zorgpad-problems>`
      case 'simulator':
        return html`<zorgpad-simulator
          .session=${session}
          @part-wanted=${() => this.#show('yaml')}
        ></zorgpad-simulator>`
    }
  }

  #drawing(session: Session): TemplateResult {
    return html`<zorgpad-drawing .session=${session} @edit-wanted=${() => this.#show('form')}></zorgpad-drawing>`
  }

  #refusedEdit(session: Session): TemplateResult | typeof nothing {
    if (!session.refusal) return nothing
    return html`<div class="refused" role="alert">
      <span>${session.refusal[language()]}</span>
      <button class="button" @click=${() => session.dismissRefusal()}>${text('editor.dismiss')}</button>
    </div>`
  }

  #show(view: View): void {
    this.view = view
  }

  readonly #skip = (): void => this.renderRoot.querySelector<HTMLElement>('zorgpad-tabs')?.focus()

  readonly #measure = (): void => {
    this.narrow = narrow.matches
  }

  async #open(): Promise<void> {
    const id = this.draft
    try {
      const [draft, shared] = await Promise.all([server.draft(id), server.shared()])
      if (id === this.draft) this.#start(draft, shared)
      this.refusal = null
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = error
    }
  }

  /** Work that was not saved last time goes on, unless the draft has been saved by somebody since: then the keeper asks. */
  #start(draft: Draft, shared: SharedFiles): void {
    this.#keeper?.close()
    const unsaved = unsavedWork(draft.id, localStorage)
    const session = new Session(unsaved?.text ?? draft.text, readersWith(shared))
    this.restored = unsaved !== null && unsaved.text !== draft.text
    const known = { ...draft, version: unsaved?.version ?? draft.version }
    this.#keeper = new Keeper(known, session.document, saver, localStorage, () => this.requestUpdate())
    this.session = session
  }
}
