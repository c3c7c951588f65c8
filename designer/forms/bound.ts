/** Fields bound to a property of a form: label and help from the schema, problems from the checks, the new value to the form. */
import { html, type TemplateResult } from 'lit'
import type { Text } from '../../schemas/index.ts'
import './fields/checks-field.ts'
import './fields/choice-field.ts'
import './fields/duration-field.ts'
import './fields/number-field.ts'
import './fields/text-field.ts'
import './fields/texts-field.ts'
import './fields/yes-no-field.ts'
import type { Option } from './fields/choice-field.ts'
import type { PartForm } from './form.ts'

type Form = PartForm<object>

const written = (form: Form, property: string): unknown => (form.value as Record<string, unknown>)[property]

export function numberField(
  form: Form,
  property: string,
  options: { unit?: string; required?: boolean; whole?: boolean } = {},
): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-number-field
    name=${property}
    label=${title}
    help=${description}
    unit=${options.unit ?? ''}
    ?required=${options.required}
    ?whole=${options.whole}
    .value=${written(form, property) as number | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-number-field>`
}

export function textField(
  form: Form,
  property: string,
  options: { required?: boolean; pattern?: string } = {},
): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-text-field
    name=${property}
    label=${title}
    help=${description}
    pattern=${options.pattern ?? ''}
    ?required=${options.required}
    .value=${written(form, property) as string | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-text-field>`
}

export function textsField(form: Form, property: string, options: { long?: boolean } = {}): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-texts-field
    name=${property}
    label=${title}
    help=${description}
    ?long=${options.long}
    .value=${written(form, property) as Text | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-texts-field>`
}

export function choiceField(form: Form, property: string, options: Option[], required = false): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-choice-field
    name=${property}
    label=${title}
    help=${description}
    ?required=${required}
    .options=${options}
    .value=${written(form, property) as string | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-choice-field>`
}

export function checksField(form: Form, property: string, options: Option[], required = false): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-checks-field
    name=${property}
    label=${title}
    help=${description}
    ?required=${required}
    .options=${options}
    .value=${written(form, property) as string[] | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-checks-field>`
}

export function durationField(
  form: Form,
  property: string,
  options: { required?: boolean; calendar?: boolean } = {},
): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-duration-field
    name=${property}
    label=${title}
    help=${description}
    ?required=${options.required}
    ?calendar=${options.calendar}
    .value=${written(form, property) as string | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-duration-field>`
}

export function yesNoField(form: Form, property: string): TemplateResult {
  const { title, description } = form.help(property)
  return html`<zorgpad-yes-no-field
    name=${property}
    label=${title}
    help=${description}
    .value=${written(form, property) as boolean | undefined}
    .problems=${form.problemsAt(property)}
    @field-change=${form.put(property)}
  ></zorgpad-yes-no-field>`
}
