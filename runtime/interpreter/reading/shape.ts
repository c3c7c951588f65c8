/** From what the schema rejects to mistakes in plain words: each mistake once, with what was probably meant. */
import { validatePathway, type SchemaError } from '../../../schemas/index.ts'
import type { Finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { below, parentOf, partAt } from '../pointer.ts'
import { say } from '../say.ts'
import { descriptionOf, isName, schemaFor, titleOf } from './grammar.ts'
import type { Mend } from './mend.ts'
import { typeFinding } from './type.ts'

/** A mistake in the shape. `drop` is the part that cannot be used because of it. */
export type ShapeFinding = Finding & { drop?: string }

/** Everything in `value` that the schema does not allow; `errors` is what the schema says of it, by default that of a pathway. */
export function shapeFindings(
  value: unknown,
  mend: Mend,
  errors: readonly SchemaError[] = validatePathway(value),
): ShapeFinding[] {
  const findings = errors.flatMap((error) => finding(error, value, mend) ?? [])
  const meant = new Set(
    findings.flatMap(({ code, meant: key, path }) => (code === 'unknown-key' && key ? below(parentOf(path), key) : [])),
  )
  return findings.filter(({ missing }) => missing === undefined || !meant.has(missing))
}

/** `meant`: the key that an unknown one stands for; `missing`: the address of a key that is not there. One slip makes both. */
type Draft = ShapeFinding & { meant?: string; missing?: string }

function finding(error: SchemaError, value: unknown, mend: Mend): Draft | null {
  const { instancePath: path, keyword, params } = error
  const part = partAt(value, path)
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params.additionalProperty), part, mend)
    case 'required':
      return missingKey(path, String(params.missingProperty))
    case 'dependentRequired':
      return {
        ...missingKey(path, String(params.missingProperty)),
        message: needsKey(path, String(params.property), String(params.missingProperty)),
      }
    case 'type':
      return { ...typeFinding(path, [params.type].flat().map(String), part, mend), drop: path }
    case 'enum':
      return unknownValue(path, part, params.allowedValues as string[], mend)
    case 'propertyNames':
      return wrongName(path, String(params.propertyName), mend)
    case 'pattern':
      return typeof part === 'string' ? wrongForm(path, part, mend) : null
    case 'maxLength':
      return typeof part === 'string'
        ? { code: 'too-long', path, drop: path, message: say('too-long', { limit: Number(params.limit) }) }
        : null
    case 'uniqueItems':
      return {
        code: 'twice',
        path: below(path, Number(params.i)),
        message: say('twice', { name: String(partAt(part, `/${Number(params.i)}`)) }),
      }
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return {
        code: 'too-few',
        path,
        drop: path,
        message: say('too-few', { title: titleOf(schemaFor(path)), number: Number(params.limit) }),
      }
    default:
      return { code: 'out-of-range', path, drop: path, message: outOfRange(path, Number(part)) }
  }
}

/** The nearest key of the language; its Dutch title counts as well, so that `drempels` finds `thresholds`. */
function unknownKey(path: string, key: string, part: unknown, mend: Mend): Draft {
  const properties = schemaFor(path)?.properties ?? {}
  const free = Object.keys(properties).filter((name) => !Object.hasOwn(part as object, name))
  const titles = new Map(free.map((name) => [properties[name]?.title ?? name, name]))
  const meant = nearest(key, free) ?? titles.get(nearest(key, [...titles.keys()]) ?? '') ?? null
  const at = below(path, key)
  const known = Object.keys(properties).join(', ')
  if (meant === null)
    return { code: 'unknown-key', path: at, at: 'key', drop: at, message: say('unknown-key', { key, known }) }
  return {
    code: 'unknown-key',
    path: at,
    at: 'key',
    drop: at,
    meant,
    message: say('unknown-key-near', { key, meant }),
    fix: mend.key(at, meant),
  }
}

function missingKey(path: string, key: string): Draft {
  const missing = below(path, key)
  const schema = schemaFor(missing)
  const message = say('missing-key', { key, title: titleOf(schema), description: descriptionOf(schema) })
  return { code: 'missing-key', path, at: 'key', drop: path, missing, message }
}

