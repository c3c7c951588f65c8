/** The numbers of a patient over time, with the personal limits as dashed lines. The table beside it says the same in words. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LimitView, MeasurementView, ReadingView } from '../../runtime/http/api.ts'
import { inLanguage, LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { scaleOf, type Frame, type Scale } from './plot-scale.ts'
import { dayText } from './times.ts'

const margins = { height: 220, left: 36, right: 12, top: 10, bottom: 24 }

/** `<zorgpad-plot .readings=${readings} .measurements=${numbers} .limits=${limits}>`: measurements in one unit share one plot. */
@customElement('zorgpad-plot')
export class Plot extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        margin-block: var(--gap-s);
      }
      text {
        font: 12px var(--font);
        fill: var(--ink-quiet);
      }
      .line {
        stroke: var(--line);
      }
      .limit {
        stroke-dasharray: 6 4;
      }
      .series-0 {
        fill: var(--accent);
        stroke: var(--accent);
      }
      .series-1 {
        fill: var(--blue);
        stroke: var(--blue);
      }
      .path {
        fill: none;
        stroke-width: 1.5;
        opacity: 0.5;
      }
      .odd {
        fill: var(--surface);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--gap-m);
        font-size: var(--text-s);
      }
      .swatch {
        display: inline-block;
        width: 0.75rem;
        height: 0.75rem;
        margin-inline-end: 0.25rem;
        border-radius: 50%;
        background: var(--accent);
      }
      .swatch.series-1 {
        background: var(--blue);
      }
    `,
  ]

  @property({ attribute: false }) readings: ReadingView[] = []
  @property({ attribute: false }) measurements: MeasurementView[] = []
  @property({ attribute: false }) limits: LimitView[] = []
  /** In pixels, so that letters and dots keep their size on a phone. */
  @state() private width = 640
  readonly #measure = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()))

  constructor() {
    super()
    new LanguageController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#measure.observe(this)
  }

  override disconnectedCallback(): void {
    this.#measure.disconnect()
    super.disconnectedCallback()
  }

  get #frame(): Frame {
    return { ...margins, width: this.width }
  }

  #fit(): void {
    if (this.clientWidth > 0) this.width = this.clientWidth
  }

  override render(): TemplateResult | typeof nothing {
    const frame = this.#frame
    const shown = this.#shown()
    const readings = this.readings.filter(({ measurement }) => shown.some((one) => one.measurement === measurement))
    const limits = this.limits.filter(({ measurement }) => shown.some((one) => one.measurement === measurement))
    if (readings.length < 2) return nothing
    const values = [...readings.map(({ value }) => Number(value)), ...limits.map(({ value }) => value)]
    const scale = scaleOf(
      readings.map(({ at }) => Date.parse(at)),
      values,
      frame,
    )
    return html`${this.#legend(shown, limits)}
      <svg
        viewBox="0 0 ${frame.width} ${frame.height}"
        role="img"
        aria-label=${text('patient.plot', { count: readings.length })}
      >
        ${scale.lines.map((value) => this.#grid(value, scale))}
        ${limits.map((limit) => this.#limit(limit, shown, scale))}
        ${shown.map(({ measurement }, index) =>
          this.#series(
            readings.filter((one) => one.measurement === measurement),
            index,
            scale,
          ),
        )}
        ${this.#days(readings)}
      </svg>`
  }

  /** The first measurement of numbers, and those that share its unit; two at most stay readable. */
  #shown(): MeasurementView[] {
    const [first] = this.measurements
    return this.measurements.filter(({ unit }) => unit === first?.unit).slice(0, 2)
  }

  #legend(shown: MeasurementView[], limits: LimitView[]): TemplateResult {
    return html`<div class="legend">
      ${shown.map(({ title }, index) => html`<span><span class="swatch series-${index}"></span>${inLanguage(title)}</span>`)}
      ${limits.map(({ title, value }) => html`<span class="quiet-text">- - ${inLanguage(title)}: ${value}</span>`)}
    </div>`
  }

  #grid(value: number, scale: Scale): TemplateResult<2> {
    const frame = this.#frame
    return svg`<line class="line" x1=${frame.left} x2=${frame.width - frame.right} y1=${scale.y(value)} y2=${scale.y(value)} />
      <text x=${frame.left - 6} y=${scale.y(value) + 4} text-anchor="end">${value}</text>`
  }

  #limit({ measurement, value }: LimitView, shown: MeasurementView[], scale: Scale): TemplateResult<2> {
    const frame = this.#frame
    const index = shown.findIndex((one) => one.measurement === measurement)
    return svg`<line class="limit series-${index}" x1=${frame.left} x2=${frame.width - frame.right} y1=${scale.y(value)} y2=${scale.y(value)} />`
  }

  /** A reading that was never evaluated is drawn hollow. */
  #series(readings: ReadingView[], index: number, scale: Scale): TemplateResult<2> {
    const places = readings.map(({ at, value, marks }) => {
      return {
        x: scale.x(Date.parse(at)),
        y: scale.y(Number(value)),
        odd: marks.some((mark) => mark === 'implausible' || mark === 'future' || mark === 'withdrawn'),
      }
    })
    return svg`<polyline class="path series-${index}" points=${places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      ${places.map(({ x, y, odd }) => svg`<circle class="series-${index} ${odd ? 'odd' : ''}" cx=${x} cy=${y} r="3" />`)}`
  }

  #days(readings: ReadingView[]): TemplateResult<2> {
    const frame = this.#frame
    const y = frame.height - 6
    return svg`<text x=${frame.left} y=${y}>${dayText(readings[0]!.at)}</text>
      <text x=${frame.width - frame.right} y=${y} text-anchor="end">${dayText(readings.at(-1)!.at)}</text>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-plot': Plot
  }
}
