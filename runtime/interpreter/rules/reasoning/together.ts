/** What comes in at the same time: whether the inputs of a score are ever there together, and what arrives with a value. */
import type { Schedule, Score, ScoreInput } from '../../../../schemas/index.ts'
import type { StatePart } from '../../walk.ts'
import { objectsIn } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { ordinaryLength, windowsOfDay } from './delivery.ts'
import { askedBy, runningIn, schedulesAsking } from './watching.ts'

/** An input of a score that is never there with the others, where too many are not; null when the score can be computed. */
export function missingTogether(
  pathway: Examined,
  states: readonly StatePart[],
  name: string,
): { missing: string } | null {
  const score = pathway.definition.scores?.[name]
  const asking = states.flatMap((part) => runningIn(pathway, part).map(([id]) => askedBy(pathway.definition).get(id)))
  // What is asked nowhere is reported by `used-not-measured`.
  const values = score ? needed(score).filter((value) => asking.some((some) => some?.has(value))) : []
  if (score === undefined || values.length === 0) return null
  const within = ordinaryLength(score.within ?? '30 minutes')
  const everAsked = values.filter((value) => states.some((part) => schedulesAsking(pathway, part, value).length > 0))
  // What is asked nowhere at all is another mistake: rule used-not-measured says so.
  if (values.length - everAsked.length > (score.missing?.atMost ?? 0)) return null
  let lacking = values
  for (const part of states) {
    const running = runningIn(pathway, part)
    for (const [, anchor] of running) {
      const near = running.filter(([, other]) => meet(anchor, other, within)).map(([id]) => id)
      const absent = values.filter((value) => !near.some((id) => askedBy(pathway.definition).get(id)?.has(value)))
      if (absent.length < lacking.length) lacking = absent
    }
  }
  // A score of which nothing at all is asked there is looked at after what somebody enters by hand.
  const [missing] = lacking.length === values.length || lacking.length <= (score.missing?.atMost ?? 0) ? [] : lacking
  return missing === undefined ? null : { missing }
}

/** The values that the inputs look at, each once: facts are always there, a mean looks back, and what depends on a condition may not apply. */
const needed = ({ inputs }: Score): string[] => [
  ...new Set(
    objectsIn(inputs).flatMap(([, input]) => (mayNotApply(input) ? [] : (input.measurement ?? input.answer ?? []))),
  ),
]

const mayNotApply = ({ bands }: ScoreInput): boolean => bands?.every((band) => band.if !== undefined) ?? false

/** Per schedule of a state that asks a value: all that can come in with it, from that schedule and from those whose windows lie beside its own. */
export function askedTogether(pathway: Examined, part: StatePart, value: string): Set<string>[] {
  const running = runningIn(pathway, part)
  const within = ordinaryLength('30 minutes')
  return schedulesAsking(pathway, part, value).map(([, anchor]) => {
    const near = running.filter(([, other]) => meet(anchor, other, within))
    return new Set(near.flatMap(([id]) => [...(askedBy(pathway.definition).get(id) ?? [])]))
  })
}

/** Whether a window of each can be so close that readings in them count together. */
const meet = (one: Schedule, other: Schedule, within: number): boolean =>
  windowsOfDay(one).some((left) =>
    windowsOfDay(other).some((right) => left.opens - within <= right.closes && right.opens - within <= left.closes),
  )
