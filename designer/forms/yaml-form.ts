/** What no form can show: the place stays as YAML, with a friendly word and the way to it. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { LanguageController } from '../language.ts'
import { text } from '../texts/text.ts'
import { PartWanted } from './events.ts'
import { formStyles } from './styles.ts'

/** `<zorgpad-yaml-form path="/calendars/office">` */
@customElement('zorgpad-yaml-form')
export class YamlForm extends LitElement {
  static override styles = formStyles

  @property() path = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`
      <p class="sentence">${text('form.only-yaml')}</p>
      <button type="button" class="button" @click=${this.#wantYaml}>${text('form.to-yaml')}</button>
    `
  }

  /** Selects the part, and asks whoever has the views to show the YAML. */
  readonly #wantYaml = (): void => {
    this.dispatchEvent(new PartWanted(this.path))
    this.dispatchEvent(new CustomEvent('yaml-wanted', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-yaml-form': YamlForm
  }
}
