/** From a condition to what a patient sends to make it true, just on the limit; and what is just not enough. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import { alternatives, type Literal } from '../../interpreter/rules/reasoning/satisfiable.ts'
import { holds } from './holds.ts'
import { scoreValues } from './score.ts'
import { candidatesOf, LEVELS, stepOf, tidy, turnsOf } from './values.ts'

/** `first` is sent before, where a change is asked; `values` make it true; `short` is one step less, absent when there is no such thing. */
export type Sending = { first?: Record<string, Value>; values: Record<string, Value>; short?: Record<string, Value> }

/** More alternatives of one condition are not tried. */
const MOST = 24

/** One for each way in which the condition can come true. Without a condition, one that sends nothing in particular. */
export function sendingsFor(
  definition: PathwayDefinition,
  condition: Condition | undefined,
  calm: Map<string, Value>,
): Sending[] {
  if (!condition) return [{ values: {} }]
  const all = alternatives(condition) ?? []
  return all.slice(0, MOST).flatMap((literals) => sendingFor(definition, literals, calm) ?? [])
}

function sendingFor(definition: PathwayDefinition, literals: Literal[], calm: Map<string, Value>): Sending | null {
  const sending: Required<Sending> = { first: {}, values: {}, short: {} }
  for (const [name, group] of byValue(literals)) {
    const found = levelOf(definition, name, group)
    if (found === null) return null
    Object.assign(sending.values, { [name]: found.value })
    if (found.short !== undefined && Object.keys(sending.short).length === 0) sending.short = { [name]: found.short }
  }
  for (const literal of literals) addChange(definition, literal, calm, sending)
  const { first, values, short } = sending
  return {
    values,
    ...(Object.keys(first).length > 0 ? { first } : {}),
    ...(Object.keys(short).length > 0 ? { short: { ...values, ...short } } : {}),
  }
}

/** Literals that one value sent over and over decides, by the name of that value. */
function byValue(literals: Literal[]): Map<string, Literal[]> {
  const groups = new Map<string, Literal[]>()
  for (const literal of literals) {
    const name = levelName(literal.condition)
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), literal])
  }
  return groups
}

const levelName = (condition: Condition): string | undefined =>
  LEVELS.flatMap((level) => condition[level] ?? [])[0] ?? condition.count

/** The value nearest to a limit that makes all of them true, and its neighbour that does not. Null when there is none. */
function levelOf(
  definition: PathwayDefinition,
  name: string,
  group: Literal[],
): { value: Value; short?: Value } | null {
  const candidates = candidatesOf(definition, name)
  const fits = (value: Value) => group.every((one) => holds(definition, one.condition, value) !== one.negated)
  const turns = group.flatMap(({ condition }) => turnsOf(definition, condition))
  const far = (value: Value) =>
    typeof value === 'number' ? Math.min(...turns.map((turn) => Math.abs(turn - value)), Infinity) : 0
  const [value] = candidates.filter(fits).toSorted((one, other) => far(one) - far(other))
  if (value === undefined) return null
  const step = stepOf(definition, name)
  const beside = typeof value === 'number' ? [tidy(value - step), tidy(value + step)] : candidates
  const short = beside.find((one) => candidates.includes(one) && !fits(one))
  return short === undefined ? { value } : { value, short }
}

/** A change is from what is calm to just so much more or less; a score is made by what it is computed from. */
function addChange(
  definition: PathwayDefinition,
  { condition, negated }: Literal,
  calm: Map<string, Value>,
  sending: Required<Sending>,
): void {
  if (condition.score !== undefined)
    return void Object.assign(sending.values, scoreValues(definition, condition, negated, calm))
  const name = condition.rise ?? condition.fall ?? condition.deviation ?? condition.slope
  const [turn] = turnsOf(definition, condition)
  const usual = name === undefined ? undefined : calm.get(name)
  if (negated || name === undefined || turn === undefined || typeof usual !== 'number') return
  const size = condition.percent ? (usual * turn) / 100 : turn
  const strict = condition.above !== undefined ? 1 : condition.below !== undefined ? -1 : 0
  const [step, way] = [stepOf(definition, name), condition.fall === undefined ? 1 : -1]
  const raised = Math.ceil(Math.abs(size) / step - 1e-9) * Math.sign(size || 1)
  sending.first[name] = usual
  sending.values[name] = tidy(usual + way * (raised + strict) * step)
  if (!Object.keys(sending.short).length) sending.short[name] = tidy(usual + way * (raised + strict - 1) * step)
}
