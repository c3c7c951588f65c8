/** One of a few: a list to choose from. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { text } from '../../texts/text.ts'
import { Field } from './field.ts'

/** What is written, and what people read. */
export type Option = { value: string; label: string }

/** `<zorgpad-choice-field label="Route" .value=${'urgent'} .options=${[{ value: 'urgent', label: 'Spoed' }]}>` */
@customElement('zorgpad-choice-field')
export class ChoiceField extends Field<string> {
  @property({ attribute: false }) options: Option[] = []

  protected override control(): TemplateResult {
    return html`<select
      id="input"
      aria-describedby="about"
      aria-invalid=${this.invalid}
      .value=${this.value ?? ''}
      @change=${this.#read}
    >
      ${this.required && this.value !== undefined ? nothing : this.#option({ value: '', label: text('field.none') })}
      ${this.#shown().map((option) => this.#option(option))}
    </select>`
  }

  /** What is written but unknown stays visible, so that nothing is lost by looking at it. */
  #shown(): Option[] {
    const { value } = this
    if (value === undefined || this.options.some((option) => option.value === value)) return this.options
    return [...this.options, { value, label: text('field.unknown', { value }) }]
  }

  #option({ value, label }: Option): TemplateResult {
    return html`<option value=${value} ?selected=${value === (this.value ?? '')}>${label}</option>`
  }

  #read(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value
    this.tell(chosen === '' ? undefined : chosen)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-choice-field': ChoiceField
  }
}
