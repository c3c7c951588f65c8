/** Sends a reading: the fields of what the patient measures in this state, with the plain answer that follows. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import { lived, statesIn } from '../../runtime/interpreter/walk.ts'
import type { PathwayDefinition, Schedule } from '../../schemas/index.ts'
import { questionnairesIn, valuesIn, type Valued } from '../forms/values.ts'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { playStyles } from './styles.ts'
import './value-input.ts'
import type { ValueChosen } from './value-input.ts'

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
      <div class="row">${measured(this.definition, this.state).map((value) => this.#input(value))}</div>
      ${this.complaint === '' ? nothing : html`<p class="problem" role="alert">${this.complaint}</p>`}
      <div><button class="button main">${text('play.send')}</button></div>
    </form>`
  }

  #input({ name, title, type, unit = '', options }: Valued): TemplateResult {
    const put = (event: ValueChosen) => {
      const others = Object.entries(this.values).filter(([other]) => other !== name)
      this.values = Object.fromEntries(event.value === undefined ? others : [...others, [name, event.value]])
    }
    return html`<zorgpad-value-input
      label=${title}
      type=${type}
      unit=${unit}
      .options=${options}
      .value=${this.values[name]}
      @value-chosen=${put}
    ></zorgpad-value-input>`
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    const asked = measured(this.definition, this.state).map(({ name }) => name)
    const values = Object.fromEntries(Object.entries(this.values).filter(([name]) => asked.includes(name)))
    this.complaint = Object.keys(values).length === 0 ? text('play.nothing-to-send') : ''
    if (this.complaint === '') this.dispatchEvent(new ValuesSent(values))
  }
}

/** What the schedules of a state ask for, question by question; everything when it has none, for a patient may always send. */
export function measured(definition: PathwayDefinition, state: string): Valued[] {
  const sent = valuesIn(definition).filter(({ kind }) => kind !== 'score')
  const asked = new Set(schedulesOf(definition, state).flatMap(({ measure }) => measure))
  if (asked.size === 0) return sent
  const items = questionnairesIn(definition).flatMap((one) => (asked.has(one.name) ? one.items : []))
  const names = new Set([...asked, ...items.map(({ name }) => name)])
  return sent.filter(({ name }) => names.has(name))
}

/** The schedules of the state, and of the phase around it. */
function schedulesOf(definition: PathwayDefinition, id: string): Schedule[] {
  const part = statesIn(definition).find((state) => state.id === id)
  const names = part === undefined ? [] : (lived(part).schedules ?? [])
  return names.flatMap((name) => definition.schedules?.[name] ?? [])
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-send-form': SendForm
  }
  interface HTMLElementEventMap {
    'values-sent': ValuesSent
  }
}
