/** The form of a fact: something asked at registration. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Fact } from '../../schemas/index.ts'
import { choiceField, numberField, textField, textsField } from './bound.ts'
import { PartForm } from './form.ts'
import { listed } from './options.ts'

/** `<zorgpad-fact-form .value=${fact} path="/facts/age" .definition=${definition}>` */
@customElement('zorgpad-fact-form')
export class FactForm extends PartForm<Fact> {
  readonly kind = 'fact'

  protected override fields(): TemplateResult {
    const types = listed(['factType.integer', 'factType.decimal', 'factType.boolean', 'factType.choice'])
    return html`${textsField(this, 'title')} ${choiceField(this, 'type', types, true)} ${this.#range()}`
  }

  #range(): TemplateResult | typeof nothing {
    if (this.value.type === 'boolean' || this.value.type === 'choice') return nothing
    return html`${textField(this, 'unit')} ${numberField(this, 'from')} ${numberField(this, 'to')}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-fact-form': FactForm
  }
}
