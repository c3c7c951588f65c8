/** The form of a personal limit: what it is by default, between which values it may be set, and by whom. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Parameter } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import { checksField, choiceField, numberField, textsField } from './bound.ts'
import { evidenceField } from './evidence-field.ts'
import { readableUnit } from './fields/number-field.ts'
import { PartForm } from './form.ts'
import { partsOf, titleOf } from './options.ts'
import { nameAt } from './pointer.ts'

/** `<zorgpad-parameter-form .value=${parameter} path="/parameters/target" .definition=${definition}>` */
@customElement('zorgpad-parameter-form')
export class ParameterForm extends PartForm<Parameter> {
  readonly kind = 'parameter'

  get #unit(): string {
    return this.definition.measurements[this.value.measurement ?? '']?.unit ?? ''
  }

  protected override sentence(): string {
    const { value } = this
    const parties = partsOf(this.definition, 'parties').filter(({ value: party }) => value.setBy.includes(party))
    return text('parameter.sentence', {
      title: titleOf(value, nameAt(this.path)),
      default: value.default,
      from: value.from,
      to: value.to,
      unit: readableUnit(this.#unit),
      who: parties.map(({ label }) => label).join(', '),
    })
  }

  protected override fields(): TemplateResult {
    const number = { unit: this.#unit, required: true }
    return html`
      ${numberField(this, 'default', number)} ${numberField(this, 'from', number)} ${numberField(this, 'to', number)}
      ${checksField(this, 'setBy', partsOf(this.definition, 'parties'), true)} ${textsField(this, 'title')}
      ${choiceField(this, 'measurement', partsOf(this.definition, 'measurements'))} ${evidenceField(this)}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-parameter-form': ParameterForm
  }
}
