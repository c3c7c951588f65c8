/** W1 in json-rules-engine: one engine for each kind of happening, so that no rule is looked at in vain; what it must know is kept up by hand. */
import { Engine, type RuleProperties } from 'json-rules-engine'
import { FIRED, Log, TOLD, type Contender } from './contender.ts'
import { nextOver, putOff } from './windows.ts'
import { DAY, MINUTE } from './workload.ts'

type Patient = {
  times: number[]
  values: number[]
  sum: number
  holding: Set<string>
  delivered: boolean
  missed: number
  over: number
  route: 'urgent' | 'routine' | null
  step: number
  deadline: number
}
type Step = { code: number; within: number }

const all = (...conditions: [fact: string, operator: string, value: unknown][]): RuleProperties['conditions'] => ({
  all: conditions.map(([fact, operator, value]) => ({ fact, operator, value })),
})
const rule = (type: string, conditions: RuleProperties['conditions'], params = {}): RuleProperties => ({
  conditions,
  event: { type, params },
})
/** Who is asked after whom. */
const onward = (route: string, from: number, to: number): RuleProperties =>
  rule('ask', all(['route', 'equal', route], ['step', 'equal', from]), { step: to })

const onReading = new Engine([
  rule('high', all(['value', 'greaterThan', 180])),
  rule('mean', all(['count', 'greaterThanInclusive', 6], ['mean', 'greaterThanInclusive', 150])),
])
const onOver = new Engine([rule('missed', all(['missed', 'greaterThanInclusive', 3]))])
const onDeadline = new Engine([
  onward('urgent', 0, 1),
  onward('urgent', 1, 2),
  onward('urgent', 2, 2),
  onward('routine', 0, 1),
  onward('routine', 1, 1),
])

const ROUTES: Record<'urgent' | 'routine', Step[]> = {
  urgent: [
    { code: TOLD.nurse, within: 15 * MINUTE },
    { code: TOLD.gp, within: 30 * MINUTE },
    { code: TOLD.lead, within: 15 * MINUTE },
  ],
  routine: [
    { code: TOLD.nurse, within: 30 * MINUTE },
    { code: TOLD.gp, within: 30 * MINUTE },
  ],
}

function keep(one: Patient, value: number, at: number): void {
  const putTo = putOff(one.over, at, one.missed)
  if (putTo === null) one.delivered = true
  else one.over = putTo
  one.times.push(at)
  one.values.push(value)
  one.sum += value
  while (one.times[0]! <= at - 3 * DAY) {
    one.times.shift()
    one.sum -= one.values.shift()!
  }
}

export function rulesEngine(): Contender {
  const log = new Log()
  const patients: Patient[] = []

  const ask = (one: Patient, patient: number, step: number, at: number): void => {
    const { code, within } = ROUTES[one.route!][step]!
    one.step = step
    one.deadline = at + within
    log.told(patient, at, code)
  }
  /** Only a change acts; what is unknown stays as it was. */
  const edges = (
    one: Patient,
    patient: number,
    looked: (keyof typeof FIRED)[],
    found: Set<string>,
    at: number,
  ): void => {
    const fired = looked.filter((name) => found.has(name) && !one.holding.has(name))
    for (const name of looked) if (!found.has(name)) one.holding.delete(name)
    for (const name of fired) {
      one.holding.add(name)
      log.fired(patient, at, FIRED[name])
    }
    if (fired.length === 0 || one.route !== null) return
    one.route = fired.includes('high') ? 'urgent' : 'routine'
    log.raised.push(patient)
    ask(one, patient, 0, at)
  }
  const look = ({ over, deadline }: Patient): number => Math.min(over, deadline)
  const typesOf = ({ events }: { events: { type: string }[] }): Set<string> => new Set(events.map(({ type }) => type))

  return {
    name: 'json-rules-engine (what it must know kept up by hand)',
    log,
    enrol: (count, at) => {
      for (let patient = 0; patient < count; patient++) patients.push(fresh(nextOver(at)))
      return patients.map(look)
    },
    reading: async (patient, value, at) => {
      const one = patients[patient]!
      keep(one, value, at)
      const count = one.times.length
      const found = await onReading.run({ value, count, mean: one.sum / count })
      edges(one, patient, count < 6 ? ['high'] : ['high', 'mean'], typesOf(found), at)
      return look(one)
    },
    wake: async (patient, at) => {
      const one = patients[patient]!
      if (one.over === at) {
        one.missed = one.delivered ? 0 : one.missed + 1
        one.delivered = false
        one.over = nextOver(at)
        edges(one, patient, ['missed'], typesOf(await onOver.run({ missed: one.missed })), at)
      }
      if (one.deadline === at) {
        const { events } = await onDeadline.run({ route: one.route, step: one.step })
        ask(one, patient, Number(events[0]!.params?.['step']), at)
      }
      return look(one)
    },
    close: (patient) => {
      const one = patients[patient]!
      one.route = null
      one.deadline = Infinity
      return look(one)
    },
  }
}

const fresh = (over: number): Patient => ({
  times: [],
  values: [],
  sum: 0,
  holding: new Set(),
  delivered: false,
  missed: 0,
  over,
  route: null,
  step: 0,
  deadline: Infinity,
})
