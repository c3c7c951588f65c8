/** The list of forms: one for each kind of part of a pathway. */
import { html, type TemplateResult } from 'lit'
import type { Problem } from '../../runtime/interpreter/problem.ts'
import type {
  Condition, Evidence, Fact, Measurement, Message, Parameter, Party, PathwayDefinition, Route, Schedule, State,
  Threshold, Transition,
} from '../../schemas/index.ts' // prettier-ignore
import './evidence-form.ts'
import './fact-form.ts'
import './inclusion-form.ts'
import './measurement-form.ts'
import './message-form.ts'
import './parameter-form.ts'
import './party-form.ts'
import './pathway-form.ts'
import './route-form.ts'
import './schedule-form.ts'
import './state-form.ts'
import './threshold-form.ts'
import './transition-form.ts'
import type { FormName } from './which-form.ts'
import './yaml-form.ts'

/** What every form gets. `value` is the part at `path`, of the shape that the form is for. */
export type FormInput = { value: unknown; definition: PathwayDefinition; path: string; problems: readonly Problem[] }

const forms: Record<FormName, (input: FormInput) => TemplateResult> = {
  pathway: ({ definition, problems }) =>
    html`<zorgpad-pathway-form
      .value=${definition}
      .definition=${definition}
      .problems=${problems}
    ></zorgpad-pathway-form>`,
  inclusion: ({ value, definition, path, problems }) =>
    html`<zorgpad-inclusion-form
      .value=${value as Condition}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-inclusion-form>`,
  states: ({ value, definition, path, problems }) =>
    html`<zorgpad-state-form
      .value=${value as State}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-state-form>`,
  transition: ({ value, definition, path, problems }) =>
    html`<zorgpad-transition-form
      .value=${value as Transition}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-transition-form>`,
  thresholds: ({ value, definition, path, problems }) =>
    html`<zorgpad-threshold-form
      .value=${value as Threshold}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-threshold-form>`,
  routes: ({ value, definition, path, problems }) =>
    html`<zorgpad-route-form
      .value=${value as Route}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-route-form>`,
  schedules: ({ value, definition, path, problems }) =>
    html`<zorgpad-schedule-form
      .value=${value as Schedule}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-schedule-form>`,
  measurements: ({ value, definition, path, problems }) =>
    html`<zorgpad-measurement-form
      .value=${value as Measurement}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-measurement-form>`,
  parameters: ({ value, definition, path, problems }) =>
    html`<zorgpad-parameter-form
      .value=${value as Parameter}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-parameter-form>`,
  messages: ({ value, definition, path, problems }) =>
    html`<zorgpad-message-form
      .value=${value as Message}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-message-form>`,
  evidence: ({ value, definition, path, problems }) =>
    html`<zorgpad-evidence-form
      .value=${value as Evidence}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-evidence-form>`,
  parties: ({ value, definition, path, problems }) =>
    html`<zorgpad-party-form
      .value=${value as Party}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-party-form>`,
  facts: ({ value, definition, path, problems }) =>
    html`<zorgpad-fact-form
      .value=${value as Fact}
      .definition=${definition}
      .path=${path}
      .problems=${problems}
    ></zorgpad-fact-form>`,
  yaml: ({ path }) => html`<zorgpad-yaml-form .path=${path}></zorgpad-yaml-form>`,
}

/** The form of this name with its input bound. */
export function formOf(name: FormName, input: FormInput): TemplateResult {
  return forms[name](input)
}
