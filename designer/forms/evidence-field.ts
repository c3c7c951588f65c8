/** The sources behind a number: chosen from the pathway's own, with their certainty in sight and a way to look at them. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Evidence, EvidenceReference } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import type { FieldChange } from './events.ts'
import { PartWanted } from './events.ts'
import './fields/checks-field.ts'
import type { PartForm } from './form.ts'
import { helpOf } from './help.ts'
import { titleOf } from './options.ts'
import { below } from './pointer.ts'
import { language } from '../language.ts'

/** For any part that has `evidence`: one source is written as a name, several as a list. */
export function evidenceField(form: PartForm<object>): TemplateResult {
  const chosen = listOf((form.value as { evidence?: EvidenceReference }).evidence)
  const { title, description } = form.help('evidence')
  const put = ({ value }: FieldChange<string[]>) => form.change({ evidence: written(value) })
  return html`<fieldset class="items">
    <legend>${title}</legend>
    <ul class="plain">
      ${chosen.map((name) => html`<li>${source(form, name)}</li>`)}
    </ul>
    ${form.problemsAt('evidence').map((words) => html`<small class="problem">${words}</small>`)}
    <details>
      <summary class="small">${text('form.choose-evidence')}</summary>
      <zorgpad-checks-field
        name="evidence"
        label=${title}
        help=${description || helpOf('evidenceReference', null, language()).description}
        .options=${options(form)}
        .value=${chosen}
        @field-change=${put}
      ></zorgpad-checks-field>
    </details>
  </fieldset>`
}

function options(form: PartForm<object>) {
  return Object.entries(form.definition.evidence ?? {}).map(([value, evidence]) => {
    return { value, label: `${titleOf(evidence, value)} (${text(`certainty.${evidence.certainty}`)})` }
  })
}

/** Goes to the source itself, so that a doubtful number can be looked up at once. */
function source(form: PartForm<object>, name: string): TemplateResult {
  const evidence: Evidence | undefined = form.definition.evidence?.[name]
  const look = () => form.dispatchEvent(new PartWanted(below('/evidence', name)))
  return html`<button type="button" class="link" @click=${look}>${titleOf(evidence, name)}</button>
    ${evidence === undefined ? nothing : html`<span class="word">(${text(`certainty.${evidence.certainty}`)})</span>`}`
}

function listOf(reference: EvidenceReference | undefined): string[] {
  if (reference === undefined) return []
  return typeof reference === 'string' ? [reference] : reference
}

function written(chosen: string[] | undefined): EvidenceReference | undefined {
  if (chosen === undefined || chosen.length === 0) return undefined
  return chosen.length === 1 ? chosen[0] : chosen
}
