/** The page of one patient: state, readings, alerts, proposals and decisions, limits, history; live. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { EnrolmentView, Me, PatientPage, SubmissionAnswer } from '../../runtime/http/api.ts'
import { LanguageController } from '../language.ts'
import { ServerRefusal } from '../server.ts'
import { addressOf } from '../shell/route.ts'
import { playStyles } from '../simulator/styles.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import './enrolment-card.ts'
import type { AlertClosed, AlertTaken, PatientWish, Wish } from './events.ts'
import './history.ts'
import './limits.ts'
import { Live } from './live.ts'
import './reading-form.ts'
import './readings.ts'
import { requests } from './requests.ts'
import { patientStyles } from './styles.ts'
import { momentText } from './times.ts'
import './work-item.ts'

/** `<zorgpad-patient patient="…" .me=${me}>` */
@customElement('zorgpad-patient')
export class Patient extends LitElement {
  static override styles = [shared, playStyles, patientStyles]

  @property() patient = ''
  @property({ attribute: false }) me: Me | null = null
  @state() private refusal = ''
  @state() private answer: SubmissionAnswer | null = null
  readonly #live: Live<PatientPage>

  constructor() {
    super()
    new LanguageController(this)
    this.#live = new Live(this, {
      load: () => requests.patient(this.patient),
      concerns: ({ patient, topic }) => patient === this.patient || topic === 'clock',
    })
    this.addEventListener('alert-taken', (event) => void this.#take(event))
    this.addEventListener('alert-closed', (event) => void this.#close(event))
    this.addEventListener('patient-wish', (event) => void this.#wish(event))
  }

  protected override updated(changed: PropertyValues): void {
    const another = ['patient', 'me'].some((name) => changed.has(name) && changed.get(name) !== undefined)
    if (another) void this.#live.load()
  }

  override render(): TemplateResult {
    const { value, refusal } = this.#live
    if (value !== null && value.id === this.patient) return this.#page(value)
    const words =
      refusal === null ? text('patient.loading') : refusal.status === 401 ? text('work.sign-in') : refusal.message
    return html`<p class=${refusal === null ? '' : 'notice'} role="status">${words}</p>
      <p><a href=${addressOf({ page: 'worklist' })}>${text('patient.back')}</a></p>`
  }

  #page(page: PatientPage): TemplateResult {
    return html`
      <p><a href=${addressOf({ page: 'worklist' })}>${text('patient.back')}</a></p>
      <h1>${page.name}</h1>
      <p class="quiet-text">${page.organisation.name} · ${text('patient.now', { time: momentText(page.now) })}</p>
      ${this.refusal === '' ? nothing : html`<p class="notice" role="alert">${this.refusal}</p>`}
      <div class="parts">
        ${this.#alerts(page)}
        ${repeat(
          page.enrolments,
          ({ id }) => id,
          (enrolment) => this.#enrolment(page, enrolment),
        )}
        ${this.#messages(page)}
        <zorgpad-history .lines=${page.history} .enrolments=${page.enrolments}></zorgpad-history>
      </div>
    `
  }

  #alerts({ alerts }: PatientPage): TemplateResult {
    const open = alerts.filter(({ status }) => status !== 'resolved')
    const closed = alerts.filter(({ status }) => status === 'resolved')
    const item = (alert: (typeof alerts)[number]) => html`<zorgpad-work-item named .item=${alert}></zorgpad-work-item>`
    return html`<section class="card grid" aria-labelledby="alerts">
      <h2 id="alerts">${text('play.alerts')}</h2>
      ${open.length === 0 ? html`<p class="quiet-text">${text('play.no-alerts')}</p>` : nothing}
      ${repeat(open, ({ id }) => id, item)}
      ${
        closed.length === 0
          ? nothing
          : html`<details>
              <summary>${text('patient.closed', { count: closed.length })}</summary>
              <div class="grid">${closed.map(item)}</div>
            </details>`
      }
    </section>`
  }

  #enrolment(page: PatientPage, enrolment: EnrolmentView): TemplateResult {
    const names = new Set(enrolment.measurements.map(({ measurement }) => measurement))
    const readings = page.readings.filter(({ measurement }) => names.has(measurement))
    return html`
      <zorgpad-enrolment-card .enrolment=${enrolment}></zorgpad-enrolment-card>
      <zorgpad-readings
        .readings=${readings}
        .measurements=${enrolment.measurements}
        .limits=${enrolment.limits}
      ></zorgpad-readings>
      ${enrolment.state.exit === undefined ? html`<zorgpad-reading-form .measurements=${enrolment.measurements} .answer=${this.answer} now=${page.now}></zorgpad-reading-form>` : nothing}
      <zorgpad-limits .enrolment=${enrolment}></zorgpad-limits>
    `
  }

  #messages({ messages }: PatientPage): TemplateResult | typeof nothing {
    if (messages.length === 0) return nothing
    return html`<section class="card">
      <h2>${text('patient.messages')}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${text('patient.messages')}>
        ${messages.map(({ at, text: words }) => html`<p><span class="quiet-text small">${momentText(at)}</span> ${words}</p>`)}
      </div>
    </section>`
  }

  async #take({ alert }: AlertTaken): Promise<void> {
    await this.#try(() => requests.acknowledge(alert))
  }

  async #close({ alert, outcome, note }: AlertClosed): Promise<void> {
    await this.#try(() => requests.resolve(alert, { outcome, ...(note === '' ? {} : { note }) }))
  }

  async #wish({ wish }: PatientWish): Promise<void> {
    await this.#try(() => this.#carryOut(wish))
  }

  #carryOut(wish: Wish): Promise<unknown> {
    switch (wish.type) {
      case 'decide':
        return requests.decide(wish.enrolment, { decision: wish.decision })
      case 'answer':
        return requests.answer(wish.enrolment, { proposal: wish.proposal, accept: wish.accept })
      case 'limit': {
        const { parameter, value, because } = wish
        return requests.setLimit(wish.enrolment, { parameter, value, ...(because === undefined ? {} : { because }) })
      }
      case 'send':
        return this.#send(wish)
    }
  }

  async #send({ values, at }: Extract<Wish, { type: 'send' }>): Promise<void> {
    const measurements = Object.entries(values).map(([measurement, value]) => ({
      measurement,
      value,
      ...(at === '' ? {} : { at }),
    }))
    this.answer = await requests.send(this.patient, { identifier: crypto.randomUUID(), measurements })
  }

  async #try(ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask()
      this.refusal = ''
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = error.message
    }
    await this.#live.load()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-patient': Patient
  }
}
