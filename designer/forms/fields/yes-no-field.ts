/** Yes or no: one box to tick. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Field } from './field.ts'

/** `<zorgpad-yes-no-field label="Herhalen" .value=${true}>`; what is unticked is left out of the text. */
@customElement('zorgpad-yes-no-field')
export class YesNoField extends Field<boolean> {
  protected override control(): TemplateResult {
    return html`<input
      id="input"
      type="checkbox"
      aria-describedby="about"
      .checked=${this.value ?? false}
      @change=${this.#read}
    />`
  }

  #read(event: Event): void {
    this.tell((event.target as HTMLInputElement).checked ? true : undefined)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-yes-no-field': YesNoField
  }
}
