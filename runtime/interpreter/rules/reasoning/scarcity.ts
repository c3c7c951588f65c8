/** Whether the schedules that run where a condition is looked at can deliver what it asks for. */
import type { Condition, Limit, PathwayDefinition } from '../../../../schemas/index.ts'
import type { Filling } from '../../say.ts'
import { fill } from '../../say.ts'
import { below } from '../../pointer.ts'
import { HOUR } from '../../time/zone.ts'
import { objectsIn, type ConditionPart, type ConditionRoot, type StatePart } from '../../walk.ts'
import type { Draft, Examined } from '../rule.ts'
import { mostWindows, shortestGap } from './delivery.ts'
import { words } from './scarcity-words.ts'
import { missingTogether } from './together.ts'
import { valueTitled } from './values.ts'
import { leafStatesOf } from './walked.ts'
import { delivery, runningIn, schedulesAsking, statesBefore, watchingStates } from './watching.ts'
import { allTitled, lasting, titled } from './wording.ts'

/** Of the readings that can come, this part may be asked for without a remark: patients miss some. */
const USUAL_SHARE = 0.8

export type Scarcity = Draft & { condition: Condition }

/** What a condition asks for and cannot get (an error, or a warning when another stay may bring it), or only just (a hint); null otherwise. */
export function scarcity(pathway: Examined, root: ConditionRoot, part: ConditionPart): Scarcity | null {
  if (['/schedules', '/states', '/scores', '/questionnaires'].some(pathway.broken)) return null
  const states = watchingStates(pathway, root)
  if (states.length === 0) return null
  const draft =
    fewReadings(pathway, states, part) ??
    fewWindows(pathway, states, part) ??
    inputsApart(pathway, states, part) ??
    tooClose(pathway, states, part)
  return draft && { ...draft, condition: part.condition }
}

/** The value whose readings a condition looks back at. */
const lookedBackAt = ({ mean, median, min, max, rise, fall, slope, count }: Condition): string | undefined =>
  mean ?? median ?? min ?? max ?? rise ?? fall ?? slope ?? count

/** How many readings must be there, and which key says so. A change needs one before and one after; so many of them must fit a count. */
function asked({ definition }: Examined, condition: Condition): { needed: number; key: keyof Condition } {
  const { readings = 1, rise, fall, slope, count } = condition
  const two = rise !== undefined || fall !== undefined || slope !== undefined
  const least = two ? Math.max(2, readings) : readings
  const counted = count === undefined ? null : atLeastOf(definition, condition)
  if (counted && counted.number > least) return { needed: counted.number, key: counted.key }
  return { needed: least, key: condition.readings === undefined ? 'over' : 'readings' }
}

/** The smallest number for which a condition can be true, with its key; null when small numbers are what it is about. */
function atLeastOf(
  { parameters }: PathwayDefinition,
  { above, atLeast, between, is }: Condition,
): { number: number; key: keyof Condition } | null {
  const lowest = (limit: Limit): number =>
    typeof limit === 'number' ? limit : (parameters?.[limit.parameter]?.from ?? 0) + (limit.plus ?? 0)
  if (atLeast !== undefined) return { number: Math.ceil(lowest(atLeast)), key: 'atLeast' }
  if (above !== undefined) return { number: Math.floor(lowest(above)) + 1, key: 'above' }
  if (between !== undefined) return { number: Math.ceil(between.from), key: 'between' }
  return typeof is === 'number' ? { number: is, key: 'is' } : null
}

function fewReadings(
  pathway: Examined,
  states: readonly StatePart[],
  { path, condition }: ConditionPart,
): Draft | null {
  const { over } = condition
  const value = lookedBackAt(condition)
  if (value === undefined || over === undefined) return null
  const { needed, key } = asked(pathway, condition)
  return tooFew(pathway, states, { value, over, needed, at: below(path, key), stated: key !== 'over' })
}

/** So many readings of a value within a time; `stated` says that the author wrote the number, at `at`. */
type Wanted = { value: string; over: string; needed: number; at: string; stated: boolean }

