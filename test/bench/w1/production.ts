/** Zorgpad as production runs it: `step` for what happens and for what time brings, `alert` for what climbs, and the next instant to look. */
import { alert, compileRoutes, nextAlertWake, noAlerts } from '../../../runtime/alerts/index.ts'
import type { AlertEffect, PatientAlerts } from '../../../runtime/alerts/index.ts'
import type { Effect, Enrolment, Event, Instant } from '../../../runtime/interpreter/enrolment.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'
import { start, step } from '../../../runtime/interpreter/step.ts'
import { nextWake } from '../../../runtime/interpreter/wake.ts'
import { FIRED, Log, TOLD, type Contender, type Look } from './contender.ts'
import { fourADay } from './pathway.ts'

const NURSE = { person: 'nurse', role: 'nurse' }

/** A patient as the store keeps it: the enrolment, the open alerts, and when each must be looked at. */
type Kept = { enrolment: Enrolment; alerts: PatientAlerts; wake: Instant | null; alertWake: Instant | null }

export function production(pathway: Pathway = fourADay()): Contender & { kept: Kept[] } {
  const compiled = compileRoutes(pathway)
  const routes = () => compiled
  const log = new Log()
  const kept: Kept[] = []

  const happen = (one: Kept, patient: number, event: Event, at: Instant): void => {
    const { enrolment, effects } = step(pathway, one.enrolment, event, at)
    one.enrolment = enrolment
    one.wake = nextWake(pathway, enrolment)
    if (!effects.some(({ type }) => type === 'alert')) return
    const firings = effects.flatMap((effect) => firingOf(effect, enrolment))
    for (const { key } of firings) log.fired(patient, at, firedCode(key))
    happenToAlerts(one, patient, { type: 'raised', firings }, at)
  }
  const happenToAlerts = (one: Kept, patient: number, event: Parameters<typeof alert>[2], at: Instant): void => {
    const { alerts, effects } = alert(routes, one.alerts, event, at)
    one.alerts = alerts
    one.alertWake = nextAlertWake(routes, alerts)
    for (const effect of effects) tell(log, patient, effect)
  }

  return {
    name: 'step (any pathway, a new record each time)',
    log,
    kept,
    enrol: (patients, at) => {
      for (let patient = 0; patient < patients; patient++) {
        const { enrolment } = start(pathway, {}, at, `enrolment-${patient}`)
        const wake = nextWake(pathway, enrolment)
        kept.push({ enrolment, alerts: noAlerts(`patient-${patient}`), wake, alertWake: null })
      }
      return kept.map(look)
    },
    reading: (patient, _value, at, sent) => {
      const one = kept[patient]!
      happen(one, patient, { type: 'submission', readings: [sent] }, at)
      return look(one)
    },
    wake: (patient, at) => {
      const one = kept[patient]!
      if (one.wake === at) happen(one, patient, { type: 'wake' }, at)
      if (one.alertWake === at) happenToAlerts(one, patient, { type: 'wake' }, at)
      return look(one)
    },
    close: (patient, at) => {
      const one = kept[patient]!
      const { id } = one.alerts.open[0]!
      happenToAlerts(one, patient, { type: 'resolved', alert: id, by: NURSE, outcome: 'acted' }, at)
      return look(one)
    },
  }
}

const look = ({ wake, alertWake }: Kept): Look => Math.min(wake ?? Infinity, alertWake ?? Infinity)

function firingOf(effect: Effect, { id, pathway, version }: Enrolment) {
  return effect.type === 'alert' ? [{ ...effect.firing, enrolment: id, pathway, version }] : []
}

const firedCode = (key: string): number =>
  key === 'threshold:high' ? FIRED.high : key === 'threshold:mean' ? FIRED.mean : FIRED.missed

function tell(log: Log, patient: number, effect: AlertEffect): void {
  if (effect.type === 'raised') log.raised.push(patient)
  if (effect.type === 'told') log.told(patient, effect.step.since, TOLD[effect.step.party as keyof typeof TOLD])
}
