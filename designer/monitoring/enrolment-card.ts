/** Where a patient is on a pathway: state, next measurement, what the registration said, and what can be decided. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DecisionView, EnrolmentView, ProposalView } from '../../runtime/http/api.ts'
import { inLanguage, language, LanguageController } from '../language.ts'
import { playStyles } from '../simulator/styles.ts'
import { valueText } from '../simulator/words.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { PatientWish } from './events.ts'
import { cardStyles } from './styles.ts'
import { dayText, momentText } from './times.ts'

/** `<zorgpad-enrolment-card .enrolment=${enrolment}>`; tells `patient-wish`. */
@customElement('zorgpad-enrolment-card')
export class EnrolmentCard extends LitElement {
  static override styles = [shared, playStyles, cardStyles]

  @property({ attribute: false }) enrolment!: EnrolmentView

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const { title, version, state, since, started, watched, proposals, decisions } = this.enrolment
    return html`<section class="card grid" aria-labelledby="title">
      <h2 id="title">${inLanguage(title)} <span class="quiet-text small">${version}</span></h2>
      <dl>
        <dt>${text('patient.state')}</dt>
        <dd>
          <strong>${inLanguage(state.title)}</strong>
          <span class="quiet-text">${text('patient.since', { day: dayText(since) })}</span>
        </dd>
        <dt>${text('patient.started')}</dt>
        <dd>${dayText(started)}</dd>
        ${this.#next()}
      </dl>
      ${watched || state.exit !== undefined ? nothing : html`<p class="notice">${text('patient.unwatched')}</p>`}
      ${proposals.map((proposal) => this.#proposal(proposal))} ${this.#decisions(decisions)} ${this.#facts()}
    </section>`
  }

  #next(): TemplateResult | typeof nothing {
    const [next] = this.enrolment.next
    if (next === undefined) return nothing
    const titles = this.enrolment.measurements.filter(({ measurement }) => next.measurements.includes(measurement))
    return html`<dt>${text('patient.next')}</dt>
      <dd>
        ${text('patient.window', { opens: momentText(next.opens), closes: momentText(next.closes).split(' ').at(-1) ?? '' })}
        <span class="quiet-text"
          >${titles
            .map(({ title }) => inLanguage(title))
            .filter((words) => words.length < 40)
            .join(', ')}</span
        >
      </dd>`
  }

  #proposal({ id, sentence, mayAnswer }: ProposalView): TemplateResult {
    const answer = (accept: boolean) => () =>
      this.dispatchEvent(new PatientWish({ type: 'answer', enrolment: this.enrolment.id, proposal: id, accept }))
    const words = sentence[language()]
    return html`<div class="notice row" role="group" aria-label=${words}>
      <span>${words}</span>
      ${
        mayAnswer
          ? html`<button class="button main" @click=${answer(true)}>${text('answer.yes')}</button
              ><button class="button" @click=${answer(false)}>${text('answer.no')}</button>`
          : nothing
      }
    </div>`
  }

  #decisions(decisions: DecisionView[]): TemplateResult | typeof nothing {
    const mine = decisions.filter(({ mayTake }) => mayTake)
    if (mine.length === 0) return nothing
    return html`<div>
      <h3>${text('play.decisions')}</h3>
      <div class="row">${mine.map((decision) => this.#decision(decision))}</div>
    </div>`
  }

  #decision({ decision, title }: DecisionView): TemplateResult {
    const take = () => this.dispatchEvent(new PatientWish({ type: 'decide', enrolment: this.enrolment.id, decision }))
    return html`<button class="button" title=${decision} @click=${take}>${inLanguage(title)}</button>`
  }

  #facts(): TemplateResult {
    return html`<details>
      <summary>${text('patient.facts')}</summary>
      <dl>
        ${this.enrolment.facts.map(
          ({ title, value, unit }) =>
            html`<dt>${inLanguage(title)}</dt>
              <dd>${valueText(value, unit)}</dd>`,
        )}
      </dl>
    </details>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-enrolment-card': EnrolmentCard
  }
}
