/** A time line for the alerts of one patient: at this moment that happens, and this is what comes of it. */
import {
  alert,
  type AlertEffect,
  type AlertEvent,
  compileRoutes,
  nextAlertWake,
  noAlerts,
  type PatientAlerts,
  type RaisedFiring,
  type ResolveOutcome,
} from '../../runtime/alerts/index.ts'
import { instantFromText, localText } from '../../runtime/interpreter/time/zone.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'

export const zone = 'Europe/Amsterdam'
export const at = (text: string): number => instantFromText(zone, text)!
export const clock = (instant: number): string => localText(zone, instant).slice(0, 16)

/** Only what alerts look at. */
export const definition: PathwayDefinition = {
  pathway: 'hypertension',
  version: '1.0.0',
  title: { nl: 'Hypertensie' },
  timezone: zone,
  setting: { monitoring: 'centre-nurse' },
  parties: {
    hap: { title: { nl: 'Huisartsenpost' }, kind: 'out-of-hours' },
    'centre-nurse': { title: { nl: 'Verpleegkundige' }, kind: 'centre' },
    'centre-lead': { title: { nl: 'Coördinator' }, kind: 'centre' },
    poh: { title: { nl: 'Praktijkondersteuner' }, kind: 'practice', hours: 'office' },
    gp: { title: { nl: 'Huisarts' }, kind: 'practice' },
  },
  measurements: { systolic: {} },
  thresholds: {
    'crisis-with-complaints': { level: 'red', route: 'urgent', when: { measurement: 'systolic', above: 180 } },
    crisis: { level: 'amber', route: 'next-day', when: { measurement: 'systolic', above: 180 }, quiet: '12 hours' },
    low: { level: 'amber', route: 'routine', when: { measurement: 'systolic', below: 100 }, quiet: '1 day' },
  },
  calendars: {
    office: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00', holidays: { NL: {} } },
  },
  routes: {
    urgent: [
      { to: 'centre-nurse', by: 'worklist', within: '15 minutes' },
      {
        to: 'gp',
        by: 'phone',
        within: '30 minutes',
        during: 'office',
        otherwise: { to: 'hap', by: 'phone', within: '20 minutes' },
      },
      { to: 'centre-lead', by: 'phone', within: '15 minutes', repeat: true },
    ],
    'next-day': [
      { to: 'centre-nurse', by: 'worklist', within: '4 hours' },
      { to: 'gp', by: 'worklist', within: '1 day', counting: 'office' },
      { to: 'gp', by: 'phone', within: '1 day', counting: 'office' },
    ],
    routine: [
      { to: 'poh', by: 'worklist', within: '5 days', counting: 'office' },
      { to: 'gp', by: 'phone', within: '1 hour', during: 'office' },
      { to: 'centre-nurse', by: 'worklist', within: '1 day', counting: 'office', repeat: true },
    ],
    practice: [
      { to: 'poh', by: 'worklist', within: '1 hour' },
      { to: 'gp', by: 'phone', within: '1 hour', during: 'office' },
    ],
  },
  initial: 'measuring',
  states: { measuring: {} },
}

const nurse = { person: 'n1', role: 'centre-nurse' }

/** A firing as the interpreter gives it; the threshold says level and route unless told otherwise. */
export function firing(threshold: string, more: Partial<RaisedFiring> = {}): RaisedFiring {
  const { level, route = '' } = definition.thresholds![threshold]!
  return {
    key: `threshold:${threshold}`,
    threshold,
    level,
    route,
    title: { nl: threshold },
    at: 0,
    because: [],
    enrolment: 'e1',
    pathway: 'hypertension',
    version: '1.0.0',
    ...more,
  }
}

export const routes = (() => {
  const compiled = compileRoutes({ definition, zone })
  return () => compiled
})()

/** Plays moments in order. Wake-ups happen when they are due, except while `down`. */
export class TimeLine {
  alerts: PatientAlerts = noAlerts('p')
  effects: AlertEffect[] = []

  raise(when: string, ...firings: RaisedFiring[]): this {
    return this.#happen(when, { type: 'raised', firings: firings.map((one) => ({ ...one, at: at(when) })) })
  }

  acknowledge(when: string, alertId = 'p-1'): this {
    return this.#happen(when, { type: 'acknowledged', alert: alertId, by: nurse })
  }

  resolve(when: string, alertId = 'p-1', outcome: ResolveOutcome = 'acted'): this {
    return this.#happen(when, { type: 'resolved', alert: alertId, by: nurse, outcome })
  }

  /** Lets time pass, with every wake-up at its instant. */
  until(when: string): this {
    this.effects = []
    for (let wake = nextAlertWake(routes, this.alerts); wake !== null && wake <= at(when);) {
      this.#apply({ type: 'wake' }, wake)
      wake = nextAlertWake(routes, this.alerts)
    }
    return this
  }

  /** One wake-up, handled late. */
  wake(when: string): this {
    this.effects = []
    return this.#apply({ type: 'wake' }, at(when))
  }

  /** Who was told in the last event: `10:15 gp phone unanswered`. */
  get told(): string[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'told'
        ? [`${clock(effect.step.since).slice(11)} ${effect.step.party} ${effect.step.by} ${effect.reason}`]
        : [],
    )
  }

  get kinds(): string[] {
    return this.effects.map(({ type }) => type)
  }

  #happen(when: string, event: AlertEvent): this {
    this.until(when)
    this.effects = []
    return this.#apply(event, at(when))
  }

  #apply(event: AlertEvent, now: number): this {
    const result = alert(routes, this.alerts, event, now)
    this.alerts = result.alerts
    this.effects.push(...result.effects)
    return this
  }
}
