/** The form of inclusion or exclusion: one condition about what registration said. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { conditionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Condition } from '../../schemas/index.ts'
import { language } from '../language.ts'
import './condition/condition-editor.ts'
import { FormChange, type FieldChange } from './events.ts'
import { helpOf } from './help.ts'
import { PartElement } from './part-element.ts'
import { isWithin, nameAt } from './pointer.ts'

/** `<zorgpad-inclusion-form .value=${condition} path="/include" .definition=${definition}>` */
@customElement('zorgpad-inclusion-form')
export class InclusionForm extends PartElement<Condition> {
  override render(): TemplateResult {
    const here = this.problemsWhere((path) => isWithin(path, this.path))
    return html`
      <p class="sentence">${conditionSentence(this.definition, this.value, language())}</p>
      <small class="help">${helpOf('pathway', nameAt(this.path), language()).description}</small>
      <zorgpad-condition
        removable
        .value=${this.value}
        .definition=${this.definition}
        @field-change=${({ value }: FieldChange<Condition>) => this.dispatchEvent(new FormChange(this.path, value))}
      ></zorgpad-condition>
      ${here.map((words) => html`<p class="problem">${words}</p>`)}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-inclusion-form': InclusionForm
  }
}
