/** What the alerts cannot do is not lost: a human is asked to look, and nothing goes round for ever. */
import { alert, nextAlertWake } from '../alerts/index.ts'
import type { Alert, RaisedFiring } from '../alerts/index.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { PatientRecord } from '../store/store.ts'
import type { Account } from './account.ts'
import { happenToAlerts } from './alerting.ts'
import type { Moment } from './alerting.ts'
import type { Library } from './library.ts'
import { askForEyes } from './safe-step.ts'

/** A task for each of these firings, with the readings behind it. */
export function askedToLook(library: Library, account: Account, firings: RaisedFiring[], moment: Moment): Account {
  const eyes = firings.map(({ enrolment, pathway, version, because }) => {
    const firing = askForEyes(library.get(pathway, version), because, moment.at)
    return { ...firing, enrolment, pathway, version }
  })
  try {
    return raisedApart(library, account, eyes, moment)
  } catch {
    // The route for these tasks may be what is wrong: whoever monitors always has a worklist.
    const toMonitor = eyes.map((firing) => ({ ...firing, route: '' }))
    return raisedApart(library, account, toMonitor, moment)
  }
}

/** Beside the open alerts, not among them: one of those may be what went wrong. */
function raisedApart(library: Library, account: Account, firings: RaisedFiring[], moment: Moment): Account {
  const { record } = account
  const alone = { ...account, record: { ...record, alerts: { ...record.alerts, open: [], quiet: [] } } }
  const after = happenToAlerts(library, alone, { type: 'raised', firings }, moment)
  const { alerts } = after.record
  const open = [...record.alerts.open, ...alerts.open]
  return { ...after, record: { ...after.record, alerts: { ...alerts, open, quiet: record.alerts.quiet } } }
}

/** Lets deadlines pass. An alert that cannot go on waits where it is, and a task tells whoever watches. */
export function wakeAlerts(library: Library, account: Account, moment: Moment): Account {
  try {
    return happenToAlerts(library, account, { type: 'wake' }, moment)
  } catch {
    const { record } = account
    const stuck = record.alerts.open.filter((one) => !one.stuck && !canGoOn(library, record, one, moment.at))
    if (stuck.length === 0) return account
    const open = record.alerts.open.map((one) => (stuck.includes(one) ? { ...one, stuck: true as const } : one))
    const waiting = { ...account, record: { ...record, alerts: { ...record.alerts, open } } }
    const told = askedToLook(library, waiting, stuck.map(({ head }) => head), moment) // prettier-ignore
    return wakeAlerts(library, told, moment)
  }
}

function canGoOn(library: Library, { alerts }: PatientRecord, one: Alert, at: Instant): boolean {
  try {
    alert(library.routes, { ...alerts, open: [one] }, { type: 'wake' }, at)
    return true
  } catch {
    return false
  }
}

/** When an alert must be looked at; also when it cannot even be said which: then at the first deadline, to find that out. */
export function alertWake(library: Library, { alerts }: PatientRecord): Instant | null {
  try {
    return nextAlertWake(library.routes, alerts)
  } catch {
    const deadlines = alerts.open.flatMap(({ status, stuck, step }) =>
      status === 'open' && !stuck ? [step.deadline] : [],
    )
    return deadlines.length > 0 ? Math.min(...deadlines) : null
  }
}
