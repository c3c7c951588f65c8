/** The form of a threshold: when a value raises an alert, how bad it is, who gets it. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { thresholdSentence } from '../../runtime/interpreter/sentence.ts'
import type { Threshold } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { choiceField, durationField, textsField } from './bound.ts'
import { conditionField } from './condition-field.ts'
import { evidenceField } from './evidence-field.ts'
import type { FieldChange } from './events.ts'
import { PartForm } from './form.ts'
import { listed, partsOf } from './options.ts'
import { nameAt } from './pointer.ts'

/** `<zorgpad-threshold-form .value=${threshold} path="/thresholds/crisis" .definition=${definition}>` */
@customElement('zorgpad-threshold-form')
export class ThresholdForm extends PartForm<Threshold> {
  readonly kind = 'threshold'

  protected override sentence(): string {
    return thresholdSentence(this.definition, nameAt(this.path), language())
  }

  protected override fields(): TemplateResult {
    return html`
      ${textsField(this, 'title')} ${conditionField(this, 'when')}
      ${choiceField(this, 'level', listed(['level.red', 'level.amber', 'level.green']), true)}
      ${choiceField(this, 'route', partsOf(this.definition, 'routes'))} ${this.#remeasure()}
      ${durationField(this, 'quiet')} ${durationField(this, 'together')}
      ${choiceField(this, 'message', partsOf(this.definition, 'messages'))}
      ${choiceField(this, 'script', partsOf(this.definition, 'scripts'))} ${evidenceField(this)}
    `
  }

  /** `remeasure` holds nothing but its time, so the form shows that alone. */
  #remeasure(): TemplateResult {
    const { title, description } = this.help('remeasure')
    const put = ({ value }: FieldChange<string>) =>
      this.change({ remeasure: value === undefined ? undefined : { within: value } })
    return html`<zorgpad-duration-field
      name="remeasure"
      label=${title}
      help=${description}
      .value=${this.value.remeasure?.within}
      .problems=${this.problemsAt('remeasure')}
      @field-change=${put}
    ></zorgpad-duration-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-threshold-form': ThresholdForm
  }
}
