/** Several of a few: boxes to tick. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { text } from '../../texts/text.ts'
import type { Option } from './choice-field.ts'
import { Field } from './field.ts'

/** `<zorgpad-checks-field label="Door" .value=${['gp']} .options=${[{ value: 'gp', label: 'Huisarts' }]}>` */
@customElement('zorgpad-checks-field')
export class ChecksField extends Field<string[]> {
  @property({ attribute: false }) options: Option[] = []

  protected override control(): TemplateResult {
    return html`<span id="input" class="checks" role="group" aria-label=${this.label} aria-describedby="about">
      ${this.#shown().map((option) => this.#box(option))}
    </span>`
  }

  #shown(): Option[] {
    const unknown = (this.value ?? []).filter((value) => !this.options.some((option) => option.value === value))
    return [...this.options, ...unknown.map((value) => ({ value, label: text('field.unknown', { value }) }))]
  }

  #box({ value, label }: Option): TemplateResult {
    const checked = this.value?.includes(value) ?? false
    return html`<label class="check">
      <input type="checkbox" .checked=${checked} @change=${(event: Event) => this.#read(event, value)} />
      ${label}
    </label>`
  }

  /** The order of the author stays; what is ticked comes last. */
  #read(event: Event, value: string): void {
    const box = event.target as HTMLInputElement
    const others = (this.value ?? []).filter((chosen) => chosen !== value)
    const chosen = box.checked ? [...others, value] : others
    if (chosen.length > 0 || !this.required) return this.tell(chosen.length === 0 ? undefined : chosen)
    box.checked = true
    this.complaint = text('field.at-least-one')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-checks-field': ChecksField
  }
}
