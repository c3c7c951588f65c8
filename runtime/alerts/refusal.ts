/** Why something was not done with an alert, in words. */
import type { AlertEffect, AlertRefusal, AlertResult, PatientAlerts } from './alert.ts'
import { say } from './texts/index.ts'

export const refusal = (code: AlertRefusal): AlertEffect => ({ type: 'refused', code, message: say(code) })

/** Alerts are numbered in order, so a number that was given and is no longer open has been closed. */
export function refuse(alerts: PatientAlerts, id: string): AlertResult {
  const number = id.startsWith(`${alerts.patient}-`) ? Number(id.slice(alerts.patient.length + 1)) : Number.NaN
  const wasGiven = Number.isInteger(number) && number >= 1 && number <= alerts.count
  return { alerts, effects: [refusal(wasGiven ? 'already-resolved' : 'unknown-alert')] }
}
