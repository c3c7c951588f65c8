/** Holes between bands: values that no threshold answers for, although it does for lower and for higher ones. */
import type { PathwayDefinition, Threshold } from '../../../../schemas/index.ts'
import type { Bands, Numbers, Piece } from './bands.ts'
import { personalLimits, stretchesFor } from './satisfiable.ts'
import { hasValue, type PersonalLimits, type Stretch } from './stretches.ts'

/** So many combinations of personal limits are looked at. */
const MOST_LIMITS = 40

/** `below` and `above` are the bands on either side, with the stretch in which each fires. */
export type Hole = { hole: Stretch; below: Band; above: Band; limits: PersonalLimits }

export type Band = { piece: Piece; stretch: Stretch }

/** The holes in `bands` for somebody of whom `context` is true, or of whom nothing is known; with the usual personal limits first. */
export function holesIn(definition: PathwayDefinition, bands: Bands, context: string): Hole[] {
  const pieces = bands.pieces.filter((piece) => piece.context === '' || piece.context === context)
  const found = new Map<string, Hole>()
  const about = pieces.flatMap((piece) => piece.about)
  for (const limits of personalLimits(definition, about).slice(0, MOST_LIMITS))
    for (const hole of holesFor(bands.domain, pieces, limits)) {
      const key = `${hole.below.piece.path} ${hole.above.piece.path}`
      if (!found.has(key)) found.set(key, hole)
    }
  return [...found.values()]
}

function holesFor(domain: Numbers, pieces: readonly Piece[], limits: PersonalLimits): Hole[] {
  const bands = inOrder(domain, pieces, limits)
  const between = gapsBetween(domain, bands).map((gap) => ({ ...gap, limits }))
  const normal = pieces.some(({ threshold }) => threshold.level === 'green') ? null : normalOf(domain, bands, between)
  return between.filter((gap) => gap !== normal && (isNarrow(domain, gap) || climbs(gap)))
}

function inOrder(domain: Numbers, pieces: readonly Piece[], limits: PersonalLimits): Band[] {
  return pieces
    .flatMap((piece) => stretchesFor(domain, piece.about, limits).map((stretch) => ({ piece, stretch })))
    .filter(({ stretch }) => hasValue(stretch, domain.step))
    .toSorted(
      (one, other) =>
        one.stretch.from - other.stretch.from || Number(one.stretch.openFrom) - Number(other.stretch.openFrom),
    )
}

/** What is left between bands in order, each with the band that reaches it from below and the one that begins above it. */
function gapsBetween({ step }: Numbers, [first, ...others]: Band[]): Omit<Hole, 'limits'>[] {
  const gaps: Omit<Hole, 'limits'>[] = []
  if (first === undefined) return gaps
  let reach = first
  for (const band of others) {
    const hole = between(reach.stretch, band.stretch)
    if (hasValue(hole, step)) gaps.push({ hole, below: reach, above: band })
    const [one, other] = [reach.stretch, band.stretch]
    if (other.to > one.to || (other.to === one.to && one.openTo)) reach = band
  }
  return gaps
}

const between = (one: Stretch, other: Stretch): Stretch => ({
  from: one.to,
  openFrom: !one.openTo,
  to: other.from,
  openTo: !other.openFrom,
})

const rank: Record<Threshold['level'], number> = { green: 1, amber: 2, red: 3 }

/**
 * The stretch in which nothing is the matter is a hole too: the one with the mildest bands around it, and of those the widest.
 * It may also lie below or above all bands: then none of the holes between them is meant. Null when it is not between bands.
 */
function normalOf<Gap extends Omit<Hole, 'limits'>>(
  domain: Numbers,
  bands: readonly Band[],
  gaps: readonly Gap[],
): Gap | null {
  const outer = [
    ...bands.slice(0, 1).filter(({ stretch }) => hasValue(between(start(domain), stretch), domain.step)),
    ...highest(domain, bands),
  ]
  const mildestOuter = Math.min(Infinity, ...outer.map(({ piece }) => rank[piece.threshold.level]))
  const around = ({ below, above }: Gap): number =>
    rank[below.piece.threshold.level] + rank[above.piece.threshold.level]
  const [normal] = gaps.toSorted(
    (one, other) => around(one) - around(other) || widthOf(domain, other.hole) - widthOf(domain, one.hole),
  )
  return normal !== undefined && around(normal) < mildestOuter ? normal : outer.length === 0 ? (normal ?? null) : null
}

const start = ({ from }: Numbers): Stretch => ({ from, openFrom: true, to: from, openTo: true })

/** The band that reaches highest, when values remain above it. */
function highest(domain: Numbers, bands: readonly Band[]): Band[] {
  const [top] = bands.toSorted((one, other) => other.stretch.to - one.stretch.to)
  const rest = top && { from: top.stretch.to, openFrom: !top.stretch.openTo, to: domain.to, openTo: false }
  return top && rest && hasValue(rest, domain.step) ? [top] : []
}

/** Narrower than the bands around it: nobody leaves that out on purpose. */
const isNarrow = (domain: Numbers, { hole, below, above }: Omit<Hole, 'limits'>): boolean =>
  widthOf(domain, hole) <= Math.min(widthOf(domain, below.stretch), widthOf(domain, above.stretch)) + 1e-9

/** Two alarms of different weight with nothing between them: on the way from one to the other it cannot be better. */
const climbs = ({ below, above }: Omit<Hole, 'limits'>): boolean => {
  const [one, other] = [below.piece.threshold.level, above.piece.threshold.level]
  return one !== 'green' && other !== 'green' && one !== other
}

/** How much a stretch holds: in steps where there are steps. */
const widthOf = ({ step }: Numbers, { from, to, openFrom, openTo }: Stretch): number =>
  step === null ? to - from : (to - from) / step + 1 - Number(openFrom) - Number(openTo)
