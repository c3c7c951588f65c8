/**
 * W1 from tables: a definition compiled into arrays, a small interpreter over them, and a new record for every event, so that a commit
 * that fails can be done again. Windows, edges and routes as `step` and `alert` have them; no trace, no late readings, no calendar.
 */
import { parseDuration } from '../../../runtime/interpreter/time/duration.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { FIRED, Log, TOLD, type Contender } from './contender.ts'
import { fourADay } from './pathway.ts'
import { nextOver, putOff } from './windows.ts'
import { DAY, MINUTE } from './workload.ts'

type Rule = {
  kind: 'value' | 'mean' | 'missed'
  comparator: 'above' | 'atLeast'
  limit: number
  over: number
  least: number
  code: number
  level: number
  route: number
}
type Step = { code: number; within: number; repeat: boolean }
type Tables = { onReading: Rule[]; onOver: Rule[]; routes: Step[][]; keep: number }

type Alert = { level: number; route: number; step: number; deadline: number; codes: number[] }
type Patient = {
  readonly times: readonly number[]
  readonly values: readonly number[]
  readonly holding: number
  readonly delivered: boolean
  readonly missed: number
  readonly over: number
  readonly alert: Alert | null
}

const LEVELS = ['green', 'amber', 'red']

/** The rules of the pathway as rows. */
export function compileTables({ definition }: Pathway): Tables {
  const names = Object.keys(definition.routes)
  const rules = Object.entries(definition.thresholds ?? {}).map(([id, { when, level, route }]): Rule => {
    const mean = when.mean !== undefined
    const over = mean ? milliseconds(when.over!) : 0
    const code = FIRED[id as keyof typeof FIRED]
    const row = { over, least: when.readings ?? 0, code, level: LEVELS.indexOf(level), route: names.indexOf(route!) }
    return { kind: mean ? 'mean' : 'value', ...compared(when), ...row }
  })
  const missed = (definition.states['measuring']?.transitions ?? []).map(({ if: when, alert }): Rule => {
    const row = { over: 0, least: 0, code: FIRED.missed, level: 1, route: names.indexOf(alert as string) }
    return { kind: 'missed', ...compared(when!), ...row }
  })
  const routes = Object.values(definition.routes).map((steps) =>
    steps.map(({ to, within, repeat = false }): Step => {
      return { code: TOLD[to as keyof typeof TOLD], within: milliseconds(within), repeat }
    }),
  )
  return { onReading: rules, onOver: missed, routes, keep: Math.max(...rules.map(({ over }) => over)) }
}

function compared({ above, atLeast }: { above?: unknown; atLeast?: unknown }): Pick<Rule, 'comparator' | 'limit'> {
  return above === undefined
    ? { comparator: 'atLeast', limit: Number(atLeast) }
    : { comparator: 'above', limit: Number(above) }
}

function milliseconds(text: string): number {
  const { amount, unit } = parseDuration(text)
  return amount * { minute: MINUTE, hour: 60 * MINUTE, day: DAY, week: 7 * DAY, month: 31 * DAY }[unit]
}

/** True, false, or null while there is too little. */
function truthOf(rule: Rule, patient: Patient, at: number): boolean | null {
  const found = valueOf(rule, patient, at)
  if (found === null) return null
  return rule.comparator === 'above' ? found > rule.limit : found >= rule.limit
}

function valueOf({ kind, over, least }: Rule, { times, values, missed }: Patient, at: number): number | null {
  switch (kind) {
    case 'value':
      return values.at(-1)!
    case 'missed':
      return missed
    case 'mean': {
      let [sum, count] = [0, 0]
      for (let index = times.length - 1; index >= 0 && times[index]! > at - over; index--) {
        sum += values[index]!
        count++
      }
      return count < least ? null : sum / count
    }
  }
}

type Fired = { holding: number; fired: Rule[] }

/** Only a change acts. */
function edges(rules: Rule[], patient: Patient, at: number): Fired {
  let { holding } = patient
  const fired: Rule[] = []
  for (const rule of rules) {
    const truth = truthOf(rule, patient, at)
    if (truth === null) continue
    const bit = 1 << rule.code
    if (truth && (holding & bit) === 0) fired.push(rule)
    holding = truth ? holding | bit : holding & ~bit
  }
  return { holding, fired }
}

export function fromTables(pathway: Pathway = fourADay()): Contender {
  const tables = compileTables(pathway)
  const log = new Log()
  const patients: Patient[] = []

  const ask = (patient: number, alert: Omit<Alert, 'deadline'>, at: number): Alert => {
    const { code, within } = tables.routes[alert.route]![alert.step]!
    log.told(patient, at, code)
    return { ...alert, deadline: at + within }
  }
  const raise = (patient: number, before: Alert | null, fired: Rule[], at: number): Alert => {
    const worst = fired.reduce((one, other) => (other.level > one.level ? other : one))
    const codes = fired.map(({ code }) => code)
    for (const code of codes) log.fired(patient, at, code)
    if (before && before.level >= worst.level) return { ...before, codes: [...before.codes, ...codes] }
    if (!before) log.raised.push(patient)
    return ask(patient, { level: worst.level, route: worst.route, step: 0, codes }, at)
  }
  const judged = (patient: number, one: Patient, rules: Rule[], at: number): Patient => {
    const { holding, fired } = edges(rules, one, at)
    return { ...one, holding, alert: fired.length > 0 ? raise(patient, one.alert, fired, at) : one.alert }
  }
  const climb = (patient: number, alert: Alert, at: number): Alert => {
    const { repeat } = tables.routes[alert.route]![alert.step]!
    return ask(patient, { ...alert, step: repeat ? alert.step : alert.step + 1 }, at)
  }
  const put = (patient: number, one: Patient): number => {
    patients[patient] = one
    return Math.min(one.over, one.alert?.deadline ?? Infinity)
  }

  return {
    name: 'tables (compiled from a definition, a new record each time)',
    log,
    enrol: (count, at) => Array.from({ length: count }, (_, patient) => put(patient, fresh(nextOver(at)))),
    reading: (patient, value, at) => {
      const before = patients[patient]!
      const from = before.times.findIndex((time) => time > at - tables.keep)
      const [times, values] = [before.times.slice(Math.max(from, 0)), before.values.slice(Math.max(from, 0))]
      times.push(at)
      values.push(value)
      const putTo = putOff(before.over, at, before.missed)
      const came = putTo === null ? { delivered: true, over: before.over } : { delivered: false, over: putTo }
      return put(patient, judged(patient, { ...before, times, values, ...came }, tables.onReading, at))
    },
    wake: (patient, at) => {
      let one = patients[patient]!
      if (one.over === at) {
        const passed = { ...one, missed: one.delivered ? 0 : one.missed + 1, delivered: false, over: nextOver(at) }
        one = judged(patient, passed, tables.onOver, at)
      }
      if (one.alert?.deadline === at) one = { ...one, alert: climb(patient, one.alert, at) }
      return put(patient, one)
    },
    close: (patient) => put(patient, { ...patients[patient]!, alert: null }),
  }
}

const fresh = (over: number): Patient => ({
  times: [],
  values: [],
  holding: 0,
  delivered: false,
  missed: 0,
  over,
  alert: null,
})
