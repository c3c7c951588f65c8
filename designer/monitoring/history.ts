/** What happened to a patient, newest first; of each submission one can ask why it did, or did not, raise an alert. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { EnrolmentView, HistoryLine, TraceAnswer } from '../../runtime/http/api.ts'
import { parse } from '../../runtime/interpreter/index.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { language, LanguageController } from '../language.ts'
import { ServerRefusal } from '../server.ts'
import { playStyles } from '../simulator/styles.ts'
import '../simulator/trace.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { requests } from './requests.ts'
import { cardStyles } from './styles.ts'
import { momentText } from './times.ts'

type Explained = { number: number; trace: TraceAnswer['trace']; definition: PathwayDefinition }

/** `<zorgpad-history .lines=${page.history} .enrolments=${page.enrolments}>` */
@customElement('zorgpad-history')
export class History extends LitElement {
  static override styles = [
    shared,
    playStyles,
    cardStyles,
    css`
      .scroll {
        max-height: 32rem;
      }
      li {
        padding-block: var(--gap-xs);
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  @property({ attribute: false }) lines: HistoryLine[] = []
  @property({ attribute: false }) enrolments: EnrolmentView[] = []
  @state() private explained: Explained | null = null
  @state() private refusal = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${text('patient.history')}</h2>
      ${this.refusal === '' ? nothing : html`<p class="notice" role="alert">${this.refusal}</p>`}
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <ol>
          ${this.lines.map((line) => html`<li>${this.#line(line)}</li>`)}
        </ol>
      </div>
    </section>`
  }

  #line(line: HistoryLine): TemplateResult {
    const { at, text: words, level, by, number } = line
    return html`<span class="quiet-text small">${momentText(at)}${by === undefined ? '' : ` · ${by}`}</span>
      <div>
        ${level === undefined ? nothing : html`<span class="level ${level}">${text(`level.${level}`)}</span>`}
        ${words[language()]}
        ${line.type === 'submission' ? html`<button class="link small" aria-expanded=${this.explained?.number === number} @click=${() => void this.#explain(line)}>${text('trace.title')}</button>` : nothing}
      </div>
      ${this.explained?.number === number ? html`<zorgpad-trace .trace=${this.explained.trace} .definition=${this.explained.definition}></zorgpad-trace>` : nothing}`
  }

  async #explain({ number, enrolment, at }: HistoryLine): Promise<void> {
    const of = enrolment ?? this.enrolments[0]?.id
    if (of === undefined) return
    if (this.explained?.number === number) {
      this.explained = null
      return
    }
    try {
      const { trace, pathway, version } = await requests.trace(of, at)
      const published = await requests.version(pathway, version)
      const { document } = parse(published.text, published.shared)
      this.explained = document === null ? null : { number, trace, definition: document.value }
      this.refusal = ''
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = error.message
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-history': History
  }
}
