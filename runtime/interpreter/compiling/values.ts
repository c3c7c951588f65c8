/** What patients send: measurements and answers, with what each can be and how long it is remembered. */
import type { Item, Measurement, PathwayDefinition } from '../../../schemas/index.ts'
import { keepReadings, needs, type Kept } from '../condition/retention.ts'
import { staleOf } from '../condition/values.ts'
import type { CompiledMeasurement } from '../pathway.ts'
import { parseDuration } from '../time/duration.ts'

/** Everything that can be sent, by name. */
export function valuesOf(definition: PathwayDefinition): Map<string, CompiledMeasurement> {
  const measurements = Object.entries(definition.measurements).map(([name, measurement]) => ({
    name,
    ...measured(measurement),
  }))
  const items = Object.values(definition.questionnaires ?? {}).flatMap((questionnaire) =>
    Object.entries(questionnaire.items ?? {}).map(([name, item]) => ({ name, ...answered(item) })),
  )
  const values = [...measurements, ...items]
  return new Map(values.map((one) => [one.name, { ...one, stale: parseDuration(staleOf(definition, one.name)) }]))
}

type ValueKind = Omit<CompiledMeasurement, 'name' | 'stale'>

function measured({ type = 'number', precision = 1, plausible, panel }: Measurement): ValueKind {
  return {
    type,
    measured: type === 'number',
    precision,
    ...(plausible ? { plausible } : {}),
    ...(panel ? { panel } : {}),
  }
}

/** Answers to choose from, a whole number on a scale, or yes or no. */
function answered({ options, scale }: Item): ValueKind {
  const answer = { measured: false, precision: 1 }
  if (options) return { ...answer, type: 'choice', options: options.map((option) => option.answer) }
  return scale ? { ...answer, type: 'number', plausible: scale, whole: true } : { ...answer, type: 'boolean' }
}

/** How long readings are remembered: of all that is sent, and of the scores made of it. */
export function keptOf(definition: PathwayDefinition, sent: Iterable<string>): Map<string, Kept> {
  const names = [...sent, ...Object.keys(definition.scores ?? {})]
  const all = needs(definition)
  return new Map(names.map((name) => [name, keepReadings(definition, name, all)]))
}
