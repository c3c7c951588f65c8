/** Rule `unknown-name`: every name that is used is defined somewhere in the pathway. */
import { nearest } from '../nearest.ts'
import type { Finding } from '../finding.ts'
import { say } from '../say.ts'
import { referencesIn, type Reference } from '../reading/references.ts'
import type { Examined, Rule } from './rule.ts'

export const unknownName: Rule = {
  code: 'unknown-name',
  check: (pathway) => referencesIn(pathway.raw).flatMap((reference) => finding(pathway, reference) ?? []),
}

function finding({ names, replace }: Examined, { path, name, section }: Reference): Omit<Finding, 'code'> | null {
  const known = names(section)
  if (known.includes(name)) return null
  const meant = nearest(name, known)
  const about = { name, section, known: known.join(', ') }
  if (meant !== null) return { path, message: say('unknown-name-near', { ...about, meant }), fix: replace(path, meant) }
  return { path, message: say(known.length === 0 ? 'unknown-name-none' : 'unknown-name', about) }
}
