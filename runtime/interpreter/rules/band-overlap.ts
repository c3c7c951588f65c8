/** Rule `band-overlap`: a value belongs to one band, unless two are needed. */
import type { Band, Condition, PathwayDefinition, Threshold } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { bandsOf, type Bands, type Piece } from './reasoning/bands.ts'
import { personalLimits, stretchesFor } from './reasoning/satisfiable.ts'
import { bandedInputs, stretchOf, type BandedInput } from './reasoning/score-bands.ts'
import { everything, hasValue, overlap, tidy, valueIn, type Stretch } from './reasoning/stretches.ts'
import { valued, valueTitled } from './reasoning/values.ts'
import { witness } from './reasoning/witness.ts'
import { titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  crossing: {
    nl: '“{one}” en “{other}” lopen over elkaar heen: {title} {value} valt in allebei, met dezelfde ernst en dezelfde route. Laat de een ophouden waar de ander begint.',
    en: '“{one}” and “{other}” run into one another: {title} {value} falls in both, with the same level and the same route. Let one end where the other begins.',
  },
  needless: {
    nl: '“{other}” voegt niets toe: waar deze drempel waar is, is “{one}” dat ook, met dezelfde ernst, dezelfde route en hetzelfde vervolg. Verwijder er een, of maak duidelijk wat het verschil is.',
    en: '“{other}” adds nothing: where this threshold is true, so is “{one}”, with the same level, the same route and the same follow-up. Remove one, or make clear what the difference is.',
  },
  example: {
    nl: 'Bij {patient} zijn “{one}” en “{other}” allebei waar.',
    en: 'For {patient}, “{one}” and “{other}” are both true.',
  },
  twoBands: {
    nl: '{title} {value} past in twee banden van “{score}”: de ene geeft {first} punten, de andere {second}. Alleen de eerste telt. Laat de banden op elkaar aansluiten.',
    en: '{title} {value} fits two bands of “{score}”: one gives {first} points, the other {second}. Only the first counts. Let the bands meet.',
  },
  twoBandsExample: {
    nl: 'Bij {patient} telt {title} voor {first} punten in “{score}”, nooit voor {second}.',
    en: 'For {patient}, {title} counts {first} points in “{score}”, never {second}.',
  },
}

export const bandOverlap: Rule = {
  code: 'band-overlap',
  check: (pathway) => [...betweenThresholds(pathway), ...betweenPoints(pathway)],
}

/** Two thresholds that overlap in several states are one finding. */
function betweenThresholds(pathway: Examined): Draft[] {
  const looked = new Map<string, Draft | null>()
  for (const bands of bandsOf(pathway))
    for (const [index, other] of bands.pieces.entries())
      for (const one of bands.pieces.slice(0, index)) {
        const key = `${one.path} ${other.path}`
        if (!looked.has(key)) looked.set(key, meeting(pathway, bands, one, other))
      }
  return [...looked.values()].filter((draft) => draft !== null)
}

const alike = (one: Piece, other: Piece): boolean =>
  one.id !== other.id &&
  one.context === other.context &&
  one.threshold.level === other.threshold.level &&
  one.threshold.route === other.threshold.route

function meeting(pathway: Examined, bands: Bands, one: Piece, other: Piece): Draft | null {
  if (!alike(one, other)) return null
  const { definition } = pathway
  const shared = sharedStretch(definition, bands, one, other)
  if (shared === null) return null
  if (crosses(definition, bands, one, other)) return finding(pathway, bands, [one, other], shared, words.crossing)
  const [outer, inner] = within(definition, bands, other, one) ? [one, other] : [other, one]
  const needless = sameFollowUp(one.threshold, other.threshold) && covered(definition, bands, outer, inner)
  return needless ? finding(pathway, bands, [outer, inner], shared, words.needless) : null
}

/** With the usual personal limits. */
const stretches = (definition: PathwayDefinition, { domain }: Bands, { about }: Piece): Stretch[] =>
  stretchesFor(domain, about, personalLimits(definition, about)[0] ?? new Map()).filter((stretch) =>
    hasValue(stretch, domain.step),
  )

