/** A condition as one field of a form, with its label, help and problems. */
import { html, type TemplateResult } from 'lit'
import type { Condition } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import './condition/condition-editor.ts'
import { firstCondition } from './condition/change.ts'
import type { PartForm } from './form.ts'

/** `optional` conditions can be taken away, and added where there is none. */
export function conditionField(form: PartForm<object>, property: string, optional = false): TemplateResult {
  const value = (form.value as Record<string, Condition | undefined>)[property]
  const { title, description } = form.help(property)
  return html`<fieldset class="condition">
    <legend>${title}</legend>
    <small class="help">${description}</small>
    ${value === undefined ? addButton(form, property) : editor(form, property, value, optional)}
    ${form.problemsAt(property).map((words) => html`<small class="problem">${words}</small>`)}
  </fieldset>`
}

function editor(form: PartForm<object>, property: string, value: Condition, optional: boolean): TemplateResult {
  return html`<zorgpad-condition
    ?removable=${optional}
    .value=${value}
    .definition=${form.definition}
    @field-change=${form.put(property)}
  ></zorgpad-condition>`
}

function addButton(form: PartForm<object>, property: string): TemplateResult {
  const add = () => form.change({ [property]: firstCondition(form.definition) })
  return html`<button type="button" class="button small" @click=${add}>${text('condition.add')}</button>`
}
