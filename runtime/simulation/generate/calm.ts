/** What a patient sends to whom nothing is the matter: values of which as few conditions as possible come true. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { conditionsIn, partsOf } from '../../interpreter/walk.ts'
import { holds } from './holds.ts'
import { candidatesOf, LEVELS } from './values.ts'

/** For every measurement and item one value; thresholds weigh most, then bands that give points, then guards. */
export function calmValues(definition: PathwayDefinition): Map<string, Value> {
  const names = [
    ...Object.keys(definition.measurements),
    ...Object.values(definition.questionnaires ?? {}).flatMap(({ items }) => Object.keys(items)),
  ]
  return new Map(names.flatMap((name) => calmest(definition, name) ?? []).map(({ name, value }) => [name, value]))
}

function calmest(definition: PathwayDefinition, name: string): { name: string; value: Value }[] {
  const weighed = candidatesOf(definition, name).map((value) => ({
    name,
    value,
    weight: alarm(definition, name, value),
  }))
  const least = Math.min(...weighed.map(({ weight }) => weight))
  const calm = weighed.filter(({ weight }) => weight === least)
  return calm.slice(Math.floor((calm.length - 1) / 2)).slice(0, 1)
}

const WEIGHTS = { threshold: 100, guard: 1, score: 0, inclusion: 0, indicator: 0 }

function alarm(definition: PathwayDefinition, name: string, value: Value): number {
  const conditions = conditionsIn(definition).flatMap((root) =>
    partsOf(root)
      .filter(({ condition }) => LEVELS.some((level) => condition[level] === name))
      .map(({ condition }) => (holds(definition, condition, value) ? WEIGHTS[root.use] : 0)),
  )
  return conditions.reduce((sum, weight) => sum + weight, 0) + 10 * pointsOf(definition, name, value)
}

/** What the value adds to scores. */
function pointsOf(definition: PathwayDefinition, name: string, value: Value): number {
  const inputs = Object.values(definition.scores ?? {}).flatMap((score) => Object.values(score.inputs ?? {}))
  const about = inputs.filter(({ measurement, answer }) => [measurement, answer].includes(name))
  const given = about.map(({ bands }) => {
    const band = bands?.find((one) => holds(definition, one as never, value))
    return bands ? (band?.points ?? 0) : typeof value === 'number' ? value : 0
  })
  return given.reduce((sum, points) => sum + points, 0)
}
