/** Names in stories that the pathway does not have, with the nearest that it has. */
import type { Scenarios } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { nearest } from '../../interpreter/nearest.ts'
import { say } from '../say.ts'
import { known } from './known.ts'
import { castOf, storiesIn } from './told.ts'
import { type Use, usesIn, usesInCast } from './uses.ts'

/** The definition of another pathway, by name; null when there is none. */
export type Definitions = (pathway: string) => PathwayDefinition | null

/** One finding for each name that is used in a story and not known in the pathway that it is about. */
export function nameFindings(stories: Scenarios, definition: PathwayDefinition, others: Definitions): Finding[] {
  const cast = Object.keys(castOf(stories))
  const inCast = usesInCast(castOf(stories)).flatMap((use) => {
    const names = known('fact', definition)
    return names.includes(use.name) ? [] : [finding(use, names)]
  })
  const inStories = storiesIn(stories).flatMap(([index, story]) => {
    const also = (story.also ?? []).map(({ pathway }) => pathway)
    const all = [definition, ...also.flatMap((name) => others(name) ?? [])]
    return usesIn(story, `/${index}`).flatMap((use) => {
      const names = namesFor(use, { all, cast, pathways: [definition.pathway, ...also] })
      return names === null || names.includes(use.name) ? [] : [finding(use, names)]
    })
  })
  return [...inCast, ...inStories]
}

type Known = { all: PathwayDefinition[]; cast: string[]; pathways: string[] }

/** What is known where a name is used: on the pathway that is named, or on any of the story's; null when that pathway itself is not known. */
function namesFor({ on, own, kind }: Use, { all, cast, pathways }: Known): string[] | null {
  if (kind === 'pathway') return pathways
  if (kind === 'patient') return cast
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
