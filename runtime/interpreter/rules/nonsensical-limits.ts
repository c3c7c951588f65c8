/** Rule `nonsensical-limits`: whatever personal limits are set, red stays graver than amber, and some value stays good. */
import type { Limit, PathwayDefinition } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import type { BothLanguages, Fix } from '../problem.ts'
import { present } from '../reading/comparators.ts'
import { fill, listed } from '../say.ts'
import { allBandsOf, type Bands, type Piece } from './reasoning/bands.ts'
import { personalLimits, stretchesFor } from './reasoning/satisfiable.ts'
import { hasValue, tidy, valueOf, type PersonalLimits } from './reasoning/stretches.ts'
import { valued, valueTitled } from './reasoning/values.ts'
import { unusual } from './reasoning/witness.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  turned: {
    nl: 'Oranje (“{amber}”) kan hier verder liggen dan rood (“{red}”). Dan is oranje nooit te zien: het is al rood. Pas de grenzen aan.',
    en: 'Amber (“{amber}”) can lie beyond red (“{red}”) here. Then amber is never seen: it is red already. Change the limits.',
  },
  turnedExample: {
    nl: 'Bij een patiënt met {limits} begint oranje pas bij {amberAt}, en rood al bij {redAt}.',
    en: 'For a patient with {limits}, amber only begins at {amberAt}, and red at {redAt} already.',
  },
  noneLeft: {
    nl: '“{low}” en “{high}” kunnen samen elke waarde van {title} een melding geven. Pas de grenzen van de persoonlijke grens aan.',
    en: '“{low}” and “{high}” together can make every value of {title} an alert. Change what the personal limit may be.',
  },
  noneLeftExample: {
    nl: 'Bij een patiënt met {limits} geeft elke waarde een melding: lage tot {lowAt}, hoge al vanaf {highAt}.',
    en: 'For a patient with {limits} every value raises an alert: low ones up to {lowAt}, high ones from {highAt} already.',
  },
  never: {
    nl: 'Deze persoonlijke grens mag zo ver gaan dat “{threshold}” nooit meer waar kan zijn. Maak de ruimte kleiner.',
    en: 'This personal limit may go so far that “{threshold}” can never be true. Make the room smaller.',
  },
  neverExample: {
    nl: 'Bij een patiënt met {limits} komt de melding “{threshold}” nooit.',
    en: 'For a patient with {limits} the alert “{threshold}” never comes.',
  },
  usual: { nl: 'de gewone grenzen', en: 'the usual limits' },
}

export const nonsensicalLimits: Rule = {
  code: 'nonsensical-limits',
  check: (pathway) => {
    const looked = new Map<string, Draft | null>()
    for (const bands of allBandsOf(pathway))
      for (const one of bands.pieces) {
        for (const other of bands.pieces) {
          const key = `${one.path} ${other.path}`
          if (!looked.has(key))
            looked.set(key, turned(pathway, bands, one, other) ?? noneLeft(pathway, bands, one, other))
        }
        if (!looked.has(one.path)) looked.set(one.path, gone(pathway, bands, one))
      }
    return [...looked.values()].filter((draft) => draft !== null)
  },
}

/** Where a piece begins, on the way up or down; null for one with two ends. */
type Edge = { upwards: boolean; open: boolean; limit: Limit }

function edgeOf({ about }: Piece): Edge | null {
  const [literal, ...more] = about
  const comparator = literal && present(literal.condition, ['above', 'atLeast', 'below', 'atMost'])[0]
  if (literal === undefined || comparator === undefined || more.length > 0 || literal.negated) return null
  const upwards = comparator === 'above' || comparator === 'atLeast'
  return { upwards, open: comparator === 'above' || comparator === 'below', limit: literal.condition[comparator]! }
}

/** An amber piece that lies inside a red one, for some allowed personal limits. The red one asks for nothing that amber does not. */
function turned(pathway: Examined, bands: Bands, amber: Piece, red: Piece): Draft | null {
  const [one, other] = [edgeOf(amber), edgeOf(red)]
  if (amber.threshold.level !== 'amber' || red.threshold.level !== 'red' || !asksMore(amber, red)) return null
  if (one === null || other === null || one.upwards !== other.upwards) return null
  const limits = firstWhere(pathway.definition, [amber, red], (some) => {
    const [amberAt, redAt] = [valueOf(one.limit, some), valueOf(other.limit, some)]
    return amberAt !== null && redAt !== null && (one.upwards ? amberAt > redAt : amberAt < redAt)
  })
  if (limits === null) return null
  const about = {
    amber: titled(pathway.definition, 'thresholds', amber.id),
    red: titled(pathway.definition, 'thresholds', red.id),
    amberAt: at(pathway, bands, one, limits),
    redAt: at(pathway, bands, other, limits),
  }
  const place = placeOf(pathway, limits, amber.path)
  return { ...draft(pathway, place, limits, 'turned', about), fix: fixFor(pathway, place.path, limits, [one, other]) }
}

