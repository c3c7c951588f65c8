/** One value of a patient: a number with its unit, yes or no, or a choice. Used for facts, measurements and questions. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import { readableUnit } from '../forms/fields/number-field.ts'
import type { Answer } from '../forms/values.ts'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { playStyles } from './styles.ts'

/** A new value, or `undefined` when it was emptied. */
export class ValueChosen extends Event {
  readonly value: Value | undefined

  constructor(value: Value | undefined) {
    super('value-chosen')
    this.value = value
  }
}

/** `<zorgpad-value-input label="Bovendruk" type="number" unit="mm[Hg]" .value=${188}>`; tells `value-chosen`. */
@customElement('zorgpad-value-input')
export class ValueInput extends LitElement {
  static override styles = [shared, playStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property() label = ''
  @property() type: 'number' | 'integer' | 'decimal' | 'boolean' | 'choice' = 'number'
  @property() unit = ''
  @property({ attribute: false }) options: Answer[] = []
  @property({ attribute: false }) value: Value | undefined
  @state() private complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    if (this.type === 'boolean') return this.#yesNo()
    return this.type === 'choice' ? this.#choice() : this.#number()
  }

  #number(): TemplateResult {
    return html`<label class="field">
      <span>${this.label}</span>
      <span class="with-unit">
        <input
          inputmode="decimal"
          autocomplete="off"
          size="7"
          aria-invalid=${this.complaint === '' ? 'false' : 'true'}
          .value=${this.value === undefined ? '' : String(this.value)}
          @input=${this.#read}
        />${this.unit === '' ? nothing : html`<span class="quiet-text">${readableUnit(this.unit)}</span>`}
      </span>
      ${this.complaint === '' ? nothing : html`<small class="problem" role="alert">${this.complaint}</small>`}
    </label>`
  }

  #yesNo(): TemplateResult {
    const answers = [
      { value: true, words: text('answer.yes') },
      { value: false, words: text('answer.no') },
    ]
    return html`<div class="question" role="radiogroup" aria-labelledby="label">
      <span id="label">${this.label}</span>
      <div class="choices">
        ${answers.map(
          ({ value, words }) =>
            html`<label>
              <input
                type="radio"
                name="answer"
                .checked=${this.value === value}
                @change=${() => this.#tell(value)}
              />${words}
            </label>`,
        )}
      </div>
    </div>`
  }

  #choice(): TemplateResult {
    const choose = (event: Event) =>
      this.#tell(this.options[(event.target as HTMLSelectElement).selectedIndex - 1]?.value)
    return html`<label class="field">
      <span>${this.label}</span>
      <select @change=${choose}>
        <option value="" ?selected=${this.value === undefined}>${text('field.none')}</option>
        ${this.options.map(({ value, label }) => html`<option ?selected=${value === this.value}>${label}</option>`)}
      </select>
    </label>`
  }

  readonly #read = (event: Event): void => {
    const written = (event.target as HTMLInputElement).value.trim().replace(',', '.')
    const number = Number(written)
    this.complaint = written === '' || Number.isFinite(number) ? '' : text('field.not-a-number')
    if (this.complaint === '') this.#tell(written === '' ? undefined : number)
  }

  #tell(value: Value | undefined): void {
    this.value = value
    this.dispatchEvent(new ValueChosen(value))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-value-input': ValueInput
  }
  interface HTMLElementEventMap {
    'value-chosen': ValueChosen
  }
}
