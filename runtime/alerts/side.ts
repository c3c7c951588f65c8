/** Which way a value gets worse: what each threshold and transition looks at, and from which side. */
import type { Condition, Limit, PathwayDefinition } from '../../schemas/index.ts'
import type { Value } from '../interpreter/enrolment.ts'
import { objectsIn, transitionsIn } from '../interpreter/walk.ts'

/**
 * What a condition looks at. `up`: a higher value is worse. `given`: an answer, an outcome or a value within a band, of which any
 * other that is alarming too counts as worse. `limit` is where it begins to be alarming, as far as the pathway alone can tell.
 * `over`: the period of which a mean is taken.
 */
export type Side = { measurement: string } & (
  | { worse: 'up' | 'down'; over?: string; limit?: number }
  | { worse: 'given'; alarming: Value[] | { from: number; to: number } }
)

/** What a firing of one key is about. `missingData`: about readings that did not come. */
export type About = { sides: Side[]; missingData: boolean }

/** Of every threshold and transition of a pathway, by its key (`threshold:crisis`, `transition:stable/1`). */
export function aboutKeys(definition: PathwayDefinition): Map<string, About> {
  const thresholds = objectsIn(definition.thresholds).map(
    ([id, { when }]) => [`threshold:${id}`, aboutOf(when)] as const,
  )
  const transitions = transitionsIn(definition).flatMap(({ id, transition }) =>
    transition.if ? [[`transition:${id}`, aboutOf(transition.if)] as const] : [],
  )
  return new Map([...thresholds, ...transitions])
}

/** What a condition is about. Under a `not` the other side is the alarming one. */
export function aboutOf(condition: Condition, turned = false): About {
  const inside = [...(condition.all ?? []), ...(condition.any ?? [])].map((child) => aboutOf(child, turned))
  if (condition.not) inside.push(aboutOf(condition.not, !turned))
  if (inside.length > 0)
    return { sides: inside.flatMap(({ sides }) => sides), missingData: inside.some(({ missingData }) => missingData) }
  const { missed, adherence, since } = condition
  return {
    sides: sidesOf(condition, turned),
    missingData: missed !== undefined || adherence !== undefined || since !== undefined,
  }
}

const SINGLE = ['measurement', 'score', 'answer'] as const
const MEAN = ['mean', 'median'] as const
/** Compared through something that is calculated from them: their own limit says nothing of the values. */
const RISING = ['min', 'max', 'rise', 'slope', 'deviation'] as const

function sidesOf(condition: Condition, turned: boolean): Side[] {
  const named = (subjects: readonly (keyof Condition)[]): string | undefined =>
    subjects.map((subject) => condition[subject]).find((name) => name !== undefined) as string | undefined
  const single = named(SINGLE)
  if (single !== undefined) return sideOf(single, condition, turned, true)
  const mean = named(MEAN)
  if (mean !== undefined)
    return sideOf(mean, condition, turned, true).map((side) =>
      side.worse === 'given' ? side : { ...side, over: condition.over! },
    )
  const rising = named(RISING)
  if (rising !== undefined) return sideOf(rising, condition, turned, false)
  if (condition.fall !== undefined) return sideOf(condition.fall, condition, !turned, false)
  const { count, where } = condition
  return count !== undefined && where ? sideOf(count, where, turned !== isBelow(condition), true) : []
}

type Comparators = Pick<Condition, 'above' | 'atLeast' | 'below' | 'atMost' | 'between' | 'is' | 'oneOf'>

const isBelow = ({ below, atMost }: Comparators): boolean => below !== undefined || atMost !== undefined

/** `ofValue`: the limit is one of the value itself. What is only alarming outside a band cannot be told apart here. */
function sideOf(measurement: string, condition: Comparators, turned: boolean, ofValue: boolean): Side[] {
  const { above, atLeast, below, atMost, between, is, oneOf } = condition
  const limit = above ?? atLeast ?? below ?? atMost
  if (limit !== undefined) {
    const worse = isBelow(condition) === turned ? 'up' : 'down'
    const isIncluded = (atLeast ?? atMost) !== undefined
    return [{ measurement, worse, ...(ofValue ? justBefore(limit, worse, isIncluded !== turned) : {}) }]
  }
  if (turned) return []
  const alarming = between ?? oneOf ?? (is === undefined ? undefined : [is])
  return alarming === undefined ? [] : [{ measurement, worse: 'given', alarming }]
}

/** The last value that is not alarming. Values have six decimals at most. A personal limit is not known here. */
function justBefore(limit: Limit, worse: 'up' | 'down', isIncluded: boolean): { limit?: number } {
  if (typeof limit !== 'number') return {}
  const step = isIncluded ? 1e-6 : 0
  return { limit: worse === 'up' ? limit - step : limit + step }
}
