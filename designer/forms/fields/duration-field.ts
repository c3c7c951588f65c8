/** A duration: a number and a unit of time. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { text, type TextKey } from '../../texts/text.ts'
import { Field } from './field.ts'

const units = ['minute', 'hour', 'day', 'week', 'month'] as const
type Unit = (typeof units)[number]

/** `<zorgpad-duration-field label="Stil" .value=${'12 hours'}>`; `calendar` leaves out minutes and hours. */
@customElement('zorgpad-duration-field')
export class DurationField extends Field<string> {
  @property({ type: Boolean }) calendar = false

  protected override control(): TemplateResult {
    const { amount, unit } = this.#parts()
    const possible = this.calendar ? units.slice(2) : units
    return html`
      <input
        id="input"
        inputmode="numeric"
        autocomplete="off"
        size="3"
        aria-describedby="about"
        aria-invalid=${this.invalid}
        .value=${amount}
        @change=${this.#read}
      />
      <select id="unit" aria-label=${text('field.time-unit', { label: this.label })} @change=${this.#read}>
        ${possible.map((name) => html`<option value=${name} ?selected=${name === unit}>${unitWord(name, amount)}</option>`)}
      </select>
    `
  }

  #parts(): { amount: string; unit: Unit } {
    const [amount = '', word = ''] = (this.value ?? '').split(' ')
    return { amount, unit: units.find((unit) => word.startsWith(unit)) ?? (this.calendar ? 'day' : 'hour') }
  }

  #read(): void {
    const amount = this.renderRoot.querySelector('input')?.value.trim() ?? ''
    const unit = this.renderRoot.querySelector('select')?.value ?? 'day'
    if (amount === '' && !this.required) return this.tell(undefined)
    if (!/^[1-9][0-9]{0,4}$/.test(amount)) this.complaint = text('field.not-a-duration')
    else this.tell(`${amount} ${unit}${amount === '1' ? '' : 's'}`)
  }
}

function unitWord(unit: Unit, amount: string): string {
  const key: TextKey = amount === '1' ? `unit.${unit}.one` : `unit.${unit}.many`
  return text(key)
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-duration-field': DurationField
  }
}
