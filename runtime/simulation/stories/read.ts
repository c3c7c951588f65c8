/** Reads a file of stories: the stories, where each part stands in the text, and every mistake in its writing and its names. */
import type { Scenarios } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Place } from '../../interpreter/document.ts'
import { byPlace, type Finding, problem } from '../../interpreter/finding.ts'
import type { Problem } from '../../interpreter/problem.ts'
import { excess } from '../../interpreter/reading/bounds.ts'
import { locator } from '../../interpreter/reading/lines.ts'
import { placeIn } from '../../interpreter/reading/place.ts'
import { readTree } from '../../interpreter/reading/tree.ts'
import { readYaml } from '../../interpreter/reading/yaml.ts'
import { isObject, objectsIn } from '../../interpreter/walk.ts'
import { say } from '../say.ts'
import { type Definitions, nameFindings } from './names.ts'
import { shapeFindings } from './shape.ts'
import { senseFindings } from './sense.ts'
import { castOf, storiesIn, type Told, toldOf } from './told.ts'

/** Stories that can be played; `first` is the place in the file of the first of them. `place` answers for a JSON Pointer such as `/0/steps/2/expect/state`. */
export type StoryDocument = {
  text: string
  stories: Told[]
  first: number
  place: (path: string, what?: 'value' | 'key') => Place
}

const noOthers: Definitions = () => null

/**
 * Reads stories for a pathway (YAML, at most 256 KiB). `others` gives the other pathways that they speak of.
 * Never throws; the document is null as soon as there is a problem.
 */
export function readStories(
  text: string,
  definition: PathwayDefinition,
  others: Definitions = noOthers,
): { document: StoryDocument | null; problems: Problem[] } {
  const locate = locator(text)
  const tooMuch = excess(text)
  if (tooMuch) return rejected([problem({ ...tooMuch, path: '' }, locate(tooMuch.offset, 1))])
  const { document: yaml, problems } = readYaml(text)
  const tree = readTree(yaml.contents)
  const spotted = [...problems.map((found) => ({ ...found, path: '' })), ...tree.problems]
  if (spotted.length > 0) return rejected(spotted.map((found) => problem(found, locate(found.offset, found.length))))
  const place = placeIn(tree.spots, locate)
  const findings = findingsIn(tree.value, definition, others)
  if (findings.length > 0) return rejected(findings.map((found) => problem(found, place(found.path, found.at))))
  const told = storiesIn(tree.value as Scenarios)
  const cast = castOf(tree.value as Scenarios)
  const stories = told.map(([, story]) => toldOf(story, cast))
  return { document: { text, stories, first: told[0]?.[0] ?? 0, place }, problems: [] }
}

/** The other pathways that stories name under `also`, read without judging the rest: whoever plays them must find these first. */
export function otherNamesIn(text: string): string[] {
  if (excess(text)) return []
  const { value } = readTree(readYaml(text).document.contents)
  const names = objectsIn(isObject(value) ? [] : (value as object[])).flatMap(([, story]) =>
    objectsIn((story as { also?: object[] }).also).map(([, other]) => (other as { pathway?: unknown }).pathway),
  )
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && NAME.test(name)))]
}

/** A name of a pathway, never a path to another folder. */
const NAME = /^[a-z][A-Za-z0-9-]*$/

/** What the schema rejects hides what names and moments would say: first the one, then the other. */
function findingsIn(value: unknown, definition: PathwayDefinition, others: Definitions): Finding[] {
  if (!Array.isArray(value))
    return [{ code: 'no-stories', path: '', message: say(value === null ? 'empty-stories' : 'unreadable') }]
  const shape = shapeFindings(value)
  if (shape.length > 0) return shape
  return [
    ...nameFindings(value as Scenarios, definition, others),
    ...senseFindings(value as Scenarios, definition, others),
  ]
}

const rejected = (problems: Problem[]) => ({ document: null, problems: problems.toSorted(byPlace) })
