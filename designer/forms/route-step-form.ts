/** One step of a route: to whom, how, within what time, in which hours, and who else outside them. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { RouteStep } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { text } from '../texts/text.ts'
import { choiceField, durationField, yesNoField } from './bound.ts'
import { evidenceField } from './evidence-field.ts'
import type { FieldChange } from './events.ts'
import { PartForm } from './form.ts'
import { helpOf } from './help.ts'
import { listed, partsOf } from './options.ts'

type Otherwise = NonNullable<RouteStep['otherwise']>

/** `<zorgpad-route-step-form .value=${step} path="/routes/urgent/0" .definition=${definition}>` */
@customElement('zorgpad-route-step-form')
export class RouteStepForm extends PartForm<RouteStep> {
  readonly kind = 'routeStep'

  protected override fields(): TemplateResult {
    const calendars = partsOf(this.definition, 'calendars')
    return html`
      ${choiceField(this, 'to', partsOf(this.definition, 'parties'), true)}
      ${choiceField(this, 'by', listed(['channel.worklist', 'channel.phone']), true)}
      ${durationField(this, 'within', { required: true })} ${choiceField(this, 'counting', calendars)}
      ${choiceField(this, 'during', calendars)} ${this.value.during === undefined ? nothing : this.#otherwise()}
      ${yesNoField(this, 'repeat')} ${evidenceField(this)}
    `
  }

  /** Outside the hours of `during` somebody else must be there, or the step is skipped. */
  #otherwise(): TemplateResult {
    const { title, description } = this.help('otherwise')
    const other = this.value.otherwise
    return html`<fieldset>
      <legend>${title}</legend>
      <small class="help">${description}</small>
      <div class="row">
        ${this.#choice('to', partsOf(this.definition, 'parties'), other?.to)}
        ${other === undefined ? nothing : this.#details(other)}
      </div>
      ${this.problemsAt('otherwise').map((words) => html`<small class="problem">${words}</small>`)}
    </fieldset>`
  }

  #details(other: Otherwise): TemplateResult {
    return html`${this.#choice('by', listed(['channel.worklist', 'channel.phone']), other.by)}
      <span class="word">${text('route.within')}</span>
      <zorgpad-duration-field
        inline
        required
        label=${helpOf('routeStep', 'within', language()).title}
        .value=${other.within}
        @field-change=${({ value }: FieldChange<string>) => this.change({ otherwise: { ...other, within: value } })}
      ></zorgpad-duration-field>`
  }

  #choice(
    property: 'to' | 'by',
    options: { value: string; label: string }[],
    value: string | undefined,
  ): TemplateResult {
    return html`<zorgpad-choice-field
      inline
      label=${helpOf('routeStep', property, language()).title}
      ?required=${property === 'by'}
      .options=${options}
      .value=${value}
      @field-change=${({ value: chosen }: FieldChange<string>) => this.#put(property, chosen)}
    ></zorgpad-choice-field>`
  }

  #put(property: 'to' | 'by', value: string | undefined): void {
    if (value === undefined) return this.change({ otherwise: undefined })
    const start: Otherwise = this.value.otherwise ?? { to: value, by: 'phone', within: this.value.within }
    this.change({ otherwise: { ...start, [property]: value } })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-route-step-form': RouteStepForm
  }
}
