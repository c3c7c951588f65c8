/** Asks who the simulated patient is: the facts of the registration and the moment to begin. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Instant, Value } from '../../runtime/interpreter/enrolment.ts'
import { include, instantFromText, localText, type Pathway } from '../../runtime/interpreter/index.ts'
import { conditionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Fact } from '../../schemas/index.ts'
import { inLanguage, language, LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { defaultFacts } from './default-facts.ts'
import { PatientChosen } from './events.ts'
import { playStyles } from './styles.ts'
import './value-input.ts'
import type { ValueChosen } from './value-input.ts'
import { nameOf } from './words.ts'

/** `<zorgpad-start-form .pathway=${pathway} .at=${instant}>`; tells `patient-chosen`. `at` is proposed as the beginning. */
@customElement('zorgpad-start-form')
export class StartForm extends LitElement {
  static override styles = [shared, playStyles]

  @property({ attribute: false }) pathway!: Pathway
  @property({ attribute: false }) at: Instant = 0
  @state() private chosen: Record<string, Value> | null = null
  @state() private begin = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const facts = this.#facts()
    return html`<form class="card grid" @submit=${this.#submit}>
      <h3>${text('play.who')}</h3>
      ${this.#answer(facts)}
      <details>
        <summary>${text('play.facts')}</summary>
        ${Object.entries(this.pathway.definition.facts ?? {}).map(([name, fact]) => this.#fact(name, fact, facts[name]))}
      </details>
      <label class="field">
        <span>${text('play.begin-at')}</span>
        <input type="datetime-local" .value=${this.#moment()} @change=${this.#moved} />
      </label>
      <div><button class="button main">${text('play.start')}</button></div>
    </form>`
  }

  #facts(): Record<string, Value> {
    return this.chosen ?? defaultFacts(this.pathway)
  }

  #moment(): string {
    return this.begin || localText(this.pathway.zone, this.at).slice(0, 16)
  }

  #fact(name: string, fact: Fact, value: Value | undefined): TemplateResult {
    const put = (event: ValueChosen) => {
      const others = Object.entries(this.#facts()).filter(([other]) => other !== name)
      this.chosen = Object.fromEntries(event.value === undefined ? others : [...others, [name, event.value]])
    }
    return html`<zorgpad-value-input
      label=${nameOf(this.pathway.definition, 'facts', name)}
      type=${fact.type}
      unit=${fact.unit ?? ''}
      .options=${(fact.options ?? []).map((value) => ({ value, label: value }))}
      .value=${value}
      @value-chosen=${put}
    ></zorgpad-value-input>`
  }

  /** The inclusion answer beside the form: the simulator plays anybody, but says who would not be registered. */
  #answer(facts: Record<string, Value>): TemplateResult {
    const { answer, reasons } = include(this.pathway, facts)
    if (answer === 'included') return html`<p class="quiet-text small">${text('play.included')}</p>`
    const words = reasons.map(({ text: own, condition }) => {
      return inLanguage(own, conditionSentence(this.pathway.definition, condition, language()))
    })
    return html`<p class="notice">${text(`play.${answer}`)} ${words.join(' ')}</p>`
  }

  readonly #moved = (event: Event): void => {
    this.begin = (event.target as HTMLInputElement).value
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const at = instantFromText(this.pathway.zone, this.#moment()) ?? this.at
    this.dispatchEvent(new PatientChosen(this.#facts(), at))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-start-form': StartForm
  }
}