function tooFew(
  pathway: Examined,
  states: readonly StatePart[],
  { value, over, needed, at, stated }: Wanted,
): Draft | null {
  const best = delivery(pathway, states, value, over)
  if (best === null || needed <= best.readings * USUAL_SHARE) return null
  const about = {
    over: lasting(over),
    schedule: titled(pathway.definition, 'schedules', best.id),
    most: best.readings,
    delivered: fill(best.readings === 1 ? words.oneReading : words.readings, { number: best.readings }),
    needed,
    name: valueTitled(pathway.definition, value),
  }
  const missed = best.readings - needed + 1
  // All of one or two readings is no more than measuring at all.
  if (missed > 0) return stated && needed > 2 ? draft('hint', at, 'nearly', { ...about, missed }) : null
  const before = delivery(pathway, statesBefore(pathway, states), value, over)
  const perhaps = best.oneStay || needed <= best.readings + (before?.readings ?? 0)
  const fix = best.readings > 0 && at.endsWith('/readings') ? pathway.replace(at, String(best.readings)) : undefined
  return { ...draft(perhaps ? 'warning' : 'error', at, 'many', about), fix }
}

/** Baselines that are never made, because fewer readings come before they are taken than they need. */
export const scarceBaselines = (pathway: Examined): Draft[] =>
  objectsIn(pathway.definition.baselines).flatMap(([id, { of, over, readings, taken }]) => {
    if (of === undefined || readings === undefined || pathway.broken('/schedules')) return []
    const { completed, entering } = taken ?? {}
    const states = leafStatesOf(pathway).filter(
      (part) => completed === undefined || runningIn(pathway, part).some(([name]) => name === completed),
    )
    const before =
      entering === undefined
        ? states
        : statesBefore(
            pathway,
            states.filter((part) => part.id === entering),
          )
    const at = below('/baselines', id, 'readings')
    return tooFew(pathway, before, { value: of, over, needed: readings, at, stated: true }) ?? []
  })

type Kind = 'many' | 'nearly' | 'windows' | 'idle' | 'apart' | 'close'

const draft = (
  severity: Draft['severity'] & string,
  path: string,
  kind: Kind,
  about: Record<string, Filling>,
): Draft => ({
  path,
  severity,
  message: fill(words[kind], about),
  example: fill(words[`${kind}Example`], about),
})

/** Windows of a schedule that does not run there, or more missed ones than there are. */
function fewWindows(pathway: Examined, states: readonly StatePart[], { path, condition }: ConditionPart): Draft | null {
  const { missed, adherence, over } = condition
  const id = missed ?? adherence
  const schedule = pathway.definition.schedules?.[id ?? '']
  if (id === undefined || schedule === undefined) return null
  const about = { schedule: titled(pathway.definition, 'schedules', id) }
  if (!states.some((part) => runningIn(pathway, part).some(([name]) => name === id))) {
    const titles = allTitled(
      pathway.definition,
      'states',
      states.map((part) => part.id),
    )
    return draft('error', path, 'idle', { ...about, states: titles })
  }
  const needed = missed === undefined ? null : atLeastOf(pathway.definition, condition)
  const most = mostWindows(schedule, over)
  if (needed === null || most === null || needed.number <= most) return null
  const period = lasting(over ?? schedule.for ?? '')
  return draft('error', below(path, needed.key), 'windows', { ...about, over: period, most, needed: needed.number })
}

function inputsApart(
  pathway: Examined,
  states: readonly StatePart[],
  { path, condition }: ConditionPart,
): Draft | null {
  const { score } = condition
  if (score === undefined) return null
  const lacking = missingTogether(pathway, states, score)
  if (lacking === null) return null
  const definition = pathway.definition
  const missing = valueTitled(definition, lacking.missing)
  const within = lasting(definition.scores?.[score]?.within ?? '30 minutes')
  return draft('error', path, 'apart', { score: valueTitled(definition, score), missing, within })
}

/** Readings that must follow one another faster than the schedule lets them. More may always come, so it is a warning. */
function tooClose(pathway: Examined, states: readonly StatePart[], { path, condition }: ConditionPart): Draft | null {
  const { since, below: under, atMost } = condition
  const limit = under ?? atMost
  if (since === undefined || typeof limit !== 'number') return null
  const asking = states.map((part) => schedulesAsking(pathway, part, since))
  // Two schedules side by side may come as close as they like.
  if (asking.some((some) => some.length > 1) || asking.every((some) => some.length === 0)) return null
  const gap = Math.min(...asking.flat().map(([, schedule]) => shortestGap(schedule))) / HOUR
  if (under === undefined ? limit >= gap : limit > gap) return null
  return draft('warning', path, 'close', { hours: gap, name: valueTitled(pathway.definition, since) })
}
