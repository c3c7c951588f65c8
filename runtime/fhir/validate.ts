/** Whether a resource is valid FHIR R4: its shape, the formats and rules that HL7 gave it, and its required codes. */
import { OperationOutcomeError, validateResource } from '@medplum/core'
import type { TypedValueWithPath } from '@medplum/core'
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import { allowedCodes } from './definitions.ts'
import type { Issue } from './outcome.ts'
import { shapeIssues } from './shape.ts'

/** More mistakes than this help nobody. */
const MOST = 50

/** All mistakes of a resource of this type, each with the FHIRPath of its element; none when it is valid. */
export function validate(resource: Record<string, unknown>, type: string): Issue[] {
  const shape = shapeIssues(resource, type)
  const known = shape.map(({ expression }) => expression ?? '')
  // The validator tells the same mistakes with less precision: keep what it finds elsewhere.
  const further = ruleIssues(resource as unknown as Resource).filter(
    ({ expression = '' }) => !known.some((path) => path.startsWith(expression) || expression.startsWith(path)),
  )
  return [...shape, ...further].slice(0, MOST)
}

/** Formats, required elements and invariants by HL7's definitions, and codes against required value sets. */
function ruleIssues(resource: Resource): Issue[] {
  const tokens: Record<string, TypedValueWithPath[]> = {}
  try {
    validateResource(resource, { collect: { tokens } })
    return codeIssues(tokens, resource)
  } catch (error) {
    // A resource of a wrong shape can bring the validator itself down; the shape is told already.
    if (!(error instanceof OperationOutcomeError)) return [{ code: 'invalid', expression: resource.resourceType }]
    return [
      ...(error.outcome.issue ?? [])
        .filter(({ severity }) => severity === 'error')
        .map((issue) => translated(issue, resource)),
      ...codeIssues(tokens, resource),
    ]
  }
}

function codeIssues(tokens: Record<string, TypedValueWithPath[]>, resource: Resource): Issue[] {
  return Object.entries(tokens).flatMap(([valueSet, values]) => {
    const allowed = allowedCodes(valueSet)
    const written = values.flatMap(({ type, path, value }) => {
      // What is no text at all is told as a mistake of shape.
      const code: unknown = value
      return type === 'code' && typeof code === 'string' ? [{ path, code }] : []
    })
    const wrong = written.filter(({ code }) => allowed && !allowed.includes(code))
    return wrong.map(({ path, code }) => ({
      code: 'code-invalid' as const,
      expression: asWritten(path, resource),
      values: { value: code, allowed: (allowed ?? []).join(', ') },
    }))
  })
}

/** The validator's words are for developers: its kind of mistake and its place are kept, the rest is ours. */
function translated(issue: OperationOutcomeIssue, resource: Resource): Issue {
  const text = issue.details?.text ?? ''
  const expression = asWritten(issue.expression?.[0] ?? resource.resourceType, resource)
  const rule = /^Constraint (\S+) not met/.exec(text)?.[1]
  if (rule !== undefined) return { code: 'invariant', expression, values: { rule } }
  if (text.startsWith('Missing required')) return { code: 'required', expression }
  if (text.startsWith('Invalid additional property')) return { code: 'unknown-element', expression }
  return { code: /format|expected|type/i.test(text) ? 'format' : 'invalid', expression }
}

/** `Observation.value[x].code` as it stands in the resource: `Observation.valueQuantity.code`. */
function asWritten(path: string, resource: Resource): string {
  let here: unknown = resource
  const steps = path.split('.').map((step, index) => {
    if (index === 0) return step
    const key = step.endsWith('[x]') ? formOf(here, step.slice(0, -3)) : step
    for (const part of key.split(/[[\]]+/)) {
      if (part !== '') here = (here as Record<string, unknown> | null | undefined)?.[part]
    }
    return key
  })
  return steps.join('.')
}

/** The form of `value[x]` that is there: `valueQuantity`. */
function formOf(parent: unknown, choice: string): string {
  const keys = Object.keys(parent ?? {})
  return keys.find((key) => key.startsWith(choice) && /[A-Z]/.test(key[choice.length] ?? '')) ?? choice
}