function sharedStretch(definition: PathwayDefinition, bands: Bands, one: Piece, other: Piece): Stretch | null {
  const shared = stretches(definition, bands, one).flatMap((left) =>
    stretches(definition, bands, other).map((right) => overlap(left, right)),
  )
  return shared.find((stretch) => hasValue(stretch, bands.domain.step)) ?? null
}

/** Whether every value of one is a value of the other. */
const within = (definition: PathwayDefinition, bands: Bands, one: Piece, other: Piece): boolean =>
  stretches(definition, bands, one).every((inner) =>
    stretches(definition, bands, other).some((outer) => contains(outer, inner)),
  )

function contains(outer: Stretch, inner: Stretch): boolean {
  const shared = overlap(outer, inner)
  return (
    shared.from === inner.from &&
    shared.to === inner.to &&
    shared.openFrom === inner.openFrom &&
    shared.openTo === inner.openTo
  )
}

const crosses = (definition: PathwayDefinition, bands: Bands, one: Piece, other: Piece): boolean =>
  !within(definition, bands, one, other) && !within(definition, bands, other, one)

/** Whether the whole threshold of `inner`, in each way in which it can fire, lies within that of `outer`. */
const covered = (definition: PathwayDefinition, bands: Bands, outer: Piece, inner: Piece): boolean => {
  const [outside, inside] = [outer, inner].map(({ id }) => bands.pieces.filter((piece) => piece.id === id))
  const ways = inner.threshold.when.any?.length ?? 1
  return (
    inside!.length >= ways &&
    inside!.every((piece) =>
      outside!.some((wider) => wider.context === piece.context && within(definition, bands, piece, wider)),
    )
  )
}

/** A second message, script or second reading is a reason for a threshold of its own. */
const sameFollowUp = (one: Threshold, other: Threshold): boolean =>
  one.message === other.message && one.script === other.script && one.remeasure?.within === other.remeasure?.within

function finding(
  { definition }: Examined,
  { name, domain }: Bands,
  [one, other]: [Piece, Piece],
  shared: Stretch,
  message: (typeof words)[keyof typeof words],
): Draft {
  const value = valueIn(shared, domain.step, shared.from === domain.from ? 'to' : 'from')!
  const about = {
    one: titled(definition, 'thresholds', one.id),
    other: titled(definition, 'thresholds', other.id),
    title: valueTitled(definition, name),
    value: valued(definition, name, tidy(value)),
    patient: witness(definition, [...one.about, ...other.about, ...other.others]),
  }
  return { path: other.path, severity: 'warning', message: fill(message, about), example: fill(words.example, about) }
}

/** Bands that hold for the same patients. Each that lies within a later one is read as the exception to it. */
function betweenPoints(pathway: Examined): Draft[] {
  return bandedInputs(pathway).flatMap((input) =>
    input.bands.flatMap(([index, band], position) => {
      const earlier = input.bands.slice(0, position).find(([, one]) => disputed(input, one, band))
      return earlier ? [twoBands(pathway, input, earlier[1], [index, band])] : []
    }),
  )
}

function disputed({ domain }: BandedInput, one: Band, other: Band): boolean {
  if (JSON.stringify(one.if) !== JSON.stringify(other.if) || one.points === other.points) return false
  const whole = { ...everything, from: domain.from, to: domain.to }
  const [first, second] = [one, other].map((band) => stretchOf(band).map((stretch) => overlap(stretch, whole))[0])
  if (first === undefined || second === undefined || !hasValue(overlap(first, second), domain.step)) return false
  return !contains(second, first)
}

function twoBands({ definition }: Examined, input: BandedInput, one: Band, [index, other]: [string, Band]): Draft {
  const shared = overlap(stretchOf(one)[0]!, stretchOf(other)[0]!)
  const value = tidy(valueIn(shared, input.domain.step)!)
  const source = { ...input.source, is: value }
  const about = {
    title: valueTitled(definition, input.name),
    value: valued(definition, input.name, value),
    score: valueTitled(definition, input.score),
    first: one.points,
    second: other.points,
    patient: witness(
      definition,
      [source, ...(one.if ? [one.if] : [])].map((condition: Condition) => ({ condition, negated: false })),
    ),
  }
  const path = below(input.path, 'bands', index)
  return {
    path,
    severity: 'warning',
    message: fill(words.twoBands, about),
    example: fill(words.twoBandsExample, about),
  }
}
