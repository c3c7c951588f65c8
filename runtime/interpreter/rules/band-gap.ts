/** Rule `band-gap`: between two bands of a value there is no value that belongs to neither. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { below, partAt } from '../pointer.ts'
import type { BothLanguages, Fix } from '../problem.ts'
import { comparators, present } from '../reading/comparators.ts'
import { fill } from '../say.ts'
import { bandsOf, type Bands } from './reasoning/bands.ts'
import { holesIn, type Hole } from './reasoning/holes.ts'
import { bandedInputs, pointless, type BandedInput, type Pointless } from './reasoning/score-bands.ts'
import { hasValue, tidy, valueIn } from './reasoning/stretches.ts'
import { valued, valueTitled } from './reasoning/values.ts'
import { leafStatesOf } from './reasoning/walked.ts'
import { unusual, witness } from './reasoning/witness.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  gap: {
    nl: '{title} {value} hoort bij geen enkele band: niet meer bij “{below}”, en nog niet bij “{above}”. Laat de drempels op elkaar aansluiten.',
    en: '{title} {value} belongs to no band: no longer to “{below}”, and not yet to “{above}”. Let the thresholds meet.',
  },
  gapExample: {
    nl: 'Bij {patient} gebeurt er niets{where}: {value} valt in geen enkele band, terwijl {lower} en {higher} wel een melding geven.',
    en: 'For {patient} nothing happens{where}: {value} falls in no band, while {lower} and {higher} do raise an alert.',
  },
  where: { nl: ' in “{state}”', en: ' in “{state}”' },
  pointless: {
    nl: '{title} {value} geeft geen punten voor “{score}”: geen enkele band past. Laat de banden op elkaar aansluiten, en begin en eindig met de mogelijke waarden.',
    en: '{title} {value} gives no points for “{score}”: no band fits. Let the bands meet, and begin and end with the plausible values.',
  },
  pointlessExample: {
    nl: 'Bij {patient} telt {title} niet mee in “{score}”: {value} valt in geen enkele band.',
    en: 'For {patient}, {title} does not count in “{score}”: {value} falls in no band.',
  },
}

export const bandGap: Rule = {
  code: 'band-gap',
  check: (pathway) => [...betweenThresholds(pathway), ...betweenPoints(pathway)],
}

/** A hole that several states have, or several circumstances, is one finding. */
function betweenThresholds(pathway: Examined): Draft[] {
  const found = new Map<string, Draft>()
  for (const bands of bandsOf(pathway))
    for (const context of new Set(bands.pieces.map((piece) => piece.context)))
      for (const hole of holesIn(pathway.definition, bands, context)) {
        const key = `${hole.below.piece.id} ${hole.above.piece.id} ${hole.hole.from}`
        if (!found.has(key)) found.set(key, gap(pathway, bands, hole))
      }
  return [...found.values()]
}

function gap(pathway: Examined, bands: Bands, hole: Hole): Draft {
  const { definition } = pathway
  const { name, domain } = bands
  const number = valueIn(hole.hole, domain.step)!
  const at = (value: number | null): BothLanguages => valued(definition, name, tidy(value ?? number))
  const about = {
    title: valueTitled(definition, name),
    value: at(number),
    below: titled(definition, 'thresholds', hole.below.piece.id),
    above: titled(definition, 'thresholds', hole.above.piece.id),
    lower: at(valueIn(hole.below.stretch, domain.step, 'to')),
    higher: at(valueIn(hole.above.stretch, domain.step)),
    where: whereIn(pathway, bands),
    patient: patientWith(definition, bands, hole, number),
  }
  const worse = weightier(hole)
  const [message, example] = [fill(words.gap, about), fill(words.gapExample, about)]
  return { path: worse.piece.path, severity: 'warning', message, example, fix: fixFor(pathway, bands, hole) }
}

/** The band that should reach further: the graver one, to be on the safe side. */
const weightier = ({ below: lower, above }: Hole): Hole['below'] =>
  lower.piece.threshold.level === 'red' && above.piece.threshold.level !== 'red' ? lower : above

const whereIn = (pathway: Examined, { states }: Bands): BothLanguages => {
  const all = leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)
  const state = titled(pathway.definition, 'states', states[0]!.id)
  return states.length === all.length ? both(() => '') : fill(words.where, { state })
}

function patientWith(definition: PathwayDefinition, { subject }: Bands, hole: Hole, number: number): BothLanguages {
  const { measurement, answer, score } = subject
  const value: Condition = { ...(measurement ? { measurement } : answer ? { answer } : { score: score! }), is: number }
  const others = [hole.below, hole.above].map(({ piece }) => piece.others).find((some) => some.length > 0) ?? []
  const patient = witness(definition, [{ condition: value, negated: false }, ...others])
  return unusual(definition, hole.limits).reduce(
    (text, limit) => both((language) => `${text[language]}, ${limit[language]}`),
    patient,
  )
}

/** Without a precision there are values between any two: then that is what is missing. Otherwise the graver band reaches further. */
function fixFor(pathway: Examined, { name, domain }: Bands, hole: Hole): Fix | undefined {
  const measurement = pathway.definition.measurements[name]
  const [lower, upper] = [hole.hole.from, hole.hole.to]
  const finest = Math.min(1, ...[lower, upper].map(stepOf))
  if (domain.step === null && measurement && !hasValue(hole.hole, finest)) {
    const last = Object.keys(measurement).at(-1)!
    return pathway.addAfter(below('/measurements', name, last), 'precision', String(finest))
  }
  return domain.step === null ? undefined : reachFurther(pathway, hole, domain.step)
}

/** `39.25` is written in steps of 0.01. */
const stepOf = (value: number): number => 1 / 10 ** (String(value).split('.')[1]?.length ?? 0)

function reachFurther(pathway: Examined, hole: Hole, step: number): Fix | undefined {
  const { piece } = weightier(hole)
  const downwards = piece === hole.above.piece
  const inHole = valueIn(hole.hole, step, downwards ? 'from' : 'to')
  const literal = partAt(pathway.definition, piece.path) as Condition
  const comparator = present(literal, comparators)[0]
  if (inHole === null || piece.about.length !== 1 || piece.about[0]!.negated) return undefined
  const place =
    comparator === 'between'
      ? below(piece.path, 'between', downwards ? 'from' : 'to')
      : below(piece.path, comparator ?? '')
  const outside = comparator === 'above' ? inHole - step : comparator === 'below' ? inHole + step : inHole
  return typeof partAt(pathway.definition, place) === 'number'
    ? pathway.replace(place, String(tidy(outside)))
    : undefined
}

const betweenPoints = (pathway: Examined): Draft[] =>
  bandedInputs(pathway).flatMap((input) =>
    pointless(pathway.definition, input).map((one) => withoutPoints(pathway, input, one)),
  )

function withoutPoints(
  { definition }: Examined,
  { score, path, name, source }: BandedInput,
  { value, also }: Pointless,
): Draft {
  const about = {
    title: valueTitled(definition, name),
    value: valued(definition, name, tidy(value)),
    score: valueTitled(definition, score),
    patient: witness(definition, [{ condition: { ...source, is: value }, negated: false }, ...also]),
  }
  return {
    path: below(path, 'bands'),
    message: fill(words.pointless, about),
    example: fill(words.pointlessExample, about),
  }
}
