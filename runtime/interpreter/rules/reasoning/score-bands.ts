/** The bands of a score's input over everything that the input can be: which values get no points, which fit two bands. */
import type { Band, Condition, PathwayDefinition } from '../../../../schemas/index.ts'
import { below } from '../../pointer.ts'
import { objectsIn } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import type { Numbers } from './bands.ts'
import { domainOf } from './domain.ts'
import { comparators, present } from '../../reading/comparators.ts'
import { once } from './once.ts'
import { alternatives, possible } from './satisfiable.ts'
import { everything, hasValue, overlap, stretchesOf, valueIn, type Literal, type Stretch } from './stretches.ts'

/** An input with bands over numbers. `name` is the value that it looks at, `source` the condition that looks at it. */
export type BandedInput = {
  score: string
  path: string
  name: string
  source: Condition
  domain: Numbers
  bands: [index: string, band: Band][]
}

export const bandedInputs = once(({ definition, broken }: Examined): BandedInput[] =>
  objectsIn(definition.scores).flatMap(([score, { inputs }]) =>
    objectsIn(inputs).flatMap(([key, { bands: list, weight: _weight, title: _title, ...source }]) => {
      const path = below('/scores', score, 'inputs', key)
      const name = source.measurement ?? source.answer ?? source.score ?? source.fact ?? source.mean
      const domain = domainOf(definition, source)
      if (name === undefined || domain === null || 'answers' in domain || broken(path)) return []
      const bands = objectsIn(list)
      return bands.length === 0 ? [] : [{ score, path, name, source, domain, bands }]
    }),
  ),
)

/** Values without points: `value` is one of them, and `also` is what is true of the patient then. */
export type Pointless = { value: number; also: Literal[] }

/** One value for each stretch that no band fits. Where values have no known end, nothing is said of what lies beyond the bands. */
export function pointless(definition: PathwayDefinition, { domain, bands }: BandedInput): Pointless[] {
  const found: Pointless[] = []
  let inside = false
  for (const stretch of elements(domain, bands)) {
    const value = valueIn(stretch, domain.step)
    if (value === null) continue
    const also = unless(definition, bands, value)
    if (also && !inside) found.push({ value, also })
    inside = also !== null
  }
  return found
}

/** The domain cut at every end of every band: within such an element each band fits all values or none. */
function elements({ from, to }: Numbers, bands: BandedInput['bands']): Stretch[] {
  const ends = bands.flatMap(([, band]) => stretchOf(band)).flatMap((stretch) => [stretch.from, stretch.to])
  const cuts = [...new Set([from, ...ends, to])]
    .filter((cut) => Number.isFinite(cut) && cut >= from && cut <= to)
    .toSorted((one, other) => one - other)
  return cuts.flatMap((cut, index) => {
    const point = { ...everything, from: cut, to: cut }
    const next = cuts[index + 1]
    return next === undefined ? [point] : [point, { from: cut, openFrom: true, to: next, openTo: true }]
  })
}

/** Where a band holds, apart from its `if`: several comparators are all meant. */
export const stretchOf = (band: Band): Stretch[] =>
  present(band as Condition, comparators).reduce<Stretch[]>(
    (stretches, comparator) =>
      stretches.flatMap((one) =>
        stretchesOf({ condition: { [comparator]: band[comparator as 'is'] }, negated: false }, new Map()).map((other) =>
          overlap(one, other),
        ),
      ),
    [everything],
  )

const fits = (band: Band, value: number): boolean =>
  stretchOf(band).some((stretch) => hasValue(overlap(stretch, { ...everything, from: value, to: value }), null))

/** With more different conditions than this, nothing is said of the bands of an input. */
const MOST_CONDITIONS = 8

/**
 * For whom `value` gets no points although the input applies to them; null when there is nobody. An input of which no band's
 * `if` is true does not apply.
 */
function unless(definition: PathwayDefinition, bands: BandedInput['bands'], value: number): Literal[] | null {
  const fitting = bands.filter(([, band]) => fits(band, value))
  if (fitting.some(([, band]) => band.if === undefined)) return null
  const none = conditionsOf(fitting).map((condition): Condition => ({ not: condition }))
  const applying = bands.some(([, band]) => band.if === undefined) ? [[]] : conditionsOf(bands).map((one) => [one])
  if (none.length > MOST_CONDITIONS || applying.length > MOST_CONDITIONS) return null
  for (const some of applying) {
    const all = [...some, ...none]
    const way = all.length === 0 ? [] : alternatives({ all })?.find((one) => possible(definition, one))
    if (way) return way
  }
  return null
}

/** The conditions of bands, each once. */
const conditionsOf = (bands: BandedInput['bands']): Condition[] => [
  ...new Map(bands.flatMap(([, band]) => (band.if ? [[JSON.stringify(band.if), band.if]] : []))).values(),
]
