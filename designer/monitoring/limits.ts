/** The personal limits of a patient: what holds, who set it and why, and a way to change it for who may. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { EnrolmentView, LimitView } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { playStyles } from '../simulator/styles.ts'
import { valueText } from '../simulator/words.ts'
import { written } from '../simulator/written.ts'
import { shared } from '../style/shared.ts'
import { text, type TextKey } from '../texts/text.ts'
import { PatientWish } from './events.ts'
import { cardStyles } from './styles.ts'
import { dayText } from './times.ts'

/** `<zorgpad-limits .enrolment=${enrolment}>`; tells `patient-wish`. */
@customElement('zorgpad-limits')
export class Limits extends LitElement {
  static override styles = [shared, playStyles, cardStyles]

  @property({ attribute: false }) enrolment!: EnrolmentView
  @state() private complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult | typeof nothing {
    const { limits } = this.enrolment
    if (limits.length === 0) return nothing
    return html`<section class="card grid" aria-labelledby="title">
      <h2 id="title">${text('patient.limits')}</h2>
      ${limits.map((limit) => this.#limit(limit))}
      ${this.complaint === '' ? nothing : html`<p class="problem" role="alert">${this.complaint}</p>`}
    </section>`
  }

  #limit(limit: LimitView): TemplateResult {
    const { title, value, unit, set } = limit
    const whose =
      set === undefined
        ? text('patient.limit-default')
        : text('patient.limit-set', {
            who: set.by.name,
            role: text(`role.${set.by.role}` as TextKey),
            day: dayText(set.at),
          })
    return html`<div>
      <p>
        <strong>${inLanguage(title)}: ${valueText(value, unit)}</strong>
        <span class="quiet-text small">${whose}</span>${set?.because === undefined ? nothing : html` “${set.because}”`}
      </p>
      ${limit.mayChange ? this.#form(limit) : nothing}
    </div>`
  }

  #form({ parameter, title, value, from, to, unit = '' }: LimitView): TemplateResult {
    const name = inLanguage(title)
    return html`<details>
      <summary>${text('patient.change-limit')}<span class="visually-hidden">: ${name}</span></summary>
      <form class="row" novalidate @submit=${(event: Event) => this.#submit(event, parameter, from, to)}>
        <label class="field"
          ><span>${text('patient.new-limit', { from, to, unit: valueText('', unit).trim() })}</span>
          <input name="value" inputmode="decimal" size="6" .value=${String(value)}
        /></label>
        <label class="field"><span>${text('patient.because')}</span><input name="because" maxlength="500" /></label>
        <button class="button main">${text('patient.set-limit')}</button>
      </form>
    </details>`
  }

  #submit(event: Event, parameter: string, from: number, to: number): void {
    event.preventDefault()
    const value = Number(written(event.target, 'value').replace(',', '.'))
    const because = written(event.target, 'because')
    this.complaint =
      Number.isFinite(value) && value >= from && value <= to ? '' : text('patient.limit-between', { from, to })
    if (this.complaint !== '') return
    const wish = { type: 'limit', enrolment: this.enrolment.id, parameter, value } as const
    this.dispatchEvent(new PatientWish(because === '' ? wish : { ...wish, because }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-limits': Limits
  }
}