const asksMore = (amber: Piece, red: Piece): boolean => {
  const asked = new Set(amber.others.map((literal) => JSON.stringify(literal)))
  return red.others.every((literal) => asked.has(JSON.stringify(literal)))
}

/** Between the low and the high piece nothing is left, for some allowed personal limits. */
function noneLeft(pathway: Examined, bands: Bands, low: Piece, high: Piece): Draft | null {
  const [one, other] = [edgeOf(low), edgeOf(high)]
  if (one === null || other === null || one.upwards || !other.upwards) return null
  if ([low, high].some(({ threshold }) => threshold.level === 'green') || low.context !== high.context) return null
  if (typeof one.limit === 'number' && typeof other.limit === 'number') return null
  const limits = firstWhere(pathway.definition, [low, high], (some) => {
    const [from, to] = [valueOf(one.limit, some), valueOf(other.limit, some)]
    const left = { from: from ?? -Infinity, openFrom: !one.open, to: to ?? Infinity, openTo: !other.open }
    return from !== null && to !== null && !hasValue(left, bands.domain.step)
  })
  if (limits === null) return null
  const about = {
    low: titled(pathway.definition, 'thresholds', low.id),
    high: titled(pathway.definition, 'thresholds', high.id),
    title: valueTitled(pathway.definition, bands.name),
    lowAt: at(pathway, bands, one, limits),
    highAt: at(pathway, bands, other, limits),
  }
  return draft(pathway, placeOf(pathway, limits, high.path), limits, 'noneLeft', about)
}

/** A piece that is there with the usual limits, and gone with others that are allowed. */
function gone(pathway: Examined, bands: Bands, piece: Piece): Draft | null {
  const { definition } = pathway
  const isThere = (some: PersonalLimits): boolean =>
    stretchesFor(bands.domain, piece.about, some).some((stretch) => hasValue(stretch, bands.domain.step))
  const [usual, ...others] = personalLimits(definition, piece.about)
  const limits = usual && isThere(usual) ? others.find((some) => !isThere(some)) : undefined
  if (limits === undefined) return null
  const about = { threshold: titled(definition, 'thresholds', piece.id) }
  return draft(pathway, placeOf(pathway, limits, piece.path), limits, 'never', about)
}

/** The first of the allowed personal limits for which `holds`; the usual ones come first. */
const firstWhere = (
  definition: PathwayDefinition,
  pieces: readonly Piece[],
  holds: (limits: PersonalLimits) => boolean,
): PersonalLimits | null =>
  personalLimits(
    definition,
    pieces.flatMap(({ about }) => about),
  ).find(holds) ?? null

const at = ({ definition }: Examined, { name }: Bands, { limit }: Edge, limits: PersonalLimits): BothLanguages =>
  valued(definition, name, tidy(valueOf(limit, limits) ?? 0))

/** With the usual limits the threshold itself is wrong; otherwise the bound of the personal limit that goes too far. */
function placeOf({ definition }: Examined, limits: PersonalLimits, path: string): { path: string; usual: boolean } {
  for (const [name, value] of limits) {
    const parameter = definition.parameters?.[name]
    if (parameter === undefined || value === parameter.default) continue
    const bound = value === parameter.to ? ['to'] : value === parameter.from ? ['from'] : []
    return { path: below('/parameters', name, ...bound), usual: false }
  }
  return { path, usual: true }
}

function draft(
  { definition }: Examined,
  { path, usual }: { path: string; usual: boolean },
  limits: PersonalLimits,
  kind: 'turned' | 'noneLeft' | 'never',
  about: Record<string, BothLanguages>,
): Draft {
  const set = unusual(definition, limits)
  const told = both((language) =>
    listed(
      set.map((limit) => limit[language]),
      language,
      'and',
    ),
  )
  const filling = { ...about, limits: set.length > 0 ? told : words.usual }
  return {
    path,
    severity: usual ? 'error' : 'warning',
    message: fill(words[kind], filling),
    example: fill(words[`${kind}Example`], filling),
  }
}

/** The bound that just keeps the order, where one personal limit meets a fixed number. */
function fixFor(pathway: Examined, path: string, limits: PersonalLimits, edges: [Edge, Edge]): Fix | undefined {
  const personal = edges.map(({ limit }) => limit).filter((limit) => typeof limit === 'object')
  const fixed = edges.map(({ limit }) => limit).find((limit) => typeof limit === 'number')
  const name = personal[0]?.parameter
  const parameter = pathway.definition.parameters?.[name ?? '']
  if (personal.length !== 1 || typeof fixed !== 'number' || parameter === undefined || limits.size !== 1)
    return undefined
  const bound = tidy(fixed - (personal[0]!.plus ?? 0))
  const allowed = path.endsWith('/to')
    ? bound >= parameter.default
    : path.endsWith('/from') && bound <= parameter.default
  return allowed && bound >= parameter.from && bound <= parameter.to ? pathway.replace(path, String(bound)) : undefined
}
