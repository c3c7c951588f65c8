/** The right side of a comparison: a number, a personal limit, two numbers, yes or no, or one of the answers. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Limit, PathwayDefinition, Range } from '../../../schemas/index.ts'
import { language, LanguageController } from '../../language.ts'
import { text } from '../../texts/text.ts'
import { FieldChange } from '../events.ts'
import type { Option } from '../fields/choice-field.ts'
import { helpOf } from '../help.ts'
import { partsOf } from '../options.ts'
import { conditionStyles } from '../styles.ts'
import type { Comparator } from './shape.ts'

type Right = Limit | Range | boolean | string | (boolean | number | string)[]

/** `<zorgpad-limit .value=${180} comparator="above" answer="number" unit="mm[Hg]" .definition=${definition}>`; tells `field-change`. */
@customElement('zorgpad-limit')
export class LimitEditor extends LitElement {
  static override styles = conditionStyles

  @property({ attribute: false }) value!: Right
  @property() comparator: Comparator = 'above'
  @property() answer: 'number' | 'boolean' | 'choice' = 'number'
  @property({ attribute: false }) options: string[] = []
  @property({ attribute: false }) definition!: PathwayDefinition
  @property() unit = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    if (this.answer === 'boolean') return this.#yesNo()
    if (this.comparator === 'oneOf') return this.#several(this.value as string[])
    if (this.answer === 'choice') return this.#choice(this.value as string, this.options.map(plain), (value) => value)
    if (this.comparator === 'between') return this.#range(this.value as Range)
    return this.comparator === 'is' ? this.#number(this.value as number) : this.#limit(this.value as Limit)
  }

  /** A number, or a personal limit with something added. */
  #limit(limit: Limit): TemplateResult {
    const known = partsOf(this.definition, 'parameters')
    if (known.length === 0 && typeof limit === 'number') return this.#number(limit)
    const options = [{ value: '', label: text('condition.number') }, ...known]
    const parameter = typeof limit === 'number' ? '' : limit.parameter
    return html`${this.#choice(parameter, options, (name) => this.#limitNamed(name))}
    ${typeof limit === 'number' ? this.#number(limit) : this.#plus(limit)}`
  }

  /** From a number to a personal limit and back: the number is then the limit's own default. */
  #limitNamed(name: string): Limit {
    if (name !== '') return { parameter: name }
    const { value } = this
    const parameter = typeof value === 'object' && 'parameter' in value ? value.parameter : ''
    return this.definition.parameters?.[parameter]?.default ?? 0
  }

  #plus(limit: Exclude<Limit, number>): TemplateResult {
    const put = ({ value }: FieldChange<number>) =>
      this.#tell(value === undefined || value === 0 ? { parameter: limit.parameter } : { ...limit, plus: value })
    return html`<span class="word">${text('condition.plus')}</span>
      <zorgpad-number-field
        inline
        label=${helpOf('limit', 'plus', language()).description}
        unit=${this.unit}
        .value=${limit.plus}
        @field-change=${put}
      ></zorgpad-number-field>`
  }

  #number(number: number): TemplateResult {
    return this.#box(text('condition.limit'), number, (value) => value)
  }

  #range(range: Range): TemplateResult {
    return html`${this.#box(text('condition.from'), range.from, (from) => ({ ...range, from }))}
      <span class="word">${text('condition.and')}</span>
      ${this.#box(text('condition.to'), range.to, (to) => ({ ...range, to }))}`
  }

  #box(label: string, number: number, changed: (value: number) => Right): TemplateResult {
    const put = ({ value }: FieldChange<number>) => value !== undefined && this.#tell(changed(value))
    return html`<zorgpad-number-field
      inline
      required
      label=${label}
      unit=${this.unit}
      .value=${number}
      @field-change=${put}
    ></zorgpad-number-field>`
  }

  #yesNo(): TemplateResult {
    const options = [
      { value: 'true', label: text('answer.yes') },
      { value: 'false', label: text('answer.no') },
    ]
    return this.#choice(this.value === true ? 'true' : 'false', options, (value) => value === 'true')
  }

  #several(chosen: string[]): TemplateResult {
    return html`<zorgpad-checks-field
      inline
      required
      label=${text('condition.oneOf')}
      .value=${chosen}
      .options=${this.options.map(plain)}
      @field-change=${({ value }: FieldChange<string[]>) => this.#tell(value ?? chosen)}
    ></zorgpad-checks-field>`
  }

  #choice(value: string, options: Option[], changed: (value: string) => Right): TemplateResult {
    const put = (event: FieldChange<string>) => this.#tell(changed(event.value ?? ''))
    return html`<zorgpad-choice-field
      inline
      required
      label=${text('condition.right-side')}
      .value=${value}
      .options=${options}
      @field-change=${put}
    ></zorgpad-choice-field>`
  }

  #tell(value: Right): void {
    this.dispatchEvent(new FieldChange(value))
  }
}

const plain = (value: string): Option => ({ value, label: value })

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-limit': LimitEditor
  }
}
