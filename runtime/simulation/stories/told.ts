/** Stories as they are played: with what is known of the patient, whom they may only name. */
import type { Cast, Facts, OtherPathway, Scenarios, Story } from '../../../schemas/generated/scenarios.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { own } from '../../interpreter/own.ts'

/** Everything that is known at registration stands in `facts`. */
export type Told = Omit<Story, 'patient' | 'facts' | 'also'> & {
  facts?: Record<string, Value>
  also?: (Omit<OtherPathway, 'facts'> & { facts?: Record<string, Value> })[]
}

/** The part of a file that names its patients, rather than a story. */
export const isCast = (part: Story | Cast): part is Cast => Object.hasOwn(part, 'patients')

/** The patients at the top of a file. */
export const castOf = ([first]: Scenarios): Cast['patients'] => (first && isCast(first) ? first.patients : {})

/** The stories of a file with their places in it: `[2, …]` is the story at `/2`. */
export const storiesIn = (parts: Scenarios): [index: number, story: Story][] =>
  [...parts.entries()].flatMap(([index, part]): [number, Story][] => (isCast(part) ? [] : [[index, part]]))

/** A story with the facts of its patient; what it says itself goes first, and null means not known. */
export function toldOf({ patient, facts, also, ...story }: Story, cast: Cast['patients']): Told {
  const known = patient === undefined && facts === undefined ? undefined : { ...own(cast, patient ?? ''), ...facts }
  return {
    ...story,
    ...(known ? { facts: knownIn(known) } : {}),
    ...(also ? { also: also.map((one) => ({ ...one, facts: knownIn(one.facts ?? {}) })) } : {}),
  }
}

const knownIn = (facts: Facts): Record<string, Value> =>
  Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Value] => entry[1] !== null))
