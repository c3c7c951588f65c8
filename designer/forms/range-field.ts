/** From and up to and including: two numbers with a unit. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Range } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import type { FieldChange } from './events.ts'
import { Field } from './fields/field.ts'
import './fields/number-field.ts'

/** `<zorgpad-range-field label="Mogelijke waarden" .value=${{ from: 40, to: 300 }} unit="mm[Hg]">` */
@customElement('zorgpad-range-field')
export class RangeField extends Field<Range> {
  @property() unit = ''

  protected override control(): TemplateResult {
    return html`<span id="input" class="window" role="group" aria-label=${this.label} aria-describedby="about">
      ${this.#number('from', text('condition.from'))}
      <span class="word">${text('condition.and')}</span>
      ${this.#number('to', text('condition.to'))}
    </span>`
  }

  #number(end: 'from' | 'to', label: string): TemplateResult {
    return html`<zorgpad-number-field
      inline
      required
      label=${label}
      unit=${end === 'to' ? this.unit : ''}
      .value=${this.value?.[end]}
      @field-change=${({ value }: FieldChange<number>) => this.#put(end, value ?? 0)}
    ></zorgpad-number-field>`
  }

  #put(end: 'from' | 'to', number: number): void {
    const range = { from: number, to: number, ...this.value, [end]: number }
    if (range.from > range.to) this.complaint = text('field.from-above-to')
    else this.tell(range)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-range-field': RangeField
  }
}
