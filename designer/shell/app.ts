/** The frame around every page: skip link, header, the page of the address. Without a shadow, see shell.css. */
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Me } from '../../runtime/http/api.ts'
import { LanguageController } from '../language.ts'
import { ServerRefusal, server } from '../server.ts'
import { text } from '../texts/text.ts'
import './editor.ts'
import './header.ts'
import './library.ts'
import { routeOf, type Route } from './route.ts'
import './welcome.ts'

@customElement('zorgpad-app')
export class ZorgpadApp extends LitElement {
  @state() private route: Route = routeOf(location.hash)
  /** Undefined until the server has said it; null when nobody is signed in. */
  @state() private me: Me | null | undefined
  /** Counts sign-ins: a page of another person starts anew. */
  @state() private visit = 0

  constructor() {
    super()
    new LanguageController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#follow)
    void this.#meet()
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#follow)
    super.disconnectedCallback()
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render(): TemplateResult {
    return html`<button class="skip button main" @click=${this.#skip}>${text('skip.main')}</button>
      <zorgpad-header .me=${this.me ?? null} .route=${this.route} @signed-in=${this.#signedIn}></zorgpad-header>
      <main id="main" tabindex="-1" data-visit=${this.visit}>${this.#page()}</main>`
  }

  protected override updated(): void {
    document.title = `${text(`title.${this.route.page}`)} · Zorgpad`
  }

  #page(): TemplateResult | typeof nothing {
    if (this.me === undefined) return nothing
    if (this.me === null) return html`<zorgpad-welcome @signed-in=${this.#signedIn}></zorgpad-welcome>`
    switch (this.route.page) {
      case 'library':
        return html`<zorgpad-library .me=${this.me}></zorgpad-library>`
      case 'editor':
        return html`<zorgpad-editor .draft=${this.route.draft} .me=${this.me}></zorgpad-editor>`
      case 'worklist':
        return html`<zorgpad-worklist .me=${this.me}></zorgpad-worklist>`
      case 'patient':
        return html`<zorgpad-patient .patient=${this.route.id} .me=${this.me}></zorgpad-patient>`
    }
  }

  readonly #follow = (): void => {
    this.route = routeOf(location.hash)
    void this.updateComplete.then(() => this.#skip())
  }

  readonly #skip = (): void => this.renderRoot.querySelector<HTMLElement>('#main')?.focus()

  readonly #signedIn = (event: CustomEvent<Me>): void => {
    this.me = event.detail
    this.visit += 1
  }

  /** Nobody signed in is no mistake: the first page and the header offer the people. */
  async #meet(): Promise<void> {
    try {
      this.me = await server.me()
    } catch (error) {
      this.me = null
      if (!(error instanceof ServerRefusal)) throw error
    }
  }
}
