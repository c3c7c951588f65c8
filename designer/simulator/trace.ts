/** Why and why not: a trace drawn as lines, each leading to its place in the pathway. Also used on the patient page. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Trace } from '../../runtime/interpreter/trace.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { PartWanted } from '../forms/events.ts'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { playStyles } from './styles.ts'
import { traceLines, type ConditionLine, type LookLine } from './trace-lines.ts'

/** `<zorgpad-trace .trace=${trace} .definition=${definition}>`; tells `part-wanted` when a line is followed. */
@customElement('zorgpad-trace')
export class TraceView extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      .conditions {
        padding-inline-start: var(--gap-m);
      }
      .conditions > li {
        position: relative;
        padding-inline-start: 1.25rem;
      }
      .mark {
        position: absolute;
        inset-inline-start: 0;
        font-weight: 700;
      }
      .true {
        color: var(--green);
      }
      .false {
        color: var(--ink-quiet);
      }
      .unknown {
        color: var(--amber);
      }
      .look {
        margin-block-start: var(--gap-s);
      }
      details {
        margin-block-start: var(--gap-s);
      }
    `,
  ]

  @property({ attribute: false }) trace!: Trace
  @property({ attribute: false }) definition!: PathwayDefinition

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const { acted, silent, unasked } = traceLines(this.trace, this.definition)
    return html`
      ${acted.map((line) => this.#look(line))}
      ${this.#folded(text('trace.why-not', { count: silent.length }), silent, acted.length === 0)}
      ${this.#folded(text('trace.unasked', { count: unasked.length }), unasked, false)}
    `
  }

  #folded(title: string, lines: LookLine[], open: boolean): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing
    return html`<details ?open=${open}>
      <summary>${title}</summary>
      ${lines.map((line) => this.#look(line))}
    </details>`
  }

  #look({ path, title, words, condition }: LookLine): TemplateResult {
    return html`<div class="look">
      <p>${this.#link(path, title)} <span class="quiet-text">— ${words}</span></p>
      ${
        condition === undefined
          ? nothing
          : html`<ul class="conditions">
              ${this.#condition(condition)}
            </ul>`
      }
    </div>`
  }

  #condition({ path, truth, sentence, details, children }: ConditionLine): TemplateResult {
    const [mark, name] = truth === null ? ['?', 'unknown'] : truth ? ['✓', 'true'] : ['✗', 'false']
    const word = text(truth === null ? 'truth.unknown' : truth ? 'truth.true' : 'truth.false')
    return html`<li>
      <span class="mark ${name}" aria-hidden="true">${mark}</span><span class="visually-hidden">${word}: </span>
      ${this.#link(path, sentence)}
      ${details.map((detail) => html`<div class="quiet-text small conditions">${detail}</div>`)}
      ${
        children.length === 0
          ? nothing
          : html`<ul class="conditions">
              ${children.map((child) => this.#condition(child))}
            </ul>`
      }
    </li>`
  }

  #link(path: string, words: string): TemplateResult {
    return html`<button class="link" @click=${() => this.dispatchEvent(new PartWanted(path))}>${words}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-trace': TraceView
  }
}
