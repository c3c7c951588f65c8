/** A condition as a sentence built from parts; groups of conditions nest. What it cannot show stays as it is in the YAML. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { conditionSentence } from '../../../runtime/interpreter/sentence.ts'
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { LanguageController, language } from '../../language.ts'
import { text } from '../../texts/text.ts'
import { FieldChange } from '../events.ts'
import { helpOf } from '../help.ts'
import { conditionStyles } from '../styles.ts'
import { firstCondition, withGroup } from './change.ts'
import './comparison-editor.ts'
import { groupOf, subjectOf, type Group } from './shape.ts'

/** `<zorgpad-condition .value=${condition} .definition=${definition}>`; tells `field-change` with the whole new condition. */
@customElement('zorgpad-condition')
export class ConditionEditor extends LitElement {
  static override styles = conditionStyles

  @property({ attribute: false }) value!: Condition
  @property({ attribute: false }) definition!: PathwayDefinition
  /** Whether the whole condition may be taken away. */
  @property({ type: Boolean }) removable = false

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const group = groupOf(this.value)
    if (group !== null) return this.#group(group, this.value[group] ?? [])
    if (this.value.not !== undefined) return this.#not(this.value.not)
    return subjectOf(this.value) === null ? this.#onlyYaml() : this.#comparison()
  }

  #group(group: Group, parts: Condition[]): TemplateResult {
    return html`
      <div class="group" role="group" aria-label=${helpOf('condition', group, language()).description}>
        <div class="row">
          <select aria-label=${text('condition.together')} @change=${this.#regroup}>
            <option value="all" ?selected=${group === 'all'}>${text('condition.all')}</option>
            <option value="any" ?selected=${group === 'any'}>${text('condition.any')}</option>
          </select>
          ${this.#wholeButtons()}
        </div>
        <ol>
          ${parts.map((part, index) => html`<li>${this.#part(group, parts, part, index)}</li>`)}
        </ol>
        <button
          type="button"
          class="button small"
          @click=${() => this.#put(group, [...parts, firstCondition(this.definition)])}
        >
          ${text('condition.add')}
        </button>
      </div>
    `
  }

  #part(group: Group, parts: Condition[], part: Condition, index: number): TemplateResult {
    const changed = ({ value }: FieldChange<Condition>) => {
      const others = parts.with(index, value ?? part)
      this.#put(group, value === undefined ? others.toSpliced(index, 1) : others)
    }
    return html`<zorgpad-condition
      .value=${part}
      .definition=${this.definition}
      removable
      @field-change=${changed}
    ></zorgpad-condition>`
  }

  #not(inner: Condition): TemplateResult {
    const changed = ({ value }: FieldChange<Condition>) => this.#tell(value === undefined ? undefined : { not: value })
    return html`
      <div class="group">
        <div class="row"><strong>${text('condition.not')}</strong>${this.#wholeButtons()}</div>
        <zorgpad-condition .value=${inner} .definition=${this.definition} @field-change=${changed}></zorgpad-condition>
      </div>
    `
  }

  /** What it says can be read here; changing it is for the YAML. It can be combined, turned around and taken away as a whole. */
  #onlyYaml(): TemplateResult {
    const sentence = conditionSentence(this.definition, this.value, language())
    return html`
      <div class="row">
        <p class="odd">${sentence}. <span class="word">${text('condition.only-yaml')}</span></p>
        ${this.#wholeButtons()}
      </div>
    `
  }

  #comparison(): TemplateResult {
    return html`
      <div class="row">
        <zorgpad-comparison
          .value=${this.value}
          .definition=${this.definition}
          @field-change=${({ value }: FieldChange<Condition>) => this.#tell(value)}
        ></zorgpad-comparison>
        ${this.#wholeButtons()}
      </div>
    `
  }

  /** What can be done with the condition as a whole: another beside it, the opposite, away with it. */
  #wholeButtons(): TemplateResult {
    const { value } = this
    const opposite = value.not ?? { not: value }
    return html`<span class="whole">
      ${this.#button('condition.combine', () => this.#tell(withAnother(value, this.definition)))}
      ${this.#button('condition.negate', () => this.#tell(opposite))}
      ${this.removable ? this.#button('condition.remove', () => this.#tell(undefined)) : ''}
    </span>`
  }

  #button(key: 'condition.combine' | 'condition.negate' | 'condition.remove', act: () => void): TemplateResult {
    return html`<button type="button" class="button quiet small" @click=${act}>${text(key)}</button>`
  }

  #regroup(event: Event): void {
    this.#tell(withGroup(this.value, (event.target as HTMLSelectElement).value as Group))
  }

  /** A group of one is that one; a group of none cannot be written. */
  #put(group: Group, parts: Condition[]): void {
    const [only] = parts
    if (only === undefined) return this.removable ? this.#tell(undefined) : undefined
    this.#tell(parts.length === 1 ? only : { ...this.value, [group]: parts })
  }

  #tell(value: Condition | undefined): void {
    this.dispatchEvent(new FieldChange(value))
  }
}

function withAnother(condition: Condition, definition: PathwayDefinition): Condition {
  return { all: [condition, firstCondition(definition)] }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-condition': ConditionEditor
  }
}
