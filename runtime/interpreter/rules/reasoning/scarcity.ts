/** Whether the schedules that run where a mean is looked at can deliver the readings that it asks for. */
import type { Condition, PathwayDefinition, Schedule } from '../../../../schemas/index.ts'
import { longest, parseDuration } from '../../time/duration.ts'
import type { Finding } from '../../finding.ts'
import { below, lastKeyOf, partAt } from '../../pointer.ts'
import { say } from '../../say.ts'
import { statesIn, type ConditionPart, type ConditionRoot } from '../../walk.ts'
import { mostReadings } from './delivery.ts'
import type { Examined } from '../rule.ts'
import { lasting, titled } from './wording.ts'

/** Of the readings that can come, this part may be asked for without a remark: patients miss some. */
const USUAL_SHARE = 0.8

type Scarcity = Omit<Finding, 'code'> & { condition: Condition }

/** A mean that asks for more readings than can come (an error), or for nearly all of them (a hint); null otherwise. */
export function scarcity(pathway: Examined, root: ConditionRoot, { path, condition }: ConditionPart): Scarcity | null {
  const { mean, over, readings } = condition
  if (mean === undefined || over === undefined || readings === undefined || pathway.broken('/schedules')) return null
  const best = bestSchedule(pathway.definition, root, mean, over)
  if (best === null || readings <= best.readings * USUAL_SHARE) return null
  const about = {
    over: lasting(over),
    schedule: titled(pathway.definition, 'schedules', best.id),
    most: best.readings,
    needed: readings,
    name: titled(pathway.definition, 'measurements', mean),
  }
  const at = below(path, 'readings')
  if (readings <= best.readings)
    return {
      condition,
      path: at,
      severity: 'hint',
      message: say('nearly-all-readings', about),
      example: say('nearly-all-readings-example', { ...about, missed: best.readings - readings + 1 }),
    }
  const severity = best.oneStay ? 'warning' : 'error'
  const fix = best.readings > 0 ? pathway.replace(at, String(best.readings)) : undefined
  return {
    condition,
    path: at,
    severity,
    message: say('too-many-readings', about),
    example: say('too-many-readings-example', about),
    fix,
  }
}

/** `oneStay`: the schedule ends within the window, so a second stay might add to it. */
type Best = { id: string; readings: number; oneStay: boolean }

/** Of the schedules of the states that look at the condition, the one that delivers most; null when they measure it nowhere. */
function bestSchedule(
  definition: PathwayDefinition,
  root: ConditionRoot,
  measurement: string,
  over: string,
): Best | null {
  let best: Best | null = null
  for (const [id, schedule] of watchingSchedules(definition, root, measurement)) {
    const readings = mostReadings(schedule, over)
    if (readings === null) return null
    const oneStay = schedule.for !== undefined && longest(parseDuration(schedule.for)) < longest(parseDuration(over))
    if (best === null || readings > best.readings) best = { id, readings, oneStay }
  }
  return best
}

function watchingSchedules(
  definition: PathwayDefinition,
  root: ConditionRoot,
  measurement: string,
): [string, Schedule][] {
  const states = statesIn(definition).filter(({ id, state, path }) =>
    root.use === 'guard'
      ? root.path.startsWith(`${path}/`) || root.path.startsWith('/always/')
      : watches(definition, id, lastKeyOf(root.owner), state.thresholds),
  )
  const names = new Set(states.flatMap(({ state }) => state.schedules ?? []))
  return [...names].flatMap((name): [string, Schedule][] => {
    const schedule = partAt(definition.schedules, below('', name)) as Schedule | undefined
    return schedule?.measure.includes(measurement) ? [[name, schedule]] : []
  })
}

/** A state watches every threshold unless it lists its own. */
const watches = (
  definition: PathwayDefinition,
  state: string,
  threshold: string,
  own: readonly string[] | undefined,
): boolean => definition.states[state]?.exit === undefined && (own === undefined || own.includes(threshold))
