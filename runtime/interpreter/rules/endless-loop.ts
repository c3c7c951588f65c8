/** Rule `endless-loop`: the pathway comes to rest, and does not keep sending messages or alerts by itself. */
import type { Condition } from '../../../schemas/index.ts'
import type { BothLanguages } from '../problem.ts'
import { fill } from '../say.ts'
import { DAY } from '../time/zone.ts'
import { lived, statesIn } from '../walk.ts'
import { ordinaryLength } from './reasoning/delivery.ts'
import { automaticMoves, rounds, triggerOf, type Move, type Round } from './reasoning/loops.ts'
import { alternatives, possible, type Literal } from './reasoning/satisfiable.ts'
import { leafStatesOf } from './reasoning/walked.ts'
import { witness } from './reasoning/witness.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  endless: {
    nl: 'Deze overgangen kunnen op hetzelfde moment waar zijn en gaan in een kring: {way}. De patiënt komt dan nergens aan. Maak de voorwaarden zo dat ze elkaar uitsluiten, of voeg “inState” of een besluit toe.',
    en: 'These transitions can be true at the same moment and go round: {way}. The patient then arrives nowhere. Make the conditions exclude one another, or add “inState” or a decision.',
  },
  endlessExample: {
    nl: '{patient}: het zorgpad blijft op één moment rondgaan, {way}, en opnieuw.',
    en: '{patient}: the pathway keeps going round at one moment, {way}, and again.',
  },
  often: {
    nl: 'Deze overgangen gaan vanzelf in een kring ({way}) en sturen elke ronde iets: vaker dan een keer per dag, zonder einde. Maak de wachttijd langer, of stuur het bericht niet elke ronde.',
    en: 'These transitions go round by themselves ({way}) and send something each round: more than once a day, without end. Make the wait longer, or do not send it each round.',
  },
  oftenExample: {
    nl: 'Een patiënt in “{state}” bij wie niemand iets doet, geeft of krijgt in een week {number} berichten en meldingen.',
    en: 'A patient in “{state}” for whom nobody does anything causes or gets {number} messages and alerts in a week.',
  },
}

export const endlessLoop: Rule = {
  code: 'endless-loop',
  check: (pathway) => {
    if (pathway.broken('/states')) return []
    const moves = automaticMoves(pathway)
    return [...explosions(pathway, moves), ...tooOften(pathway, moves)]
  },
}

/** Rounds of conditions alone: all true at once, and nothing stops them. */
function explosions(pathway: Examined, moves: Map<string, Move[]>): Draft[] {
  const bare = (move: Move): boolean => triggerOf(move) === null && move.transition.if !== undefined
  const candidates = [...rounds(moves, (move) => bare(move) && move.from !== move.to), ...pairs(moves, bare)]
  return firsts(candidates).flatMap((round) => {
    const patient = patientGoingRound(pathway, round)
    if (patient === null) return []
    const about = { way: wayOf(pathway, round), patient }
    const message = fill(words.endless, about)
    return [{ path: round[0]!.path, message, example: fill(words.endlessExample, about) }]
  })
}

/** Two transitions of a state to itself: each makes the other act anew. */
const pairs = (moves: Map<string, Move[]>, fits: (move: Move) => boolean): Round[] =>
  [...moves.values()].flatMap((some) => {
    const [first, second] = some.filter((move) => move.from === move.to && fits(move))
    return first && second ? [[first, second]] : []
  })

/** One round for each transition that begins one: a transition of every state would otherwise be named for each of them. */
const firsts = (all: Round[]): Round[] => [
  ...new Map(all.toReversed().map((round) => [round[0]!.path, round])).values(),
]

/** A patient for whom every move of the round is true and goes first; null when there is none. */
function patientGoingRound(pathway: Examined, round: Round): BothLanguages | null {
  const truths = round.flatMap(({ transition }) => (transition.if ? [transition.if] : []))
  const earlier = round.flatMap(({ before }) =>
    before.flatMap((move) =>
      triggerOf(move) === null && move.transition.if && !truths.includes(move.transition.if)
        ? [move.transition.if]
        : [],
    ),
  )
  const whole: Condition = { all: [...truths, ...earlier.map((not): Condition => ({ not }))] }
  const way = alternatives(whole)?.find(
    (literals) => lasting(pathway, round, literals) && possible(pathway.definition, literals),
  )
  return way ? witness(pathway.definition, way) : null
}

/** Whether what must be true is still so after a move: a stay begins anew, and so does a schedule that does not run everywhere. */
function lasting(pathway: Examined, round: Round, literals: readonly Literal[]): boolean {
  const schedules = leafStatesOf(pathway)
    .filter(({ id }) => round.some(({ from }) => from === id))
    .map((part) => lived(part).schedules ?? [])
  return literals.every(({ condition: { inState, missed, adherence }, negated }) => {
    const schedule = missed ?? adherence
    if (inState !== undefined) return negated
    return negated || schedule === undefined || schedules.every((some) => some.includes(schedule))
  })
}

/** Rounds that take some time, but less than a day for each thing that they send. */
function tooOften(pathway: Examined, moves: Map<string, Move[]>): Draft[] {
  const timed = rounds(moves, ({ transition }) => transition.threshold === undefined)
  return firsts(timed).flatMap((round) => {
    const time = round.reduce((sum, move) => sum + waitOf(pathway, move), 0)
    const sent = round.reduce((sum, move) => sum + sentBy(pathway, move), 0)
    if (time === 0 || sent === 0 || (sent * DAY) / time <= 1) return []
    const about = {
      way: wayOf(pathway, round),
      state: titled(pathway.definition, 'states', round[0]!.from),
      number: Math.floor((7 * DAY * sent) / time),
    }
    const message = fill(words.often, about)
    return [{ path: round[0]!.path, severity: 'warning', message, example: fill(words.oftenExample, about) }]
  })
}

/** How long a move waits, in milliseconds; a condition may be true at once. */
function waitOf({ definition }: Examined, { transition: { after, completed } }: Move): number {
  const duration = after ?? definition.schedules?.[completed ?? '']?.for
  return duration === undefined ? 0 : ordinaryLength(duration)
}

/** The messages to the patient and the alerts of one move, those of the state that it enters included. */
function sentBy({ definition }: Examined, { to, transition: { message, alert } }: Move): number {
  const entered = statesIn(definition).find(({ id }) => id === to)?.state.enter ?? []
  const messages = [message, ...entered.map((one) => one.message)].filter(
    (name) => name !== undefined && definition.messages?.[name]?.to === 'patient',
  )
  return messages.length + (alert === undefined ? 0 : 1)
}

/** “Meten” → “Stabiel” → “Meten”. */
const wayOf = ({ definition }: Examined, round: Round): BothLanguages =>
  both((language) =>
    [round[0]!.from, ...round.map(({ to }) => to)]
      .map((state) => `“${titled(definition, 'states', state)[language]}”`)
      .join(' → '),
  )
