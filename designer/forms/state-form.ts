/** The form of a state: what is measured in it, what holds, and when the patient moves on. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { transitionSentence } from '../../runtime/interpreter/sentence.ts'
import type { State } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { text } from '../texts/text.ts'
import { checksField, choiceField, textField, textsField } from './bound.ts'
import { evidenceField } from './evidence-field.ts'
import type { FieldChange } from './events.ts'
import { PartForm } from './form.ts'
import { itemList } from './item-list.ts'
import { listed, partsOf, titleOf } from './options.ts'
import { below, nameAt } from './pointer.ts'

/** `<zorgpad-state-form .value=${state} path="/states/measuring" .definition=${definition}>` */
@customElement('zorgpad-state-form')
export class StateForm extends PartForm<State> {
  readonly kind = 'state'

  protected override sentence(): string {
    const title = titleOf(this.value, nameAt(this.path))
    if (this.value.exit !== undefined) return text('state.ends', { title })
    return text('state.sentence', { title, count: this.value.transitions?.length ?? 0 })
  }

  protected override fields(): TemplateResult {
    if (this.value.exit !== undefined) return html`${textsField(this, 'title')} ${textField(this, 'exit')}`
    return html`
      ${textsField(this, 'title')} ${this.#subStates()}
      ${checksField(this, 'schedules', partsOf(this.definition, 'schedules'))} ${this.#transitions()} ${this.#enter()}
      ${checksField(this, 'thresholds', partsOf(this.definition, 'thresholds'))}
      ${choiceField(this, 'monitoring', listed(['monitoring.centre', 'monitoring.none']))} ${textField(this, 'exit')}
      ${evidenceField(this)}
    `
  }

  /** A phase begins in one of its sub-states. */
  #subStates(): TemplateResult | typeof nothing {
    const { states } = this.value
    if (states === undefined) return nothing
    const path = below(this.path, 'states')
    const items = Object.entries(states).map(([name, state]) => ({
      path: below(path, name),
      words: titleOf(state, name),
    }))
    return html`${itemList(this, { ...this.help('states'), items })}
    ${choiceField(
      this,
      'initial',
      items.map(({ path: place, words }) => ({ value: nameAt(place), label: words })),
      true,
    )}`
  }

  #transitions(): TemplateResult {
    const path = below(this.path, 'transitions')
    const transitions = this.value.transitions ?? []
    const { title, description } = this.help('transitions')
    return itemList(this, {
      title,
      help: description,
      ordered: path,
      problems: this.problemsAt('transitions'),
      items: transitions.map((_, index) => this.#transition(below(path, index))),
      add: { words: text('state.add-transition'), act: () => this.#add() },
    })
  }

  #transition(path: string) {
    return { path, words: transitionSentence(this.definition, path, language()) }
  }

  /** A new transition waits a while and goes nowhere yet: harmless, and easy to recognise in the list. */
  #add(): void {
    this.change({ transitions: [...(this.value.transitions ?? []), { after: '4 weeks', to: this.definition.initial }] })
  }

  /** Every entry sends one message; the form ticks which ones. */
  #enter(): TemplateResult {
    const { title, description } = this.help('enter')
    const put = ({ value }: FieldChange<string[]>) => this.change({ enter: value?.map((message) => ({ message })) })
    return html`<zorgpad-checks-field
      name="enter"
      label=${title}
      help=${description}
      .options=${partsOf(this.definition, 'messages')}
      .value=${this.value.enter?.map(({ message }) => message)}
      .problems=${this.problemsAt('enter')}
      @field-change=${put}
    ></zorgpad-checks-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-state-form': StateForm
  }
}
