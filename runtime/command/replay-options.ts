/** The options of `replay`: which measure is which measurement, which decisions are played, what is known of whom. */
import { type Duration, parseDuration } from '../interpreter/time/duration.ts'
import type { Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import type { PlayedDecision } from '../simulation/replay/replay.ts'
import { Fault } from './fault.ts'

const names = (known: Iterable<string>): string => [...known].join(', ')

/** `sys=systolic,dia=diastolic`. Without it, the measures of the file are named as in the pathway. */
export function mapOf(text: string | undefined, { measurements }: Pathway): Map<string, string> {
  if (text === undefined) return new Map([...measurements.keys()].map((name) => [name, name]))
  const pairs = text.split(',').map((part): [string, string] => {
    const [, measure, name] = /^\s*([^=]+?)\s*=\s*([^=]+?)\s*$/.exec(part) ?? []
    if (!measure || !name) throw new Fault('replay.map', { part })
    if (!measurements.has(name)) throw new Fault('replay.map-unknown', { name, known: names(measurements.keys()) })
    return [measure, name]
  })
  return new Map(pairs)
}

/** `review=keep-treatment@3days`: three days after `review` began. */
export function decisionsOf(texts: string[], pathway: Pathway): PlayedDecision[] {
  return texts.map((part) => {
    const [, state, decision, amount, unit] = /^([^=]+)=([^@]+)@(\d+)\s*([a-z]+)$/.exec(part) ?? []
    const after = state && decision ? durationOf(`${Number(amount)} ${unit}`) : null
    if (!state || !decision || !after) throw new Fault('replay.decide', { part })
    const found = pathway.states.get(state)
    if (!found) throw new Fault('replay.decide-state', { name: state, known: names(pathway.states.keys()) })
    const known = found.transitions.flatMap(({ trigger }) => (trigger.type === 'decision' ? [trigger.decision] : []))
    if (!known.includes(decision)) throw new Fault('replay.decide-unknown', { state, decision, known: names(known) })
    return { state, decision, after }
  })
}

function durationOf(text: string): Duration | null {
  try {
    return parseDuration(text)
  } catch {
    return null
  }
}

export type Facts = (subject: string) => Record<string, Value>

/** A JSON object with the facts per subject: `{ "1b93": { "age": 61 } }`. */
export function factsOf(file: string, text: string, { definition }: Pathway): Facts {
  const known = Object.keys(definition.facts ?? {})
  const subjects = new Map(Object.entries(objectIn(text, file)))
  for (const facts of subjects.values()) {
    if (!isFacts(facts)) throw new Fault('replay.facts', { file })
    const unknown = Object.keys(facts).find((name) => !known.includes(name))
    if (unknown !== undefined) throw new Fault('replay.facts-unknown', { file, name: unknown, known: names(known) })
  }
  return (subject) => {
    const facts = subjects.get(subject)
    if (!isFacts(facts)) throw new Fault('replay.facts-missing', { file, subject })
    return facts
  }
}

function objectIn(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below, in words that help.
  }
  throw new Fault('replay.facts', { file })
}

const isFacts = (facts: unknown): facts is Record<string, Value> =>
  typeof facts === 'object' &&
  facts !== null &&
  !Array.isArray(facts) &&
  Object.values(facts).every((value) => ['number', 'boolean', 'string'].includes(typeof value))