const needsKey = (path: string, key: string, missing: string) =>
  say('needs-key', { key, missing, description: descriptionOf(schemaFor(below(path, missing))) })

/** A name is mended by what makes it one: a small letter first, hyphens between the words. */
function wrongName(path: string, name: string, mend: Mend): Draft {
  const words = name.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  const meant = words.slice(0, 1).toLowerCase() + words.slice(1)
  const at = below(path, name)
  if (isName(name)) return { code: 'reserved-name', path: at, at: 'key', message: say('reserved-name', { name }) }
  const fix = isName(meant) ? mend.key(at, meant) : undefined
  return { code: 'wrong-name', path: at, at: 'key', message: say('wrong-name', { name }), fix }
}

/** A value outside a fixed list. */
function unknownValue(path: string, part: unknown, allowed: string[], mend: Mend): Draft | null {
  if (typeof part !== 'string') return null // its type is already reported
  const meant =
    nearest(part, allowed) ?? (dutchValues[part.toLowerCase()] ?? []).find((value) => allowed.includes(value)) ?? null
  const known = allowed.join(', ')
  const message =
    meant === null
      ? say('unknown-value', { value: part, known })
      : say('unknown-value-near', { value: part, meant, known })
  return { code: 'unknown-value', path, drop: path, message, fix: meant === null ? undefined : mend.value(path, meant) }
}

/** Dutch words that somebody may write where the language has an English one. */
const dutchValues: Record<string, string[]> = {
  rood: ['red'],
  oranje: ['amber'],
  geel: ['amber'],
  groen: ['green'],
  ma: ['mon'],
  di: ['tue'],
  wo: ['wed'],
  do: ['thu'],
  vr: ['fri'],
  za: ['sat'],
  zo: ['sun'],
  telefoon: ['phone'],
  werklijst: ['worklist'],
  praktijk: ['practice'],
  ziekenhuis: ['hospital'],
  keten: ['chain'],
  getal: ['number', 'decimal'],
  keuze: ['choice'],
  geen: ['none'],
  centrum: ['centre'],
  voorstel: ['proposal'],
}

/** A text that is not written as it should be: the description says how, and a duration in Dutch is understood. */
function wrongForm(path: string, part: string, mend: Mend): Draft {
  const schema = schemaFor(path)
  const meant = durationMeant(part, schema?.pattern ?? '')
  const message = say('wrong-form', { value: part, title: titleOf(schema), description: descriptionOf(schema) })
  return { code: 'wrong-form', path, drop: path, message, fix: meant === null ? undefined : mend.value(path, meant) }
}

const units: [RegExp, string][] = [
  [/^(m|min|mins|minuut|minuten)$/i, 'minutes'],
  [/^(h|hr|hrs|u|uur|uren)$/i, 'hours'],
  [/^(d|dag|dagen)$/i, 'days'],
  [/^(w|wk|weken)$/i, 'weeks'],
  [/^(mnd|maand|maanden)$/i, 'months'],
]

/** `7 dagen` → `7 days`, when that is allowed here. */
function durationMeant(text: string, pattern: string): string | null {
  const [, number, word] = /^\s*(\d+)\s*(\p{L}+)\s*$/u.exec(text) ?? []
  const unit = units.find(([words]) => words.test(word ?? ''))?.[1] ?? word?.toLowerCase()
  const meant = `${number} ${number === '1' ? unit?.replace(/s$/, '') : unit}`
  return number !== undefined && pattern.includes('day') && new RegExp(pattern).test(meant) ? meant : null
}

function outOfRange(path: string, value: number) {
  const { minimum, maximum, exclusiveMinimum } = schemaFor(path) ?? {}
  const title = titleOf(schemaFor(path))
  const lowest = minimum ?? exclusiveMinimum
  if (maximum !== undefined && lowest !== undefined)
    return say('out-of-range', { title, value, from: lowest, to: maximum })
  return say('too-low', { title, value, from: lowest ?? 0 })
}
