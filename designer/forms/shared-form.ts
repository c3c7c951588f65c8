/** A part that several pathways share: it stands in a file of its own, so that here it is read and not changed. */
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { fill } from '../../runtime/interpreter/say.ts'
import { conditionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Condition, Text } from '../../schemas/index.ts'
import { inLanguage, language } from '../language.ts'
import { refusals } from '../texts/refusals.ts'
import { valueText } from '../simulator/words.ts'
import { labelAt } from './help.ts'
import { titleOf } from './options.ts'
import { PartElement } from './part-element.ts'
import { below, nameAt } from './pointer.ts'

/** `<zorgpad-shared-form file="vital-signs" path="/measurements/pulse" .value=${measurement} .definition=${definition}>` */
@customElement('zorgpad-shared-form')
export class SharedForm extends PartElement<unknown> {
  /** The name of the shared file, without `.yaml`. */
  @property() file = ''

  override render(): TemplateResult {
    return html`
      <p class="sentence">${fill(refusals.shared, { file: this.file })[language()]}</p>
      ${this.ownProblems().map((words) => html`<p class="problem">${words}</p>`)} ${this.#shown(this.value, this.path)}
    `
  }

  #shown(value: unknown, path: string): TemplateResult | string {
    if (typeof value !== 'object' || value === null) return valueText(value as string | number | boolean)
    if (Array.isArray(value)) return this.#list(value as unknown[], path)
    if (isText(value)) return inLanguage(value)
    if (isConditionAt(path)) return conditionSentence(this.definition, value as Condition, language())
    return this.#properties(value, path)
  }

  #list(items: unknown[], path: string): TemplateResult | string {
    if (items.every((item) => typeof item !== 'object')) return items.join(', ')
    return html`<ol>
      ${items.map((item, index) => html`<li>${this.#shown(item, below(path, index))}</li>`)}
    </ol>`
  }

  #properties(value: object, path: string): TemplateResult {
    const entries = Object.entries(value).map(([key, part]) => ({ path: below(path, key), part: part as unknown }))
    return html`<dl>
      ${entries.map(
        (entry) =>
          html`<dt>${labelOf(entry)}</dt>
            <dd>${this.#shown(entry.part, entry.path)}</dd>`,
      )}
    </dl>`
  }
}

/** What a property is called in the language, or what the author called the part. */
function labelOf({ path, part }: { path: string; part: unknown }): string {
  return labelAt(path, language()) ?? titleOf(part, nameAt(path))
}

const isText = (value: object): value is Text => Object.keys(value).every((key) => key === 'nl' || key === 'en')

const isConditionAt = (path: string): boolean => ['when', 'if'].includes(nameAt(path))

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-shared-form': SharedForm
  }
}
