/** The bar above the editor: which pathway, undo and redo, whether it is saved, publish, and what stands in the way. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LanguageController, inLanguage, language } from '../language.ts'
import { ServerRefusal, server } from '../server.ts'
import { SessionController, type Session } from '../session.ts'
import { icon } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import type { Keeper, Status } from './keeper.ts'

type Said = { tone: 'green' | 'red'; words: string }

/**
 * @event show-problems - Publishing is blocked by errors; the user wants to see them.
 * @event skip-to-panel - A keyboard user skips the drawing.
 */
@customElement('zorgpad-editor-bar')
export class ZorgpadEditorBar extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-xs) var(--gap-m);
        padding: var(--gap-xs) var(--gap-m);
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      h1 {
        font-size: var(--text-l);
        flex: 1;
        min-width: 10rem;
      }
      .group {
        display: flex;
        gap: var(--gap-xs);
        align-items: center;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-s) var(--gap-m);
        align-items: center;
        padding: var(--gap-s) var(--gap-m);
        background: var(--blue-soft);
      }
      .notice.red {
        background: var(--red-soft);
        color: var(--red);
      }
      .notice.green {
        background: var(--green-soft);
        color: var(--green);
      }
      .notice.amber {
        background: var(--amber-soft);
      }
      .status {
        min-width: 8.5em;
        text-align: end;
        color: var(--ink-quiet);
        font-size: var(--text-s);
      }
      .skip:not(:focus) {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
        height: 1px;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
      }
      @media (max-width: 40rem) {
        h1 {
          flex-basis: calc(100% - 4rem);
        }
        .status {
          flex: 1 1 auto;
          text-align: start;
        }
      }
    `,
  ]

  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) keeper!: Keeper
  @property() status: Status = 'saved'
  @property() draft = ''
  @property({ type: Boolean }) restored = false
  @state() private said: Said | null = null

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  protected override render(): TemplateResult {
    const definition = this.session.pathway?.value
    return html`<div class="bar">
        <button class="button skip" @click=${() => this.dispatchEvent(new Event('skip-to-panel'))}>
          ${text('editor.skip-panel')}
        </button>
        <a class="button quiet icon" href="#/" aria-label=${text('editor.back')} title=${text('editor.back')}
          >${icon('arrow-left')}</a
        >
        <h1>
          ${inLanguage(definition?.title, definition?.pathway ?? this.draft)}
          <span class="quiet-text small">${definition?.version ?? ''}</span>
        </h1>
        <span class="status" role="status">${this.#status()}</span>
        <div class="group">${this.#travel('undo')} ${this.#travel('redo')}</div>
        <button class="button main" @click=${this.#publish}>${text('editor.publish')}</button>
      </div>
      ${this.#notices()}`
  }

  #travel(way: 'undo' | 'redo'): TemplateResult {
    const { document } = this.session
    const possible = way === 'undo' ? document.canUndo : document.canRedo
    const label = text(`editor.${way}`)
    return html`<button
      class="button icon ${way}"
      aria-label=${label}
      title="${label} (Ctrl+${way === 'undo' ? 'Z' : 'Y'})"
      aria-disabled=${!possible}
      @click=${() => this.session[way]()}
    >
      ${icon(way)}
    </button>`
  }

  #status(): string {
    if (this.status === 'saving') return text('editor.saving')
    return text(this.status === 'saved' ? 'editor.saved' : 'editor.unsaved')
  }

  #notices(): TemplateResult {
    return html`${
      this.restored && this.status !== 'conflict' && this.session.document.canUndo === false
        ? html`<p class="notice" role="status">${text('editor.restored')}</p>`
        : nothing
    }
    ${this.status === 'conflict' ? this.#conflict() : nothing} ${this.status === 'failed' ? this.#failed() : nothing}
    ${this.said ? this.#told(this.said) : nothing}`
  }

  #conflict(): TemplateResult {
    return html`<div class="notice amber" role="alert">
      <span>${text('editor.conflict')}</span>
      <button class="button" @click=${() => this.keeper.keepMine()}>${text('editor.keep-mine')}</button>
      <button class="button" @click=${() => this.keeper.takeTheirs()}>${text('editor.take-theirs')}</button>
    </div>`
  }

  #failed(): TemplateResult {
    const { error } = this.keeper
    const values = error instanceof ServerRefusal ? { message: error.message, code: error.code } : unknownError(error)
    return html`<div class="notice red" role="alert">
      <span>${text('editor.save-failed', values)}</span>
      <button class="button" @click=${() => this.keeper.save()}>${text('editor.save')}</button>
    </div>`
  }

  #told({ tone, words }: Said): TemplateResult {
    return html`<div class="notice ${tone}" role="alert">
      <span>${words}</span>
      <button class="button" @click=${() => (this.said = null)}>${text('editor.dismiss')}</button>
    </div>`
  }

  readonly #publish = async (): Promise<void> => {
    const blocked = this.#blocked()
    this.said = blocked === null ? await this.#tryPublish() : { tone: 'red', words: blocked }
  }

  /** What stands in the way, in words; null when nothing does. */
  #blocked(): string | null {
    if (this.status === 'conflict') return text('editor.publish-blocked-conflict')
    const count = this.session.problems.filter(({ severity }) => severity === 'error').length
    if (count === 0) return null
    this.dispatchEvent(new Event('show-problems'))
    return count === 1 ? text('editor.publish-blocked-error') : text('editor.publish-blocked-errors', { count })
  }

  /** Saves first: what is published is what the author sees. */
  async #tryPublish(): Promise<Said | null> {
    if (!(await this.keeper.save())) return null
    try {
      const { version } = await server.publish(this.draft)
      return { tone: 'green', words: text('editor.published', { version }) }
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      const values = { message: error.problem.message[language()], code: error.code }
      return { tone: 'red', words: text('editor.publish-refused', values) }
    }
  }
}

const unknownError = (error: unknown): { message: string; code: string } => ({
  message: String(error),
  code: 'unknown',
})
