/** The patients that one may see, with their state: the way to each page, also when there is no alert. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PatientSummary } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { addressOf } from '../shell/route.ts'
import { playStyles } from '../simulator/styles.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { momentText } from './times.ts'
import { patientsStyles } from './styles.ts'

/** `<zorgpad-patients .patients=${patients}>` */
@customElement('zorgpad-patients')
export class Patients extends LitElement {
  static override styles = [shared, playStyles, patientsStyles]

  @property({ attribute: false }) patients: PatientSummary[] = []

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const { patients } = this
    return html`<h2>${text('patients.title')}</h2>
      ${patients.length === 0 ? html`<p class="quiet-text">${text('patients.none')}</p>` : this.#list(patients)}`
  }

  #list(patients: PatientSummary[]): TemplateResult {
    return html`<ul class="patients">
      ${patients.map((patient) => html`<li>${this.#patient(patient)}</li>`)}
    </ul>`
  }

  #patient({ id, name, organisation, enrolments, alerts, lastReading }: PatientSummary): TemplateResult {
    const states = enrolments.map(({ title, state }) => `${inLanguage(title)}: ${inLanguage(state.title)}`).join(', ')
    const last =
      lastReading === undefined ? text('patients.no-reading') : text('patients.last', { at: momentText(lastReading) })
    return html`<a href=${addressOf({ page: 'patient', id })}>${name}</a>
      <span class="small">${states}</span>
      <span class="quiet-text small">${organisation.name} · ${last}</span>
      ${alerts.worst === null ? '' : html`<span class="level ${alerts.worst}">${text('patients.alerts', { count: alerts.open })}</span>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-patients': Patients
  }
}
