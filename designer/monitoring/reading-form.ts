/** A reading that the nurse enters after a phone call, with what the system answers to it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import type { MeasurementView, SubmissionAnswer } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { playStyles } from '../simulator/styles.ts'
import '../simulator/value-input.ts'
import type { ValueChosen } from '../simulator/value-input.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { PatientWish } from './events.ts'
import { cardStyles } from './styles.ts'

/** `<zorgpad-reading-form .measurements=${measurements} now="2026-03-27T08:00:00+01:00">`; tells `patient-wish`. */
@customElement('zorgpad-reading-form')
export class ReadingForm extends LitElement {
  static override styles = [shared, playStyles, cardStyles]

  @property({ attribute: false }) measurements: MeasurementView[] = []
  @property({ attribute: false }) answer: SubmissionAnswer | null = null
  @property() now = ''
  @state() private values: Record<string, Value> = {}
  @state() private at = ''
  @state() private complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="title">
      <details>
        <summary id="title">${text('patient.enter')}</summary>
        <form class="grid" @submit=${this.#submit}>
          <div class="row">
            ${this.measurements.filter(({ kind }) => kind !== 'score').map((measurement) => this.#input(measurement))}
          </div>
          <label class="field">
            <span>${text('patient.measured-at')}</span>
            <input type="datetime-local" max=${this.now.slice(0, 16)} .value=${this.at} @change=${this.#moved} />
          </label>
          ${this.complaint === '' ? nothing : html`<p class="problem" role="alert">${this.complaint}</p>`}
          <div><button class="button main">${text('patient.save-reading')}</button></div>
        </form>
      </details>
      <div role="status">${this.answer === null ? nothing : this.#answered(this.answer)}</div>
    </section>`
  }

  #input({ measurement, title, type, unit, options = [] }: MeasurementView): TemplateResult {
    const put = (event: ValueChosen) => {
      const others = Object.entries(this.values).filter(([other]) => other !== measurement)
      this.values = Object.fromEntries(event.value === undefined ? others : [...others, [measurement, event.value]])
    }
    return html`<zorgpad-value-input
      label=${inLanguage(title)}
      type=${type}
      unit=${unit ?? ''}
      .options=${options.map((option) => ({ value: option.value, label: inLanguage(option.title) }))}
      .value=${this.values[measurement]}
      @value-chosen=${put}
    ></zorgpad-value-input>`
  }

  /** The four texts that the patient gets, so that the nurse can read them out. */
  #answered({ received, meaning, next, call }: SubmissionAnswer): TemplateResult {
    return html`<p class="small">${[received, meaning, next, call].filter((words) => words !== '').join(' ')}</p>`
  }

  readonly #moved = (event: Event): void => {
    this.at = (event.target as HTMLInputElement).value
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    this.complaint = Object.keys(this.values).length === 0 ? text('play.nothing-to-send') : ''
    if (this.complaint !== '') return
    this.dispatchEvent(new PatientWish({ type: 'send', values: this.values, at: this.at }))
    this.values = {}
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-reading-form': ReadingForm
  }
}
