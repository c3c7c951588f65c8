/** Rule `shadowed-transition`: every transition can be taken, because none before it always goes first. */
import type { Transition } from '../../../schemas/index.ts'
import { fill } from '../say.ts'
import { longest, parseDuration } from '../time/duration.ts'
import type { StatePart, TransitionPart } from '../walk.ts'
import { impliedBy, leaves, livingStates, transitionsHere, triggerOf } from './reasoning/precedence.ts'
import { wayFor, witness } from './reasoning/witness.ts'
import { lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Deze overgang naar “{to}” wordt nooit genomen: als zij waar is, is {earlier} dat ook, en die gaat voor. Zet haar ervoor, maak de voorwaarde van de andere enger, of verwijder haar.',
    en: 'This transition to “{to}” is never taken: when it is true, so is {earlier}, and that one goes first. Put it before, narrow the condition of the other, or remove it.',
  },
  sooner: {
    nl: 'Deze overgang naar “{to}” wordt nooit genomen: na {after} is elke patiënt al naar “{first}”. Kies een kortere tijd, geef de andere een voorwaarde, of verwijder haar.',
    en: 'This transition to “{to}” is never taken: after {after} every patient has gone to “{first}”. Choose a shorter time, give the other a condition, or remove it.',
  },
  one: { nl: 'de overgang naar “{first}” (nummer {number})', en: 'the transition to “{first}” (number {number})' },
  several: { nl: 'een van de overgangen ervoor', en: 'one of the transitions before it' },
  example: {
    nl: 'Ook {patient} gaat vanuit “{state}” naar “{first}”, nooit naar “{to}”.',
    en: 'Also {patient} goes from “{state}” to “{first}”, never to “{to}”.',
  },
}

export const shadowedTransition: Rule = {
  code: 'shadowed-transition',
  check: (pathway) => {
    const live = new Set<string>()
    const found = new Map<string, Draft>()
    const implied = remembering(pathway)
    for (const state of livingStates(pathway)) {
      const here = transitionsHere(pathway, state)
      for (const [index, later] of here.entries()) {
        const before = shadowing(implied, here, index)
        if (before === null) live.add(later.path)
        else if (!found.has(later.path)) found.set(later.path, finding(pathway, state, before, later))
      }
    }
    // A state may have its own answer to what holds in every state: only what is taken nowhere is a mistake.
    return [...found].flatMap(([path, draft]) => (live.has(path) ? [] : [draft]))
  },
}

/** More earlier transitions than these are not taken together, only one by one. */
const MOST_TOGETHER = 12

type Implied = (later: TransitionPart, before: readonly TransitionPart[]) => boolean

/** States share transitions: what follows from what is worked out once. */
function remembering({ definition }: Examined): Implied {
  const known = new Map<string, boolean>()
  return (later, before) => {
    const key = [later, ...before].map(({ path }) => path).join(' ')
    const answer =
      known.get(key) ??
      impliedBy(
        definition,
        later.transition,
        before.map(({ transition }) => transition),
      )
    known.set(key, answer)
    return answer
  }
}

/** The transitions that always go before the one at `index` in a state; null when it can be taken there. */
function shadowing(implied: Implied, here: readonly TransitionPart[], index: number): TransitionPart[] | null {
  const later = here[index]!
  if (later.transition.to === undefined) return null
  const sooner = here.find((other) => other.state === later.state && comesSooner(other.transition, later.transition))
  if (sooner) return [sooner]
  const before = here
    .slice(0, index)
    .filter(({ transition }) => leaves(transition) && answersSame(transition, later.transition))
  const one = before.find((each) => implied(later, [each]))
  if (one) return [one]
  return before.length > 1 && before.length <= MOST_TOGETHER && implied(later, before) ? before : null
}

/** A month of 28 days, of one of 31: a period is shorter only when it is so in any month. */
const SHORTEST_MONTH = 0.9

/** After two weeks everybody is gone: nobody is there after four. */
const comesSooner = (one: Transition, other: Transition): boolean =>
  one.after !== undefined &&
  other.after !== undefined &&
  leaves(one) &&
  one.if === undefined &&
  longest(parseDuration(one.after)) < longest(parseDuration(other.after)) * SHORTEST_MONTH

/** The same trigger; of a decision, also open to everybody who may take the later one. */
const answersSame = (one: Transition, other: Transition): boolean =>
  triggerOf(one) === triggerOf(other) && (other.by ?? []).every((role) => one.by?.includes(role))

function finding({ definition }: Examined, state: StatePart, before: TransitionPart[], later: TransitionPart): Draft {
  const first = before[0]!
  const number = Number(first.id.split('/').at(-1)) + 1
  const about = {
    to: titled(definition, 'states', later.transition.to!),
    first: titled(definition, 'states', first.transition.to!),
    state: titled(definition, 'states', state.id),
    number,
  }
  const sooner = first.transition.after !== undefined && first.transition.after !== later.transition.after
  const message = sooner ? fill(words.sooner, { ...about, after: lasting(first.transition.after!) }) : null
  const earlier = before.length > 1 ? words.several : fill(words.one, about)
  const way = later.transition.if ? wayFor(definition, [later.transition.if]) : []
  const patient = witness(definition, way ?? [])
  // Without a trigger its alert and message still come: only the way is closed.
  const severity =
    triggerOf(later.transition) === '' && (later.transition.alert ?? later.transition.message) ? 'warning' : 'error'
  return {
    path: later.path,
    severity,
    message: message ?? fill(words.message, { ...about, earlier }),
    example: fill(words.example, { ...about, patient }),
  }
}
