/** Ranges that end before they begin, and hours that end as they begin. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { say } from '../say.ts'
import { conditionsIn, isObject, objectsIn, partsOf } from '../walk.ts'
import type { ShapeFinding } from './shape.ts'

/** Every range, window and calendar that ends before it begins. */
export const orderFindings = (definition: PathwayDefinition): ShapeFinding[] => [
  ...ranges(definition).flatMap(([path, range]) => rangeFinding(path, range) ?? []),
  ...objectsIn(definition.parameters).flatMap(
    ([id, parameter]) => defaultFinding(below('/parameters', id), parameter) ?? [],
  ),
  ...objectsIn(definition.schedules).flatMap(([id, { windows }]) =>
    windowFindings(below('/schedules', id, 'windows'), windows),
  ),
  ...objectsIn(definition.calendars).flatMap(
    ([id, { from, to }]) => clockFinding(below('/calendars', id, 'to'), from, to) ?? [],
  ),
]

type Range = { from?: unknown; to?: unknown }

const ranges = (definition: PathwayDefinition): [path: string, range: Range][] => [
  ...objectsIn(definition.facts).map(([id, fact]): [string, Range] => [below('/facts', id), fact]),
  ...objectsIn(definition.parameters).map(([id, parameter]): [string, Range] => [below('/parameters', id), parameter]),
  ...objectsIn(definition.measurements).map(([id, { plausible }]): [string, Range] => [
    below('/measurements', id, 'plausible'),
    plausible ?? {},
  ]),
  ...scoreRanges(definition),
  ...conditionsIn(definition)
    .flatMap(partsOf)
    .flatMap(({ path, condition }): [string, Range][] => [
      [below(path, 'between'), condition.between ?? {}],
      [below(path, 'where', 'between'), condition.where?.between ?? {}],
    ]),
]

/** Scales of items, and the stretches of bands and outcomes. */
const scoreRanges = (definition: PathwayDefinition): [path: string, range: Range][] => [
  ...objectsIn(definition.questionnaires).flatMap(([name, { items }]) =>
    objectsIn(items).map(([id, { scale }]): [string, Range] => [
      below('/questionnaires', name, 'items', id, 'scale'),
      scale ?? {},
    ]),
  ),
  ...objectsIn(definition.scores).flatMap(([name, { inputs, outcomes }]) => [
    ...objectsIn(inputs).flatMap(([key, { bands }]) => between(below('/scores', name, 'inputs', key, 'bands'), bands)),
    ...between(below('/scores', name, 'outcomes'), outcomes),
  ]),
]

const between = (path: string, list: { between?: Range }[] | undefined): [path: string, range: Range][] =>
  objectsIn(list).map(([index, one]) => [below(path, index, 'between'), one.between ?? {}])

function rangeFinding(path: string, range: Range): ShapeFinding | null {
  const { from, to } = isObject(range) ? range : {}
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return null
  return { code: 'order', path: below(path, 'to'), drop: path, message: say('order', { from, to }) }
}

function defaultFinding(
  path: string,
  { default: usual, from, to }: { default?: unknown; from?: unknown; to?: unknown },
): ShapeFinding | null {
  if (typeof usual !== 'number' || typeof from !== 'number' || typeof to !== 'number' || from > to) return null
  if (usual >= from && usual <= to) return null
  return { code: 'order', path: below(path, 'default'), message: say('default-outside', { usual, from, to }) }
}

const windowFindings = (path: string, windows: unknown): ShapeFinding[] =>
  (Array.isArray(windows) ? windows : []).flatMap((window: unknown, index) => {
    const [from, to] = typeof window === 'string' ? window.split('-') : []
    return clockFinding(below(path, index), from, to) ?? []
  })

const clock = /^\d\d:\d\d$/

/** Hours that end before they begin run past midnight; hours that end as they begin are none. */
function clockFinding(path: string, from: unknown, to: unknown): ShapeFinding | null {
  if (typeof from !== 'string' || typeof to !== 'string' || !clock.test(from) || !clock.test(to) || from !== to)
    return null
  return { code: 'order', path, drop: path, message: say('order-clock', { from }) }
}
