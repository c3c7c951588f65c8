/** The form of whatever is selected; nothing selected gives the pathway's own. It alone edits the text, its forms only tell. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Problem } from '../../runtime/interpreter/problem.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { language, LanguageController } from '../language.ts'
import { SessionController, type Session } from '../session.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import type { FormChange, ItemMoved, PartWanted } from './events.ts'
import { formOf } from './form-of.ts'
import { helpOf, type Kind } from './help.ts'
import { titleOf } from './options.ts'
import { at, nameAt } from './pointer.ts'
import './shared-form.ts'
import { collections, formFor, type Shown } from './which-form.ts'

/** `<zorgpad-forms .session=${session}>` */
@customElement('zorgpad-forms')
export class Forms extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        padding: var(--gap-m);
        container-type: inline-size;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--gap-s);
        margin-bottom: var(--gap-s);
      }
      .refusal {
        margin-bottom: var(--gap-s);
        padding: var(--gap-s) var(--gap-m);
        border-radius: var(--radius);
        background: var(--amber-soft);
        color: var(--amber);
      }
      .up {
        margin-inline-start: auto;
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-s);
        color: var(--ink-quiet);
      }
    `,
  ]

  @property({ attribute: false }) session!: Session

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
    this.addEventListener('form-change', this.#change)
    this.addEventListener('item-moved', this.#move)
    this.addEventListener('part-wanted', this.#show)
  }

  override render(): TemplateResult {
    const definition = this.session.pathway?.value
    if (definition === undefined) return html`<p>${text('form.unreadable')}</p>`
    const shown = this.#shown(definition)
    return html`
      ${this.#header(shown, definition)}
      ${this.session.stale ? html`<p class="refusal" role="status">${text('form.stale')}</p>` : nothing}
      ${keyed(shown.path, this.#form(shown, definition, this.session.problems))}
    `
  }

  /** What was selected may have been taken away meanwhile. */
  #shown(definition: PathwayDefinition): Shown {
    const shown = formFor(this.session.selection?.path ?? '')
    return at(definition, shown.path) === undefined ? { form: 'pathway', path: '' } : shown
  }

  #header({ form, path }: Shown, definition: PathwayDefinition): TemplateResult {
    const name = nameAt(path)
    const kind: Kind = form === 'inclusion' || form === 'yaml' || form === 'pathway' ? 'pathway' : kindOf(form)
    const word = helpOf(kind, form === 'inclusion' ? name : null, language()).title
    const title = form === 'inclusion' || form === 'transition' ? '' : titleOf(at(definition, path), name)
    return html`<header>
      <h2>${word}${title === '' ? '' : `: ${title}`}</h2>
      ${path === '' || title === name ? nothing : html`<code>${name}</code>`}
      ${path === '' ? nothing : html`<button class="button quiet up" @click=${this.#toPathway}>${text('form.whole')}</button>`}
    </header>`
  }

  #form(shown: Shown, definition: PathwayDefinition, problems: readonly Problem[]): TemplateResult {
    const { form, path } = shown
    const value = at(definition, path)
    const file = this.session.pathway?.sharedFrom(path) ?? null
    if (file === null) return formOf(form, { value, definition, path, problems })
    return html`<zorgpad-shared-form
      .file=${file}
      .value=${value}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-shared-form>`
  }

  readonly #toPathway = (): void => this.session.select('', 'form')

  readonly #change = ({ path, value }: FormChange): void => {
    this.session.edit((document) => (value === undefined ? document.remove(path) : document.set(path, value)), 'form')
  }

  readonly #move = ({ path, from, to }: ItemMoved): void => {
    this.session.edit((document) => document.move(path, from, to), 'form')
  }

  readonly #show = ({ path }: PartWanted): void => this.session.select(path, 'form')
}

function kindOf(form: Exclude<Shown['form'], 'inclusion' | 'yaml' | 'pathway'>): Kind {
  return form === 'transition' ? 'transition' : collections[form]
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-forms': Forms
  }
}
