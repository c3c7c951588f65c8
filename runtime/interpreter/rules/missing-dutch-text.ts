/** Rule `missing-dutch-text`: what a clinician or patient reads is there, in Dutch. */
import type { Finding } from '../finding.ts'
import { below } from '../pointer.ts'
import { partsIn, type Part } from '../reading/references.ts'
import { say } from '../say.ts'
import type { TextKey } from '../texts/nl.ts'
import { isObject, objectsIn, statesIn } from '../walk.ts'
import type { Examined, Rule } from './rule.ts'

export const missingDutchText: Rule = {
  code: 'missing-dutch-text',
  check: (pathway) => [...partsIn(pathway.raw).flatMap((part) => withoutDutch(part) ?? []), ...withoutTitle(pathway)],
}

/** A text in another language only. An empty one, or one with a slip in its keys, is reported by the reading. */
function withoutDutch({ path, value, schema }: Part): Omit<Finding, 'code'> | null {
  if (!schema.properties?.nl || !schema.properties.en || !isObject(value)) return null
  const keys = Object.keys(value)
  if (keys.length === 0 || keys.some((key) => key !== 'en')) return null
  const { en } = value as { en?: unknown }
  const example = typeof en === 'string' ? say('missing-dutch-text-example', { text: en }) : undefined
  return { path, message: say('missing-dutch-text'), example }
}

/** Parts whose title is read by somebody: without one they read its name. */
const readers: ['measurements' | 'thresholds' | 'parameters' | 'facts', TextKey][] = [
  ['facts', 'no-title-fact'],
  ['measurements', 'no-title-measurement'],
  ['parameters', 'no-title-parameter'],
  ['thresholds', 'no-title-threshold'],
]

function withoutTitle({ definition, broken }: Examined): Omit<Finding, 'code'>[] {
  const named = readers.flatMap(([section, reader]) =>
    objectsIn(definition[section] as Record<string, { title?: unknown }> | undefined).map(([id, part]) => ({
      path: below(`/${section}`, id),
      id,
      part,
      reader,
    })),
  )
  const states = statesIn(definition).map(({ path, id, state }) => ({
    path,
    id,
    part: state,
    reader: 'no-title-state' as TextKey,
  }))
  return [...named, ...states]
    .filter(({ path, part }) => part.title === undefined && !('exit' in part) && !broken(path))
    .map(({ path, id, reader }) => ({
      path,
      at: 'key',
      severity: 'warning',
      message: say('no-title', { name: id }),
      example: say(reader, { name: id }),
    }))
}
