/** The form of a message: to whom, and what it says in both languages. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Message } from '../../schemas/index.ts'
import { choiceField, textsField } from './bound.ts'
import { PartForm } from './form.ts'
import { actors } from './options.ts'

/** `<zorgpad-message-form .value=${message} path="/messages/welcome" .definition=${definition}>` */
@customElement('zorgpad-message-form')
export class MessageForm extends PartForm<Message> {
  readonly kind = 'message'

  protected override fields(): TemplateResult {
    return html`${choiceField(this, 'to', actors(this.definition), true)} ${textsField(this, 'text', { long: true })}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-message-form': MessageForm
  }
}
