/** A line of text, or several lines, held to a pattern when there is one. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { text } from '../../texts/text.ts'
import { Field } from './field.ts'

/** `<zorgpad-text-field label="Code" .value=${'K86'} pattern="[A-Z][0-9]{2}">`; `long` gives room for sentences. */
@customElement('zorgpad-text-field')
export class TextField extends Field<string> {
  @property() pattern = ''
  @property({ type: Boolean }) long = false

  protected override control(): TemplateResult {
    const written = this.value ?? ''
    if (this.long) {
      return html`<textarea
        id="input"
        rows="2"
        aria-describedby="about"
        aria-invalid=${this.invalid}
        .value=${written}
        @change=${this.#read}
      ></textarea>`
    }
    return html`<input
      id="input"
      autocomplete="off"
      aria-describedby="about"
      aria-invalid=${this.invalid}
      .value=${written}
      @change=${this.#read}
    />`
  }

  #read(event: Event): void {
    const written = (event.target as HTMLInputElement | HTMLTextAreaElement).value.trim()
    if (written === '' && this.required) this.complaint = text('field.required')
    else if (written !== '' && !this.#fits(written)) this.complaint = text('field.wrong-shape')
    else this.tell(written === '' ? undefined : written)
  }

  #fits(written: string): boolean {
    return this.pattern === '' || new RegExp(`^(?:${this.pattern})$`, 'u').test(written)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-text-field': TextField
  }
}
