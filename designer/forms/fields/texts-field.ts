/** One text in Dutch and in English, under each other. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Text } from '../../../schemas/index.ts'
import { text } from '../../texts/text.ts'
import { Field } from './field.ts'

/** `<zorgpad-texts-field label="Titel" .value=${{ nl: 'Meetweek' }}>`; `long` gives room for sentences. */
@customElement('zorgpad-texts-field')
export class TextsField extends Field<Text> {
  @property({ type: Boolean }) long = false

  protected override control(): TemplateResult {
    return html`<span id="input" class="texts" role="group" aria-label=${this.label} aria-describedby="about">
      ${this.#line('nl', text('field.dutch'))} ${this.#line('en', text('field.english'))}
    </span>`
  }

  #line(language: 'nl' | 'en', name: string): TemplateResult {
    const label = `${this.label}, ${name}`
    const written = this.value?.[language] ?? ''
    const read = (event: Event) => this.#read(event, language)
    const box = this.long
      ? html`<textarea rows="2" lang=${language} aria-label=${label} .value=${written} @change=${read}></textarea>`
      : html`<input lang=${language} aria-label=${label} .value=${written} @change=${read} />`
    return html`<span class="text"
      ><span class="tongue" aria-hidden="true">${language.toUpperCase()}</span>${box}</span
    >`
  }

  #read(event: Event, language: 'nl' | 'en'): void {
    const written = (event.target as HTMLInputElement | HTMLTextAreaElement).value.trim()
    const others = Object.entries(this.value ?? {}).filter(([key]) => key !== language)
    const whole = written === '' ? Object.fromEntries(others) : { ...this.value, [language]: written }
    this.tell(Object.keys(whole).length === 0 ? undefined : whole)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-texts-field': TextsField
  }
}
