/** Rule `competing-transitions`: where two transitions can be true at once, it is plain which of them is meant. */
import type { Condition, Threshold } from '../../../schemas/index.ts'
import { fill } from '../say.ts'
import { arrivalIn, type StatePart, type TransitionPart } from '../walk.ts'
import { asksOutdated } from './reasoning/outdated.ts'
import { impliedBy, leaves, livingStates, transitionsHere } from './reasoning/precedence.ts'
import type { Literal } from './reasoning/stretches.ts'
import { wayFor, witness } from './reasoning/witness.ts'
import { titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Deze overgang naar “{to}” kan bij dezelfde inzending waar worden als die naar “{first}” (nummer {number}), die dan voorgaat. Is dat de bedoeling, sluit de een dan uit in de voorwaarde van de ander.',
    en: 'This transition to “{to}” can become true at the same submission as the one to “{first}” (number {number}), which then goes first. When that is meant, rule the one out in the condition of the other.',
  },
  example: {
    nl: 'Bij {patient} in “{state}” zijn beide waar: de patiënt gaat naar “{first}”, niet naar “{to}”, alleen omdat die eerder staat.',
    en: 'For {patient} in “{state}” both are true: the patient goes to “{first}”, not to “{to}”, only because that one stands first.',
  },
}

/** After so many pairs the rest is not compared: no pathway that people can read has as many. */
const MOST_PAIRS = 400

export const competingTransitions: Rule = {
  code: 'competing-transitions',
  check: (pathway) => {
    const looked = new Map<string, Draft | null>()
    for (const state of livingStates(pathway)) {
      const here = transitionsHere(pathway, state).filter(
        ({ transition }) => leaves(transition) && bySubmission(transition),
      )
      for (const [index, later] of here.entries())
        for (const first of here.slice(0, index)) {
          const key = `${first.path} ${later.path}`
          if (!looked.has(key) && looked.size < MOST_PAIRS) looked.set(key, competing(pathway, state, first, later))
        }
    }
    const found = [...looked.values()].filter((draft) => draft !== null)
    return found.filter((draft) => draft === gravest(found, draft.path))
  },
}

/** Of one transition one finding: with the first that it competes with, silent ones before those that somebody hears of. */
const gravest = (found: readonly Draft[], path: string): Draft | undefined => {
  const some = found.filter((draft) => draft.path === path)
  return some.find(({ severity }) => severity === 'warning') ?? some[0]
}

/** Only these can become true at one submission: whatever else happens, happens by itself. */
const bySubmission = ({ threshold, completed, decision, event, after }: TransitionPart['transition']): boolean =>
  threshold !== undefined || (completed ?? decision ?? event ?? after) === undefined

function competing(pathway: Examined, state: StatePart, first: TransitionPart, later: TransitionPart): Draft | null {
  const { definition } = pathway
  const [one, other] = [first.transition, later.transition]
  if (arrivalIn(definition, one.to!) === arrivalIn(definition, other.to!)) return null
  if (isPlain(pathway, first, later)) return null
  const guards = [one.if, other.if].filter((guard) => guard !== undefined)
  const together = [...asked(pathway, first), ...asked(pathway, later)]
  const way = wayFor(definition, together, (some) => !asksOutdated(definition, guards, some))
  return way && finding(pathway, state, first, later, way)
}

/** What must be true for a transition to act. */
function asked({ definition }: Examined, { transition }: TransitionPart): Condition[] {
  const threshold = definition.thresholds?.[transition.threshold ?? '']
  return [threshold?.when, transition.if].filter((condition) => condition !== undefined)
}

/**
 * The order says what is meant when both wait for the same alert, when the first asks more than the second (the exception
 * before the rule), and when the first answers the graver alert. Of two red ones somebody is called at once, whatever the state.
 */
function isPlain(pathway: Examined, first: TransitionPart, later: TransitionPart): boolean {
  const { definition } = pathway
  const [one, other] = [first.transition.threshold, later.transition.threshold]
  if (one !== undefined && one === other) return true
  if (one !== undefined && other !== undefined && goesBefore(rankOf(pathway, one), rankOf(pathway, other))) return true
  const [exception, rule] = [first, later].map((part) => ({ if: { all: asked(pathway, part) } }))
  if (impliedBy(definition, exception!, [rule!])) return true
  // Then the second is never taken: rule shadowed-transition says so.
  return one === undefined && other === undefined && impliedBy(definition, rule!, [exception!])
}

const rank: Record<Threshold['level'], number> = { green: 1, amber: 2, red: 3 }

const goesBefore = (first: number, later: number): boolean => first > later || first === rank.red

const rankOf = ({ definition }: Examined, threshold: string): number =>
  rank[definition.thresholds?.[threshold]?.level ?? 'green']

function finding(
  { definition }: Examined,
  state: StatePart,
  first: TransitionPart,
  later: TransitionPart,
  way: Literal[],
): Draft {
  const about = {
    to: titled(definition, 'states', later.transition.to!),
    first: titled(definition, 'states', first.transition.to!),
    number: Number(first.id.split('/').at(-1)) + 1,
    state: titled(definition, 'states', state.id),
    patient: witness(definition, way),
  }
  // An alert is heard by somebody, who looks at the patient; of two silent moves nobody knows that there was a choice.
  const alerted = [first, later].some(({ transition }) => transition.threshold !== undefined)
  const severity = alerted ? 'hint' : 'warning'
  return { path: later.path, severity, message: fill(words.message, about), example: fill(words.example, about) }
}
