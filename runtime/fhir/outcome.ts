/** Errors as FHIR wants them: an OperationOutcome that names the element, in Dutch, with the English as diagnostics. */
import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'
import type { FhirText } from './texts/nl.ts'
import type { ParsedObservation, Refused } from './parsed.ts'

/** Our codes, each with the issue type of FHIR that comes nearest. */
const ISSUE_TYPES = {
  'not-json': 'structure',
  'too-large': 'too-long',
  'too-deep': 'structure',
  'duplicate-key': 'structure',
  'not-observation': 'structure',
  'unknown-element': 'structure',
  'wrong-type': 'structure',
  empty: 'structure',
  'one-choice': 'structure',
  required: 'required',
  format: 'value',
  date: 'value',
  invariant: 'invariant',
  'code-invalid': 'code-invalid',
  invalid: 'invalid',
  subject: 'required',
  'time-missing': 'required',
  'time-coarse': 'value',
  'unit-missing': 'required',
  'unit-system': 'code-invalid',
  'unit-unknown': 'code-invalid',
  'unit-incompatible': 'value',
  'unit-ratio': 'value',
  'value-type': 'value',
  repeated: 'multiple-matches',
  unmeasured: 'not-supported',
  'search-parameter': 'not-supported',
  'search-value': 'value',
  'unknown-patient': 'not-found',
  'not-found': 'not-found',
  conflict: 'conflict',
  'corrected-time': 'conflict',
  computed: 'business-rule',
  login: 'login',
  forbidden: 'forbidden',
  'media-type': 'not-supported',
  failed: 'exception',
} as const satisfies Partial<Record<FhirText, OperationOutcomeIssue['code']>>

export type OutcomeCode = keyof typeof ISSUE_TYPES

/** The code system of our own codes, as `details.coding`. */
const OUTCOME_SYSTEM = 'https://zorgpad.example/fhir/CodeSystem/outcome'

/** One mistake; `expression` is the FHIRPath of the element (`Observation.component[0].valueQuantity.code`). */
export type Issue = { code: OutcomeCode; expression?: string; values?: Record<string, string | number> }

/** An outcome with one error. */
export function outcome(code: OutcomeCode, values: Issue['values'] = {}, expression?: string): OperationOutcome {
  return outcomeOf([{ code, values, ...(expression !== undefined && { expression }) }])
}

/** An outcome with all of these errors. */
export function outcomeOf(issues: Issue[]): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: issues.map(issueOf) }
}

/** The answer to an Observation that is valid but that no pathway of the patient asks for. */
export function unmeasured({ resource }: ParsedObservation): OperationOutcome {
  const codes = (resource.code?.coding ?? []).map(({ system, code }) => `${system ?? ''}|${code ?? ''}`).join(', ')
  return outcome('unmeasured', { codes }, 'Observation.code')
}

/** A refusal with an issue for each thing that is wrong. */
export function refused(status: Refused['status'], issues: Issue[]): Refused {
  return { ok: false, status, outcome: outcomeOf(issues) }
}

function issueOf({ code, expression, values = {} }: Issue): OperationOutcomeIssue {
  return {
    severity: 'error',
    code: ISSUE_TYPES[code],
    details: { coding: [{ system: OUTCOME_SYSTEM, code }], text: fill(nl, code, values) },
    diagnostics: fill(en, code, values),
    ...(expression !== undefined && { expression: [expression] }),
  }
}

/** Fills in the places; what was expected is itself a text of ours (`a number`), all else comes from outside. */
function fill(texts: Record<FhirText, string>, key: FhirText, values: Record<string, string | number>): string {
  return texts[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '')
    return name === 'expected' && Object.hasOwn(texts, value) ? texts[value as FhirText] : value
  })
}
