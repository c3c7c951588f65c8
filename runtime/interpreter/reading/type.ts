/** "Here belongs a number; there is text": mistakes in the kind of a value, and how to mend the usual ones. */
import type { Finding } from '../finding.ts'
import type { Fix } from '../problem.ts'
import { say, listed, type Language } from '../say.ts'
import { nl, type TextKey } from '../texts/nl.ts'
import { sayIn } from '../say.ts'
import { descriptionOf, schemaFor, titleOf } from './grammar.ts'
import type { Mend } from './mend.ts'

/** The finding for a value of another kind than one of `expected` (JSON Schema's words: `number`, `object`, …). */
export function typeFinding(path: string, expected: string[], value: unknown, mend: Mend): Finding {
  const schema = schemaFor(path)
  const kinds = { nl: kindsIn('nl', expected), en: kindsIn('en', expected) }
  const about = { title: titleOf(schema), description: descriptionOf(schema) }
  if (value === null) return { code: 'empty-value', path, at: 'key', message: say('empty-value', { kinds, ...about }) }
  const found = say(kindKey(value))
  return {
    code: 'wrong-type',
    path,
    message: say('wrong-type', { kinds, found, ...about }),
    fix: fixFor(path, expected, value, mend),
  }
}

const kindsIn = (language: Language, expected: string[]): string =>
  listed(
    expected.map((kind) => sayIn(language, knownKind(`a-${kind}`))),
    language,
    'or',
  )

const knownKind = (key: string): TextKey => (Object.hasOwn(nl, key) ? (key as TextKey) : 'a-value')

function kindKey(value: unknown): TextKey {
  if (Array.isArray(value)) return 'a-array'
  if (typeof value === 'number' && !Number.isFinite(value)) return 'an-impossible-number'
  return knownKind(`a-${value === null ? 'null' : typeof value}`)
}

/** What can be mended without asking: quotes too many or too few, one thing where a list belongs, a bare text, a Dutch yes. */
function fixFor(path: string, expected: string[], value: unknown, mend: Mend): Fix | undefined {
  const written = mend.source(path)
  if (expected.includes('string') && typeof value !== 'object') return mend.value(path, JSON.stringify(written))
  if (typeof value !== 'string') return undefined
  if (expected.includes('number') && /^-?\d+([.,]\d+)?$/.test(value)) return mend.value(path, value.replace(',', '.'))
  if (expected.includes('integer') && /^-?\d+$/.test(value)) return mend.value(path, value)
  if (expected.includes('boolean') && Object.hasOwn(yesOrNo, value.toLowerCase()))
    return mend.value(path, yesOrNo[value.toLowerCase()]!)
  if (expected.includes('array')) return mend.value(path, `[ ${written} ]`)
  if (schemaFor(path)?.properties?.nl && !written.startsWith('|') && !written.startsWith('>'))
    return mend.value(path, `{ nl: ${JSON.stringify(value)} }`)
  return undefined
}

const yesOrNo: Record<string, string> = { ja: 'true', yes: 'true', nee: 'false', no: 'false', on: 'true', off: 'false' }
