/** The form of a schedule: what is measured, in which hours, how often, and when a window counts as missed. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { scheduleSentence } from '../../runtime/interpreter/sentence.ts'
import type { Schedule } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { checksField, durationField, numberField, textsField } from './bound.ts'
import { evidenceField } from './evidence-field.ts'
import type { FieldChange } from './events.ts'
import { PartForm } from './form.ts'
import { measurablesOf } from './options.ts'
import { nameAt } from './pointer.ts'
import './windows-field.ts'

/** `<zorgpad-schedule-form .value=${schedule} path="/schedules/measuring-week" .definition=${definition}>` */
@customElement('zorgpad-schedule-form')
export class ScheduleForm extends PartForm<Schedule> {
  readonly kind = 'schedule'

  protected override sentence(): string {
    return scheduleSentence(this.definition, nameAt(this.path), language())
  }

  protected override fields(): TemplateResult {
    return html`
      ${textsField(this, 'title')} ${checksField(this, 'measure', measurablesOf(this.definition), true)}
      ${durationField(this, 'every', { required: true, calendar: true })} ${this.#windows()}
      ${numberField(this, 'readings', { whole: true })} ${durationField(this, 'for', { calendar: true })}
      ${this.#discard()} ${durationField(this, 'remind')} ${durationField(this, 'missedAfter')} ${evidenceField(this)}
    `
  }

  #windows(): TemplateResult {
    const { title, description } = this.help('windows')
    return html`<zorgpad-windows-field
      name="windows"
      label=${title}
      help=${description}
      .value=${this.value.windows}
      .problems=${this.problemsAt('windows')}
      @field-change=${this.put('windows')}
    ></zorgpad-windows-field>`
  }

  /** `discard` holds nothing but its first days, so the form shows that alone. */
  #discard(): TemplateResult {
    const { title, description } = this.help('discard')
    const put = ({ value }: FieldChange<string>) =>
      this.change({ discard: value === undefined ? undefined : { first: value } })
    return html`<zorgpad-duration-field
      name="discard"
      label=${title}
      help=${description}
      calendar
      .value=${this.value.discard?.first}
      .problems=${this.problemsAt('discard')}
      @field-change=${put}
    ></zorgpad-duration-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-schedule-form': ScheduleForm
  }
}
