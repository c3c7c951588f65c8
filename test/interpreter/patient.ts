/** A small pathway and a patient to play with: time is local text, values go in by name. */
import type { PathwayDefinition, Schedule, Threshold } from '../../schemas/index.ts'
import { compile } from '../../runtime/interpreter/compile.ts'
import type { Actor, Effect, Enrolment, Event, Instant, Reading, Value } from '../../runtime/interpreter/enrolment.ts'
import { explain } from '../../runtime/interpreter/explain.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { start, step } from '../../runtime/interpreter/step.ts'
import type { Trace } from '../../runtime/interpreter/trace.ts'
import { advance } from '../../runtime/interpreter/wake.ts'
import { instantFromText } from '../../runtime/interpreter/time/zone.ts'

export const ZONE = 'Europe/Amsterdam'
export const GP: Actor = { person: 'Gerda', role: 'gp' }

/** A very high value, which must be measured again. */
export const crisis: Threshold = {
  level: 'red',
  route: 'routine',
  when: { measurement: 'systolic', above: 180 },
  remeasure: { within: '15 minutes' },
}

/** Two things of one submission. */
export const highWithComplaints: Threshold = {
  level: 'amber',
  route: 'routine',
  when: {
    all: [
      { measurement: 'diastolic', above: 90 },
      { measurement: 'complaints', is: true },
    ],
  },
}

/** A week of measuring twice a day, two readings each time; the first day does not count. */
export const week: Schedule = {
  measure: ['systolic', 'diastolic'],
  every: '1 day',
  windows: ['06:00-10:00', '18:00-22:00'],
  readings: 2,
  for: '7 days',
  discard: { first: '1 day' },
  remind: '1 hour',
  missedAfter: '2 hours',
}

/** Compiles a definition made of the given parts on top of the least that a pathway needs. */
export function pathwayOf(parts: Partial<PathwayDefinition>): Pathway {
  const value: PathwayDefinition = {
    pathway: 'test',
    version: '1.0.0',
    title: { nl: 'Proef', en: 'Test' },
    timezone: ZONE,
    parties: { nurse: { title: { nl: 'Verpleegkundige' }, kind: 'centre' } },
    measurements: {
      systolic: { panel: '85354-9', precision: 1, plausible: { from: 40, to: 300 } },
      diastolic: { panel: '85354-9', precision: 1, plausible: { from: 20, to: 200 } },
      temperature: { precision: 0.1 },
      complaints: { type: 'boolean' },
    },
    parameters: { target: { default: 135, from: 120, to: 150, setBy: ['gp'] } },
    routes: { routine: [{ to: 'nurse', by: 'worklist', within: '1 day' }] },
    initial: 'watching',
    states: { watching: {}, ended: { exit: 'ended' } },
    ...parts,
  }
  const place = () => ({ line: 1, column: 1, offset: 0, length: 0 })
  return compile({ text: '', value, place, sharedFrom: () => null, shared: {} })
}

export const instant = (text: string): Instant => {
  const found = instantFromText(ZONE, text)
  if (found === null) throw new RangeError(text)
  return found
}

/** Plays one patient; `effects` holds what came of the last event, the wake-ups before it included. */
export class Patient {
  enrolment: Enrolment
  effects: Effect[]
  events: { event: Event; now: Instant }[] = []
  trace: Trace | undefined
  readonly pathway: Pathway
  #count = 0

  constructor(pathway: Pathway, from: string, facts: Record<string, Value> = {}) {
    this.pathway = pathway
    const started = start(pathway, facts, instant(from), 'enrolment-1')
    this.enrolment = started.enrolment
    this.effects = started.effects
  }

  /** Sends values taken `at` (by default now). */
  send(now: string, values: Record<string, Value>, at: string = now): this {
    const readings = Object.entries(values).map(([measurement, value]): Reading => ({
      id: `reading-${++this.#count}`,
      measurement,
      value,
      at: instant(at),
    }))
    return this.happen({ type: 'submission', readings }, now)
  }

  wait(until: string): this {
    const { steps, enrolment } = advance(this.pathway, this.enrolment, instant(until))
    this.events.push(...steps.map(({ at }) => ({ event: { type: 'wake' } as const, now: at })))
    this.enrolment = enrolment
    this.effects = steps.flatMap(({ result }) => result.effects)
    return this
  }

  happen(event: Event, now: string): this {
    this.wait(now)
    this.events.push({ event, now: instant(now) })
    this.trace = explain(this.pathway, this.enrolment, event, instant(now))
    const result = step(this.pathway, this.enrolment, event, instant(now))
    this.enrolment = result.enrolment
    this.effects = [...this.effects, ...result.effects]
    return this
  }

  /** `crisis`, `crisis unconfirmed`, `measuring/1`: what was raised since the event before. */
  get alerts(): string[] {
    return this.effects.flatMap((effect) => {
      if (effect.type !== 'alert') return []
      const { key, unconfirmed, late, coaching } = effect.firing
      const name = key.replace(/^(threshold|transition):/, '')
      return [[name, unconfirmed && 'unconfirmed', late && 'late', coaching && 'coaching'].filter(Boolean).join(' ')]
    })
  }

  of<Type extends Effect['type']>(type: Type): (Effect & { type: Type })[] {
    return this.effects.filter((effect): effect is Effect & { type: Type } => effect.type === type)
  }
}
