/** Holds JSON against the shape that FHIR gives it: known elements, lists and objects where they belong, nothing empty. */
import type { InternalTypeSchema } from '@medplum/core'
import { dateMistake } from './calendar-date.ts'
import { elementOf, typeOf } from './definitions.ts'
import type { Issue } from './outcome.ts'

type Fields = Record<string, unknown>

const NUMBERS = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt'])
/** Types that are one JSON value; the name of every other type begins with a capital. */
const isPrimitive = (type: string): boolean => /^[a-z]|^http:/.test(type)

/** All mistakes of shape in a resource, in the order of the text. */
export function shapeIssues(resource: Fields, name: string): Issue[] {
  const schema = typeOf(name)
  return schema ? [...objectIssues(resource, schema, name, true)] : [...anyIssues(resource, name)]
}

function* objectIssues(value: unknown, schema: InternalTypeSchema, path: string, root = false): Generator<Issue> {
  if (!isObject(value)) return yield wrong(path, value === null || value === '' ? null : 'an object')
  if (Object.keys(value).length === 0) return yield { code: 'empty', expression: path }
  const choices = new Set<string>()
  for (const [key, content] of Object.entries(value)) {
    if (root && key === 'resourceType') continue
    const name = key.startsWith('_') ? key.slice(1) : key
    const found = elementOf(schema, name)
    const place = `${path}.${key}`
    if (!found || (key !== name && !isPrimitive(found.type))) {
      yield { code: 'unknown-element', expression: place }
      continue
    }
    if (found.choice && choices.has(found.choice) && key === name) {
      yield { code: 'one-choice', expression: place, values: { element: found.choice } }
    }
    if (found.choice && key === name) choices.add(found.choice)
    const type = key === name ? found.type : 'Element'
    yield* elementIssues(content, type, found.element.isArray === true, place, isPrimitive(found.type))
  }
}

function* elementIssues(value: unknown, type: string, list: boolean, path: string, holes: boolean): Generator<Issue> {
  if (!list) {
    if (Array.isArray(value)) yield wrong(path, value.length === 0 ? null : 'one value')
    else yield* valueIssues(value, type, path)
    return
  }
  if (!Array.isArray(value)) return yield wrong(path, value === '' || value === null ? null : 'a list')
  if (value.length === 0) return yield { code: 'empty', expression: path }
  for (const [index, item] of value.entries()) {
    // A list of primitives has holes where its twin `_name` has an extension instead.
    if (item === null && holes && value.some((other) => other !== null)) continue
    yield* valueIssues(item, type, `${path}[${index}]`)
  }
}

function* valueIssues(value: unknown, type: string, path: string): Generator<Issue> {
  if (isPrimitive(type)) return yield* primitiveIssues(value, type, path)
  if (type === 'Resource') return yield* containedIssues(value, path)
  const schema = typeOf(type)
  if (schema) yield* objectIssues(value, schema, path)
  else yield* anyIssues(value, path)
}

function* primitiveIssues(value: unknown, type: string, path: string): Generator<Issue> {
  if (value === null || value === '') return yield { code: 'empty', expression: path }
  const expected = NUMBERS.has(type) ? 'number' : type === 'boolean' ? 'boolean' : 'string'
  if (typeof value !== expected || (expected === 'number' && !Number.isFinite(value))) {
    return yield wrong(path, EXPECTED[expected])
  }
  if (typeof value === 'string' && value.trim() === '') return yield { code: 'empty', expression: path }
  const mistake = typeof value === 'string' ? dateMistake(type, value) : null
  if (mistake) yield { code: mistake, expression: path }
}

const EXPECTED = { number: 'a number', boolean: 'true or false', string: 'a text' } as const

function* containedIssues(value: unknown, path: string): Generator<Issue> {
  if (!isObject(value)) return yield wrong(path, 'an object')
  const schema = typeof value['resourceType'] === 'string' ? typeOf(value['resourceType']) : undefined
  if (typeof value['resourceType'] !== 'string') yield { code: 'required', expression: `${path}.resourceType` }
  if (schema) yield* objectIssues(value, schema, path, true)
  else yield* anyIssues(value, path)
}

/** Of a type that we do not know, only that nothing in it is empty. */
function* anyIssues(value: unknown, path: string): Generator<Issue> {
  if (value === '' || (isObject(value) && Object.keys(value).length === 0)) yield { code: 'empty', expression: path }
  if (Array.isArray(value) && value.length === 0) yield { code: 'empty', expression: path }
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* anyIssues(item, `${path}[${index}]`)
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) yield* anyIssues(item, `${path}.${key}`)
}

function wrong(path: string, expected: string | null): Issue {
  if (expected === null) return { code: 'empty', expression: path }
  return { code: 'wrong-type', expression: path, values: { expected } }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
