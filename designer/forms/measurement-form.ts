/** The form of a measurement: what it is called, its codes and unit, and which values can be true. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Measurement } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import { choiceField, durationField, numberField, textField, textsField } from './bound.ts'
import { evidenceField } from './evidence-field.ts'
import { PartForm } from './form.ts'
import { listed, titleOf } from './options.ts'
import { nameAt } from './pointer.ts'
import './range-field.ts'
import { readableUnit } from './fields/number-field.ts'

/** `<zorgpad-measurement-form .value=${measurement} path="/measurements/systolic" .definition=${definition}>` */
@customElement('zorgpad-measurement-form')
export class MeasurementForm extends PartForm<Measurement> {
  readonly kind = 'measurement'

  protected override sentence(): string {
    const title = titleOf(this.value, nameAt(this.path))
    if (this.value.type === 'boolean') return text('measurement.question', { title })
    const { plausible, unit = '' } = this.value
    if (plausible === undefined) return text('measurement.number', { title, unit: readableUnit(unit) })
    return text('measurement.range', { title, unit: readableUnit(unit), ...plausible })
  }

  protected override fields(): TemplateResult {
    const codes = html`${textField(this, 'loinc')} ${textField(this, 'panel')} ${textField(this, 'snomed')}
    ${textField(this, 'code')}`
    const answer = choiceField(this, 'type', listed(['measurementType.number', 'measurementType.boolean']))
    if (this.value.type === 'boolean') return html`${textsField(this, 'title', { long: true })} ${answer} ${codes}`
    return html`
      ${textsField(this, 'title')} ${answer} ${textField(this, 'unit')} ${numberField(this, 'precision')}
      ${this.#plausible()} ${durationField(this, 'stale')} ${codes} ${evidenceField(this)}
    `
  }

  #plausible(): TemplateResult {
    const { title, description } = this.help('plausible')
    return html`<zorgpad-range-field
      name="plausible"
      label=${title}
      help=${description}
      unit=${this.value.unit ?? ''}
      .value=${this.value.plausible}
      .problems=${this.problemsAt('plausible')}
      @field-change=${this.put('plausible')}
    ></zorgpad-range-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-measurement-form': MeasurementForm
  }
}
