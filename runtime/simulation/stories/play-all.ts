/** Plays many stories fast, when only the answer counts: nobody watches, and the first failure can be enough. */
import type { Pathway } from '../../interpreter/pathway.ts'
import { playStory } from './play.ts'
import type { Others } from './telling.ts'
import type { Told } from './told.ts'

/** `failed` holds the indexes of the stories that failed, in the order in which they were played. */
export type Plays = { passed: number; failed: number[] }

/** `order`: which stories, and in which order (by default all, as they stand). */
export type PlayOptions = { stopAtFirst?: boolean; order?: readonly number[]; others?: Others }

const NOWHERE = { line: 0, column: 0, offset: 0, length: 0 }

/** Never watches a condition, so it says only that a story failed; `playStories` says what differs. */
export function playAll(pathway: Pathway, stories: readonly Told[], options: PlayOptions = {}): Plays {
  const { stopAtFirst = false, order = stories.keys(), others = () => null } = options
  const plays: Plays = { passed: 0, failed: [] }
  for (const index of order) {
    const story = stories[index]!
    const telling = { pathway, story, path: `/${index}`, others, witness: {}, place: () => NOWHERE }
    if (playStory({ ...telling, failures: [], diffs: [] }).passed) plays.passed++
    else plays.failed.push(index)
    if (stopAtFirst && plays.failed.length > 0) break
  }
  return plays
}
