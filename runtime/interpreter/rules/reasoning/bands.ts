/** The thresholds of a state as bands: in which stretch of one value each of them fires, and what else must be true then. */
import type { Condition, Threshold } from '../../../../schemas/index.ts'
import { below } from '../../pointer.ts'
import { present } from '../../reading/comparators.ts'
import { subjects } from '../../reading/condition.ts'
import { lived, objectsIn, partsOf, type StatePart } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import type { Domain } from '../../subjects/subject.ts'
import { domainOf, subjectKey } from './domain.ts'
import { once } from './once.ts'
import { alternatives } from './satisfiable.ts'
import type { Literal } from './stretches.ts'
import { leafStatesOf } from './walked.ts'

export type Numbers = Exclude<Domain, { answers: unknown }>

/**
 * One way in which a threshold fires, seen from one value: `about` says what the value must be, `others` what else must be true.
 * `path` is where the value is compared; `context` is the same for pieces with the same others.
 */
export type Piece = {
  id: string
  threshold: Threshold
  about: Literal[]
  others: Literal[]
  context: string
  path: string
}

/** What the thresholds of `states` say of one value. `name` is the value's. */
export type Bands = { name: string; subject: Condition; domain: Numbers; pieces: Piece[]; states: StatePart[] }

/** Every two pieces of a value are compared: of more than these, or of states that watch in more ways, nothing is said. */
const MOST = { pieces: 60, groups: 40 }

/** Subjects of which one reading is compared by itself. */
const single = ['measurement', 'answer', 'score'] as const

/** The bands of each value, once for all states that watch the same thresholds. */
export const bandsOf = once((pathway: Examined): Bands[] => bandsAbout(pathway, isSingle))

/** The same for means, rises and all else that is compared with a number. */
export const allBandsOf = once((pathway: Examined): Bands[] => bandsAbout(pathway, () => true))

type Pick = (condition: Condition) => boolean

function bandsAbout(pathway: Examined, pick: Pick): Bands[] {
  const pieces = objectsIn(pathway.definition.thresholds).flatMap(([id, threshold]) =>
    piecesOf(pathway, id, threshold, pick),
  )
  return watching(pathway)
    .slice(0, MOST.groups)
    .flatMap(({ states, watched }) => {
      const seen = pieces.filter(({ id }) => watched === null || watched.includes(id))
      return byValue(pathway, seen).map((bands) => ({ ...bands, states }))
    })
}

/** States by the thresholds that they watch; null is all of them. */
function watching(pathway: Examined): { states: StatePart[]; watched: readonly string[] | null }[] {
  const groups = new Map<string, { states: StatePart[]; watched: readonly string[] | null }>()
  for (const part of leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)) {
    const watched = lived(part).thresholds ?? null
    const group = groups.get(JSON.stringify(watched)) ?? { states: [], watched }
    group.states.push(part)
    groups.set(JSON.stringify(watched), group)
  }
  return [...groups.values()]
}

function piecesOf({ broken }: Examined, id: string, threshold: Threshold, pick: Pick): Piece[] {
  const path = below('/thresholds', id, 'when')
  if (broken(below('/thresholds', id))) return []
  const places = new Map(partsOf({ path, condition: threshold.when }).map((part) => [part.condition, part.path]))
  return (alternatives(threshold.when) ?? []).flatMap((way) =>
    [...new Set(way.filter(({ condition }) => pick(condition)).map(({ condition }) => subjectKey(condition)))].map(
      (key) => {
        const about = way.filter(({ condition }) => subjectKey(condition) === key)
        const others = way.filter(({ condition }) => subjectKey(condition) !== key)
        return {
          id,
          threshold,
          about,
          others,
          context: contextOf(others),
          path: places.get(about[0]!.condition) ?? path,
        }
      },
    ),
  )
}

const isSingle = (condition: Condition): boolean => present(condition, single).length > 0

/** Reasons and sources do not change what must be true. */
const contextOf = (others: readonly Literal[]): string =>
  others
    .map(({ condition: { because: _because, evidence: _evidence, ...what }, negated }) =>
      JSON.stringify([what, negated]),
    )
    .toSorted()
    .join()

function byValue({ definition }: Examined, pieces: readonly Piece[]): Omit<Bands, 'states'>[] {
  const groups = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = subjectKey(piece.about[0]!.condition)
    groups.set(key, [...(groups.get(key) ?? []), piece])
  }
  return [...groups.values()].flatMap((some) => {
    const subject = some[0]!.about[0]!.condition
    const domain = domainOf(definition, subject)
    const name = String(subject[present(subject, subjects)[0] as 'measurement'])
    return domain === null || 'answers' in domain || some.length > MOST.pieces
      ? []
      : [{ name, subject, domain, pieces: some }]
  })
}
