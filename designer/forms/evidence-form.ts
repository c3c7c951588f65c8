/** The form of a source: what it is, where it can be read, and how certain it makes a number. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Evidence } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import { choiceField, numberField, textField, textsField } from './bound.ts'
import { PartForm } from './form.ts'
import { listed } from './options.ts'

/** `<zorgpad-evidence-form .value=${evidence} path="/evidence/local" .definition=${definition}>` */
@customElement('zorgpad-evidence-form')
export class EvidenceForm extends PartForm<Evidence> {
  readonly kind = 'evidence'

  protected override sentence(): string {
    return text(`certainty.${this.value.certainty}.meaning`)
  }

  protected override fields(): TemplateResult {
    const certainties = listed(['certainty.verified', 'certainty.seed', 'certainty.knowledge', 'certainty.proposal'])
    const title = typeof this.value.title === 'string' ? textField(this, 'title') : textsField(this, 'title')
    return html`
      ${title} ${choiceField(this, 'certainty', certainties, true)} ${numberField(this, 'year', { whole: true })}
      ${textField(this, 'source')}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-evidence-form': EvidenceForm
  }
}
