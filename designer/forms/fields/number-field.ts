/** A number, with its unit behind it. A comma is read as a point. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { text } from '../../texts/text.ts'
import { Field } from './field.ts'

/** `<zorgpad-number-field label="Streefwaarde" .value=${135} unit="mm[Hg]">`; `whole` refuses fractions. */
@customElement('zorgpad-number-field')
export class NumberField extends Field<number> {
  @property() unit = ''
  @property({ type: Boolean }) whole = false

  protected override control(): TemplateResult {
    return html`
      <input
        id="input"
        inputmode="decimal"
        autocomplete="off"
        size=${this.inline ? 5 : 10}
        .value=${this.value === undefined ? '' : String(this.value)}
        aria-describedby="about"
        aria-invalid=${this.invalid}
        @change=${this.#read}
      />${this.unit === '' ? nothing : html`<span class="unit">${readableUnit(this.unit)}</span>`}
    `
  }

  #read(event: Event): void {
    const written = (event.target as HTMLInputElement).value.trim().replace(',', '.')
    if (written === '' && !this.required) return this.tell(undefined)
    const number = Number(written)
    if (written === '' || !Number.isFinite(number)) this.complaint = text('field.not-a-number')
    else if (this.whole && !Number.isInteger(number)) this.complaint = text('field.not-whole')
    else this.tell(number)
  }
}

/** `mm[Hg]` and `a` are for computers; people read mmHg and years. */
export function readableUnit(unit: string): string {
  if (unit === 'a') return text('unit.years')
  return unit.replaceAll(/[[\]{}]/g, '')
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-number-field': NumberField
  }
}
