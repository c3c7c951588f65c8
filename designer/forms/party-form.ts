/** The form of a party: somebody who can be asked to act. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Party } from '../../schemas/index.ts'
import { choiceField, textsField } from './bound.ts'
import { PartForm } from './form.ts'
import { listed, partsOf } from './options.ts'

/** `<zorgpad-party-form .value=${party} path="/parties/gp" .definition=${definition}>` */
@customElement('zorgpad-party-form')
export class PartyForm extends PartForm<Party> {
  readonly kind = 'party'

  protected override fields(): TemplateResult {
    const kinds = listed([
      'party.centre',
      'party.practice',
      'party.out-of-hours',
      'party.hospital',
      'party.home-care',
      'party.patient',
    ])
    return html`
      ${textsField(this, 'title')} ${choiceField(this, 'kind', kinds, true)}
      ${choiceField(this, 'hours', partsOf(this.definition, 'calendars'))}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-party-form': PartyForm
  }
}
