/** One comparison as a sentence: the mean of — upper pressure — over — 7 days — at least — 135 mmHg. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Condition, Limit, PathwayDefinition } from '../../../schemas/index.ts'
import { language, LanguageController } from '../../language.ts'
import { text } from '../../texts/text.ts'
import { FieldChange } from '../events.ts'
import '../fields/checks-field.ts'
import '../fields/choice-field.ts'
import type { Option } from '../fields/choice-field.ts'
import '../fields/duration-field.ts'
import '../fields/number-field.ts'
import { helpOf } from '../help.ts'
import { listed, shortened, titleOf } from '../options.ts'
import { at } from '../pointer.ts'
import { conditionStyles } from '../styles.ts'
import { valueOf } from '../values.ts'
import { withComparator, withName, withSubject } from './change.ts'
import './limit-editor.ts'
import type { Comparator, Subject } from './shape.ts'
import {
  answerOf,
  comparatorOf,
  comparatorsFor,
  modifiers,
  namesFor,
  needsPeriod,
  subjectOf,
  subjects,
  unitOf,
} from './shape.ts'

/** Where the titles of what a subject is about are found. */
const homes: Partial<Record<Subject, string>> = {
  measurement: 'measurements',
  missed: 'schedules',
  adherence: 'schedules',
  fact: 'facts',
  parameter: 'parameters',
}

/** `<zorgpad-comparison .value=${{ measurement: 'systolic', above: 180 }} .definition=${definition}>`; tells `field-change`. */
@customElement('zorgpad-comparison')
export class ComparisonEditor extends LitElement {
  static override styles = conditionStyles

  @property({ attribute: false }) value!: Condition
  @property({ attribute: false }) definition!: PathwayDefinition

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const subject = subjectOf(this.value)
    if (subject === null) return html`${nothing}`
    return html`<span class="comparison">
      ${this.#subject(subject)} ${this.#name(subject)}
      ${modifiers[subject].map((modifier) => this.#modifier(subject, modifier))} ${this.#comparator()} ${this.#right()}
    </span>`
  }

  #subject(subject: Subject): TemplateResult {
    const options = subjects.filter((name) => name === subject || name === 'inState' || this.#names(name).length > 0)
    return this.#choice(
      text('condition.subject'),
      subject,
      options.map((value) => this.#option(value)),
      (value) => withSubject(this.value, value as Subject, this.definition),
    )
  }

  #name(subject: Subject): TemplateResult {
    const value = this.value[subject]
    if (subject === 'inState') return this.#duration('inState', true)
    const label = helpOf('condition', subject, language()).description
    return this.#choice(label, value, this.#names(subject), (name) => withName(this.value, name, this.definition))
  }

  #names(subject: Subject): Option[] {
    if (subject === 'alerts') return listed(['level.red', 'level.amber', 'level.green'])
    return namesFor(subject, this.definition).map((value) => ({ value, label: shortened(this.#title(subject, value)) }))
  }

  /** A mean is of anything that has numbers: a measurement, an item or a score. */
  #title(subject: Subject, name: string): string {
    if (subject === 'mean') return valueOf(this.definition, name)?.title ?? name
    return titleOf(at(this.definition, `/${homes[subject] ?? ''}/${name}`), name)
  }

  #modifier(subject: Subject, modifier: 'over' | 'readings' | 'inARow'): TemplateResult {
    if (modifier === 'over') return this.#duration('over', needsPeriod.has(subject))
    const { title, description } = helpOf('condition', modifier, language())
    if (modifier === 'inARow') {
      const toggle = (event: Event) => this.#put('inARow', (event.target as HTMLInputElement).checked || undefined)
      return html`<label class="check" title=${description}>
        <input type="checkbox" .checked=${this.value.inARow ?? false} @change=${toggle} />${title}
      </label>`
    }
    return html`<span class="word">${text('condition.with-at-least')}</span>
      <zorgpad-number-field
        inline
        whole
        label=${title}
        .value=${this.value.readings}
        @field-change=${this.#listen('readings')}
      >
      </zorgpad-number-field>
      <span class="word">${text('condition.readings')}</span>`
  }

  #duration(property: 'over' | 'inState', required: boolean): TemplateResult {
    const { title } = helpOf('condition', property, language())
    const word = property === 'over' ? html`<span class="word">${text('condition.over')}</span>` : nothing
    return html`${word}<zorgpad-duration-field
        inline
        label=${title}
        ?required=${required}
        .value=${this.value[property]}
        @field-change=${this.#listen(property)}
      ></zorgpad-duration-field>`
  }

  #comparator(): TemplateResult | typeof nothing {
    const options = comparatorsFor(this.value, this.definition)
    const comparator = comparatorOf(this.value)
    if (options.length === 0) return nothing
    return this.#choice(
      text('condition.comparator'),
      comparator ?? undefined,
      options.map((value) => this.#option(value)),
      (value) => withComparator(this.value, value as Comparator, this.definition),
    )
  }

  #right(): TemplateResult | typeof nothing {
    const comparator = comparatorOf(this.value)
    if (comparator === null) return nothing
    return html`<zorgpad-limit
      .value=${this.value[comparator] as Limit}
      .comparator=${comparator}
      .answer=${answerOf(this.value, this.definition)}
      .options=${this.definition.facts?.[this.value.fact ?? '']?.options ?? []}
      .definition=${this.definition}
      unit=${unitOf(this.value, this.definition) ?? ''}
      @field-change=${this.#listen(comparator)}
    ></zorgpad-limit>`
  }

  #option(value: Subject | Comparator): Option {
    return { value, label: text(`condition.${value}`) }
  }

  #choice(label: string, value: unknown, options: Option[], changed: (value: string) => Condition): TemplateResult {
    const put = ({ value: chosen }: FieldChange<string>) => chosen !== undefined && this.#tell(changed(chosen))
    return html`<zorgpad-choice-field
      inline
      required
      label=${label}
      .value=${value as string | undefined}
      .options=${options}
      @field-change=${put}
    ></zorgpad-choice-field>`
  }

  #listen(property: keyof Condition): (event: FieldChange) => void {
    return ({ value }) => this.#put(property, value)
  }

  #put(property: keyof Condition, value: unknown): void {
    const changed = Object.entries({ ...this.value, [property]: value }).filter(([, kept]) => kept !== undefined)
    this.#tell(Object.fromEntries(changed))
  }

  #tell(value: Condition): void {
    this.dispatchEvent(new FieldChange(value))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-comparison': ComparisonEditor
  }
}
