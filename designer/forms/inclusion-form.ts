/** The form of inclusion or exclusion: one condition about what registration said. */
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { conditionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Problem } from '../../runtime/interpreter/problem.ts'
import type { Condition, PathwayDefinition } from '../../schemas/index.ts'
import { language, LanguageController } from '../language.ts'
import './condition/condition-editor.ts'
import { FormChange, type FieldChange } from './events.ts'
import { helpOf } from './help.ts'
import { isWithin, nameAt } from './pointer.ts'
import { formStyles } from './styles.ts'

/** `<zorgpad-inclusion-form .value=${condition} path="/include" .definition=${definition}>` */
@customElement('zorgpad-inclusion-form')
export class InclusionForm extends LitElement {
  static override styles = formStyles

  @property({ attribute: false }) value!: Condition
  @property({ attribute: false }) definition!: PathwayDefinition
  @property() path = ''
  @property({ attribute: false }) problems: readonly Problem[] = []

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const here = this.problems.filter(({ path }) => isWithin(path, this.path))
    return html`
      <p class="sentence">${conditionSentence(this.definition, this.value, language())}</p>
      <small class="help">${helpOf('pathway', nameAt(this.path), language()).description}</small>
      <zorgpad-condition
        removable
        .value=${this.value}
        .definition=${this.definition}
        @field-change=${({ value }: FieldChange<Condition>) => this.dispatchEvent(new FormChange(this.path, value))}
      ></zorgpad-condition>
      ${here.map(({ message }) => html`<p class="problem">${message[language()]}</p>`)}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-inclusion-form': InclusionForm
  }
}
