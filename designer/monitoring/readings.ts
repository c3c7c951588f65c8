/** A patient's readings: plotted against the limits in force, and as a table, newest first. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LimitView, MeasurementView, ReadingView } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { playStyles } from '../simulator/styles.ts'
import { shortTitle, valueText } from '../simulator/words.ts'
import { readableUnit } from '../forms/fields/number-field.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import './plot.ts'
import { cardStyles } from './styles.ts'
import { momentText } from './times.ts'

/** `<zorgpad-readings .readings=${readings} .measurements=${measurements} .limits=${limits}>`; readings oldest first. */
@customElement('zorgpad-readings')
export class Readings extends LitElement {
  static override styles = [shared, playStyles, cardStyles]

  @property({ attribute: false }) readings: ReadingView[] = []
  @property({ attribute: false }) measurements: MeasurementView[] = []
  @property({ attribute: false }) limits: LimitView[] = []

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${text('patient.readings')}</h2>
      ${this.readings.length === 0 ? html`<p class="quiet-text">${text('patient.no-readings')}</p>` : this.#content()}
    </section>`
  }

  #content(): TemplateResult {
    const numbers = this.measurements.filter(({ type }) => type === 'number')
    return html`
      <zorgpad-plot .readings=${this.readings} .measurements=${numbers} .limits=${this.limits}></zorgpad-plot>
      <div class="scroll" tabindex="0" role="group" aria-label=${text('patient.readings')}>${this.#table()}</div>
    `
  }

  /** What was never sent needs no column. */
  #columns(): MeasurementView[] {
    const sent = new Set(this.readings.map(({ measurement }) => measurement))
    return this.measurements.filter(({ measurement }) => sent.has(measurement))
  }

  /** One row per submission: what was measured together is read together. */
  #table(): TemplateResult {
    const rows = Map.groupBy(this.readings.toReversed(), ({ submission, at }) => `${submission} ${at}`)
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${text('patient.when')}</th>
          ${this.#columns().map(({ title, unit = '' }) => html`<th scope="col">${shortTitle(inLanguage(title), 24)} <span class="small">${readableUnit(unit)}</span></th>`)}
          <th scope="col">${text('patient.remarks')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...rows.values()].map((readings) => this.#row(readings))}
      </tbody>
    </table>`
  }

  #row(readings: ReadingView[]): TemplateResult {
    const [first] = readings
    const marks = [...new Set(readings.flatMap((reading) => reading.marks))]
    return html`<tr>
      <th scope="row">${first === undefined ? nothing : momentText(first.at)}</th>
      ${this.#columns().map(({ measurement }) => this.#cell(readings.filter((reading) => reading.measurement === measurement)))}
      <td class="small">${marks.map((mark) => text(`mark.${mark}`)).join(', ')}</td>
    </tr>`
  }

  #cell(readings: ReadingView[]): TemplateResult {
    return html`<td>${readings.map((reading) => this.#value(reading)).join(', ')}</td>`
  }

  /** A score with what it means, the answer to a choice in its own words. */
  #value({ measurement, value, outcome }: ReadingView): string {
    const options = this.measurements.find((one) => one.measurement === measurement)?.options ?? []
    const answer = options.find((option) => option.value === value)
    const words = answer === undefined ? valueText(value) : inLanguage(answer.title)
    return outcome === undefined ? words : `${words} (${inLanguage(outcome)})`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-readings': Readings
  }
}
