/** What a new part starts as: complete enough to be read, for the author to make it say what is meant. */
import type { Message, Parameter, PathwayDefinition, Route, Schedule, Threshold } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import { firstCondition } from './condition/change.ts'

export type Addable = 'thresholds' | 'parameters' | 'schedules' | 'routes' | 'messages'

type Part = Message | Parameter | Route | Schedule | Threshold

/** The first part of a kind, made from what the pathway has already. */
export function firstPart(collection: Addable, definition: PathwayDefinition): Part {
  switch (collection) {
    case 'thresholds':
      return threshold(definition)
    case 'parameters':
      return parameter(definition)
    case 'schedules':
      return { measure: Object.keys(definition.measurements).slice(0, 1), every: '1 day', windows: ['08:00-10:00'] }
    case 'routes':
      return [{ to: firstOf(definition.parties), by: 'worklist', within: '1 day', repeat: true }]
    case 'messages':
      return { to: 'patient', text: { nl: text('message.first-dutch'), en: text('message.first-english') } }
  }
}

/** `threshold`, `threshold-2`, …: a name that nothing in the collection has. */
export function freeName(collection: Addable, definition: PathwayDefinition): string {
  const taken = new Set(Object.keys(definition[collection] ?? {}))
  const stem = collection.slice(0, -1)
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`
    if (!taken.has(name)) return name
  }
}

function threshold(definition: PathwayDefinition): Threshold {
  return { level: 'green', route: firstOf(definition.routes), when: firstCondition(definition) }
}

/** A limit needs a measurement of numbers; it starts in the middle of what is plausible. */
function parameter(definition: PathwayDefinition): Parameter {
  const [measurement, { plausible }] = numeric(definition)
  const { from = 0, to = 100 } = plausible ?? {}
  return { measurement, default: Math.round((from + to) / 2), from, to, setBy: [firstOf(definition.parties)] }
}

function numeric(definition: PathwayDefinition) {
  return Object.entries(definition.measurements).find(([, { type }]) => type !== 'boolean') ?? (['', {}] as const)
}

function firstOf(parts: object): string {
  return Object.keys(parts)[0] ?? ''
}
