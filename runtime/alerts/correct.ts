/** A reading behind an open alert was corrected: the alert says so, and stays until a human closes it. */
import type { Instant } from '../interpreter/enrolment.ts'
import type { Alert, AlertEffect, AlertEvent, AlertResult, Corrected, PatientAlerts } from './alert.ts'
import { keyOf } from './raise.ts'
import { withoutReading } from './worse.ts'

type Correcting = Extract<AlertEvent, { type: 'corrected' }>

export function markCorrected(alerts: PatientAlerts, event: Correcting, now: Instant): AlertResult {
  const effects: AlertEffect[] = []
  const open = alerts.open.map((alert) => {
    const rested = restedOn(alert, event)
    if (rested.length === 0) return alert
    const untrue = rested.filter(({ key }) => event.untrue.includes(key)).map(keyOf)
    const marked = withMark(withdrawnIn(alert, event), {
      reading: event.reading,
      value: event.value,
      at: now,
      by: event.by,
      untrue,
    })
    effects.push({ type: 'corrected', alert: marked, reading: event.reading, untrue })
    return marked
  })
  return { alerts: effects.length > 0 ? { ...alerts, open } : alerts, effects }
}

const restedOn = ({ head, under }: Alert, { enrolment, reading, keys }: Correcting) =>
  [head, ...under].filter(
    (firing) =>
      firing.enrolment === enrolment && (keys.includes(firing.key) || firing.because.some(({ id }) => id === reading)),
  )

/** What was withdrawn is nothing that a snooze can be held against. */
function withdrawnIn(alert: Alert, { reading, value }: Correcting): Alert {
  const { snoozed } = alert
  if (!snoozed || value !== null) return alert
  return { ...alert, snoozed: { ...snoozed, causes: snoozed.causes.map((cause) => withoutReading(cause, reading)) } }
}

/** One mark a correction, though several pathways rested on the reading. */
function withMark(alert: Alert, mark: Corrected): Alert {
  const { corrected = [] } = alert
  const isSame = (one: Corrected): boolean => one.reading === mark.reading && one.at === mark.at
  const before = corrected.find(isSame)
  const untrue = [...new Set([...(before?.untrue ?? []), ...mark.untrue])]
  return { ...alert, corrected: [...corrected.filter((one) => !isSame(one)), { ...mark, untrue }] }
}
