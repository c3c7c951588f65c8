/** Names in stories that the pathway does not have, with the nearest that it has. */
import type { Scenarios } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { nearest } from '../../interpreter/nearest.ts'
import { say } from '../say.ts'
import { known, type Kind } from './known.ts'
import { type Use, usesIn } from './uses.ts'

/** The definition of another pathway, by name; null when there is none. */
export type Definitions = (pathway: string) => PathwayDefinition | null

/** One finding for each name that is used in a story and not known in the pathway that it is about. */
export function nameFindings(stories: Scenarios, definition: PathwayDefinition, others: Definitions): Finding[] {
  return stories.flatMap((story, index) => {
    const also = (story.also ?? []).map(({ pathway }) => pathway)
    const all = [definition, ...also.flatMap((name) => others(name) ?? [])]
    return usesIn(story, `/${index}`).flatMap((use) => {
      const names = use.kind === 'pathway' ? [definition.pathway, ...also] : namesFor(use, use.kind, all)
      return names === null || names.includes(use.name) ? [] : [finding(use, names)]
    })
  })
}

/** What is known where a name is used: on the pathway that is named, or on any of the story's; null when that pathway itself is not known. */
function namesFor({ on, own }: Use, kind: Exclude<Kind, 'pathway'>, all: PathwayDefinition[]): string[] | null {
  if (on === undefined) return own ? known(kind, all[0]!) : [...new Set(all.flatMap((one) => known(kind, one)))]
  const named = all.find(({ pathway }) => pathway === on)
  return named ? known(kind, named) : null
}

function finding({ kind, path, name, at }: Use, names: string[]): Finding {
  const meant = nearest(name, names)
  const fillings = { kind: say(`kind.${kind}`), name, meant: meant ?? '', known: names.join(', ') || say('none') }
  const message = say(meant === null ? 'unknown-name' : 'unknown-name-near', fillings)
  return { code: 'unknown-name', path, at: at ?? 'value', message }
}
