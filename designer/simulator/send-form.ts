/** Sends a reading: the fields of what the patient measures in this state, with the plain answer that follows. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { playStyles } from './styles.ts'
import './value-input.ts'
import type { ValueChosen } from './value-input.ts'
import { nameOf } from './words.ts'

/** The values to send together, as one submission. */
export class ValuesSent extends Event {
  readonly values: Record<string, Value>

  constructor(values: Record<string, Value>) {
    super('values-sent')
    this.values = values
  }
}

/** `<zorgpad-send-form .definition=${definition} state="measuring">`; tells `values-sent`. What was typed stays, for a second reading. */
@customElement('zorgpad-send-form')
export class SendForm extends LitElement {
  static override styles = [shared, playStyles]

  @property({ attribute: false }) definition!: PathwayDefinition
  @property() state = ''
  @state() private values: Record<string, Value> = {}
  @state() private complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`<form class="card grid" @submit=${this.#submit}>
      <h3>${text('play.send-title')}</h3>
      <div class="row">${measured(this.definition, this.state).map((name) => this.#input(name))}</div>
      ${this.complaint === '' ? nothing : html`<p class="problem" role="alert">${this.complaint}</p>`}
      <div><button class="button main">${text('play.send')}</button></div>
    </form>`
  }

  #input(name: string): TemplateResult {
    const measurement = this.definition.measurements[name]
    const put = (event: ValueChosen) => {
      const others = Object.entries(this.values).filter(([other]) => other !== name)
      this.values = Object.fromEntries(event.value === undefined ? others : [...others, [name, event.value]])
    }
    return html`<zorgpad-value-input
      label=${nameOf(this.definition, 'measurements', name)}
      type=${measurement?.type ?? 'number'}
      unit=${measurement?.unit ?? ''}
      .value=${this.values[name]}
      @value-chosen=${put}
    ></zorgpad-value-input>`
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const asked = measured(this.definition, this.state)
    const values = Object.fromEntries(Object.entries(this.values).filter(([name]) => asked.includes(name)))
    this.complaint = Object.keys(values).length === 0 ? text('play.nothing-to-send') : ''
    if (this.complaint === '') this.dispatchEvent(new ValuesSent(values))
  }
}

/** What the schedules of a state measure; everything when it has none, for a patient may always send. */
export function measured(definition: PathwayDefinition, state: string): string[] {
  const schedules = definition.states[state]?.schedules ?? []
  const names = schedules.flatMap((schedule) => definition.schedules?.[schedule]?.measure ?? [])
  return names.length === 0 ? Object.keys(definition.measurements) : [...new Set(names)]
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-send-form': SendForm
  }
  interface HTMLElementEventMap {
    'values-sent': ValuesSent
  }
}
