/** W1 as live XState actors, one a patient, under a clock that the workload moves. The alert and its route are the states, the rules guards. */
import { createActor, enqueueActions, setup } from 'xstate'
import { FIRED, Log, TOLD, type Contender } from './contender.ts'
import { nextOver, putOff } from './windows.ts'
import { DAY, MINUTE } from './workload.ts'

/** Changed in place: copying it would only cost time. */
type Context = {
  patient: number
  times: number[]
  values: number[]
  sum: number
  holding: Set<Rule>
  delivered: boolean
  missed: number
  over: number
}
type Happening =
  | { type: 'READING'; value: number; at: number }
  | { type: 'OVER' }
  | { type: 'RED' }
  | { type: 'AMBER' }
  | { type: 'CLOSE' }
type Rule = keyof typeof FIRED

function keep(context: Context, value: number, at: number): void {
  const putTo = putOff(context.over, at, context.missed)
  if (putTo === null) context.delivered = true
  else context.over = putTo
  context.times.push(at)
  context.values.push(value)
  context.sum += value
  while (context.times[0]! <= at - 3 * DAY) {
    context.times.shift()
    context.sum -= context.values.shift()!
  }
}

function pass(context: Context): void {
  context.missed = context.delivered ? 0 : context.missed + 1
  context.delivered = false
  context.over = nextOver(context.over)
}

/** `now` is where the workload has come. */
function machineFor(log: Log, clock: { now: number }) {
  const machine = setup({
    types: { context: {} as Context, events: {} as Happening, input: {} as { patient: number; over: number } },
    guards: {
      high: ({ context }) => context.values.at(-1)! > 180,
      mean: ({ context }) => context.sum >= 150 * context.times.length,
      enough: ({ context }) => context.times.length >= 6,
      missed: ({ context }) => context.missed >= 3,
    },
    actions: {
      nurse: ({ context }) => log.told(context.patient, clock.now, TOLD.nurse),
      gp: ({ context }) => log.told(context.patient, clock.now, TOLD.gp),
      lead: ({ context }) => log.told(context.patient, clock.now, TOLD.lead),
      raised: ({ context }) => log.raised.push(context.patient),
    },
  })
  const edge = (context: Context, rule: Rule, truth: boolean): boolean => {
    const before = context.holding.has(rule)
    if (truth === before) return false
    if (!truth) {
      context.holding.delete(rule)
      return false
    }
    context.holding.add(rule)
    log.fired(context.patient, clock.now, FIRED[rule])
    return true
  }
  return machine.createMachine({
    context: ({ input: { patient, over } }) => ({
      patient,
      over,
      times: [],
      values: [],
      sum: 0,
      holding: new Set(),
      delivered: false,
      missed: 0,
    }),
    initial: 'calm',
    on: {
      READING: {
        actions: enqueueActions(({ context, event, enqueue, check }) => {
          keep(context, event.value, event.at)
          if (edge(context, 'high', check('high'))) enqueue.raise({ type: 'RED' })
          if (check('enough') && edge(context, 'mean', check('mean'))) enqueue.raise({ type: 'AMBER' })
        }),
      },
      OVER: {
        actions: enqueueActions(({ context, enqueue, check }) => {
          pass(context)
          if (edge(context, 'missed', check('missed'))) enqueue.raise({ type: 'AMBER' })
        }),
      },
    },
    states: {
      calm: {
        on: { RED: { target: 'urgent', actions: 'raised' }, AMBER: { target: 'routine', actions: 'raised' } },
      },
      urgent: {
        on: { CLOSE: 'calm' },
        initial: 'first',
        states: {
          first: { entry: 'nurse', after: { [15 * MINUTE]: 'second' } },
          second: { entry: 'gp', after: { [30 * MINUTE]: 'last' } },
          last: { entry: 'lead', after: { [15 * MINUTE]: { target: 'last', reenter: true } } },
        },
      },
      routine: {
        on: { CLOSE: 'calm', RED: 'urgent' },
        initial: 'first',
        states: {
          first: { entry: 'nurse', after: { [30 * MINUTE]: 'last' } },
          last: { entry: 'gp', after: { [30 * MINUTE]: { target: 'last', reenter: true } } },
        },
      },
    },
  })
}

/** The timers of one actor: at most one waits at a time. */
class Timers {
  at = Infinity
  #fire: (() => void) | null = null
  #id = 0
  readonly #clock: { now: number }

  constructor(clock: { now: number }) {
    this.#clock = clock
  }

  setTimeout(fire: (...args: unknown[]) => void, after: number): number {
    this.at = this.#clock.now + after
    this.#fire = fire
    return ++this.#id
  }

  clearTimeout(id: number): void {
    if (id === this.#id) this.at = Infinity
  }

  pass(): void {
    this.at = Infinity
    this.#fire?.()
  }
}

export function liveActors(): Contender {
  const log = new Log()
  const clock = { now: 0 }
  const machine = machineFor(log, clock)
  const enrolled = (patient: number, at: number) => {
    const timers = new Timers(clock)
    const actor = createActor(machine, { input: { patient, over: nextOver(at) }, clock: timers }).start()
    return { actor, timers }
  }
  const patients: ReturnType<typeof enrolled>[] = []
  const overOf = ({ actor }: (typeof patients)[number]): number => actor.getSnapshot().context.over
  const look = (one: (typeof patients)[number]): number => Math.min(overOf(one), one.timers.at)
  const send = (patient: number, event: Happening): number => {
    const one = patients[patient]!
    one.actor.send(event)
    return look(one)
  }

  return {
    name: 'XState live actors (under a clock that is moved)',
    log,
    enrol: (count, at) => {
      for (let patient = 0; patient < count; patient++) patients.push(enrolled(patient, at))
      return patients.map(look)
    },
    reading: (patient, value, at) => {
      clock.now = at
      return send(patient, { type: 'READING', value, at })
    },
    wake: (patient, at) => {
      clock.now = at
      const one = patients[patient]!
      if (overOf(one) === at) send(patient, { type: 'OVER' })
      if (one.timers.at === at) one.timers.pass()
      return look(one)
    },
    close: (patient, at) => {
      clock.now = at
      return send(patient, { type: 'CLOSE' })
    },
  }
}
