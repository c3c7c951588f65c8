/** The form of a transition: what must happen, on what condition, and what follows. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { transitionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Transition } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'
import './alert-field.ts'
import { checksField, choiceField, durationField, textField, textsField } from './bound.ts'
import { conditionField } from './condition-field.ts'
import { evidenceField } from './evidence-field.ts'
import type { FieldChange } from './events.ts'
import { PartForm } from './form.ts'
import { actors, listed, partsOf, statesOf } from './options.ts'

const triggers = ['threshold', 'completed', 'decision', 'event', 'after'] as const
type Trigger = (typeof triggers)[number] | 'none'

/** `<zorgpad-transition-form .value=${transition} path="/states/review/transitions/0" .definition=${definition}>` */
@customElement('zorgpad-transition-form')
export class TransitionForm extends PartForm<Transition> {
  readonly kind = 'transition'

  protected override sentence(): string {
    return transitionSentence(this.definition, this.path, language())
  }

  protected override fields(): TemplateResult {
    return html`
      ${this.#triggerField()} ${this.#triggerDetails()} ${textsField(this, 'title')} ${conditionField(this, 'if', true)}
      ${choiceField(this, 'to', statesOf(this.definition))} ${this.#confirm()} ${this.#alert()}
      ${choiceField(this, 'message', partsOf(this.definition, 'messages'))}
      ${textsField(this, 'because', { long: true })} ${evidenceField(this)}
    `
  }

  get #trigger(): Trigger {
    return triggers.find((trigger) => this.value[trigger] !== undefined) ?? 'none'
  }

  #triggerField(): TemplateResult {
    const keys: TextKey[] = [
      'trigger.none',
      'trigger.threshold',
      'trigger.completed',
      'trigger.decision',
      'trigger.event',
      'trigger.after',
    ]
    return html`<zorgpad-choice-field
      name="trigger"
      required
      label=${text('transition.trigger')}
      help=${text('transition.trigger-help')}
      .options=${listed(keys)}
      .value=${this.#trigger}
      @field-change=${({ value }: FieldChange<Trigger>) => this.#triggerChosen(value ?? 'none')}
    ></zorgpad-choice-field>`
  }

  #triggerDetails(): TemplateResult | typeof nothing {
    switch (this.#trigger) {
      case 'threshold':
        return choiceField(this, 'threshold', partsOf(this.definition, 'thresholds'), true)
      case 'completed':
        return choiceField(this, 'completed', partsOf(this.definition, 'schedules'), true)
      case 'event':
        return choiceField(this, 'event', partsOf(this.definition, 'events'), true)
      case 'after':
        return durationField(this, 'after', { required: true })
      case 'decision':
        return html`${textField(this, 'decision', { required: true, pattern: '[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*' })}
        ${checksField(this, 'by', actors(this.definition), true)}`
      case 'none':
        return nothing
    }
  }

  #triggerChosen(trigger: Trigger): void {
    const cleared = Object.fromEntries([...triggers, 'by'].map((key) => [key, undefined]))
    this.change({ ...cleared, ...this.#firstTrigger(trigger) })
  }

  #firstTrigger(trigger: Trigger): Transition {
    const first = (names: object | undefined) => Object.keys(names ?? {})[0] ?? ''
    const { thresholds, schedules, events, parties } = this.definition
    if (trigger === 'threshold') return { threshold: first(thresholds) }
    if (trigger === 'completed') return { completed: first(schedules) }
    if (trigger === 'event') return { event: first(events) }
    if (trigger === 'after') return { after: '4 weeks' }
    return trigger === 'decision' ? { decision: text('transition.new-decision'), by: [first(parties)] } : {}
  }

  /** Asking a clinician makes sense only where the patient would move. */
  #confirm(): TemplateResult | typeof nothing {
    return this.value.to === undefined ? nothing : checksField(this, 'confirm', partsOf(this.definition, 'parties'))
  }

  #alert(): TemplateResult {
    const { title, description } = this.help('alert')
    return html`<zorgpad-alert-field
      name="alert"
      label=${title}
      help=${description}
      .routes=${partsOf(this.definition, 'routes')}
      .value=${this.value.alert}
      .problems=${this.problemsAt('alert')}
      @field-change=${this.put('alert')}
    ></zorgpad-alert-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-transition-form': TransitionForm
  }
}
