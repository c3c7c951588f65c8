/** The worklist: who needs somebody, worst first; taking an alert up, and closing it with what came of it. */
import type { Alert } from '../../alerts/index.ts'
import { actOnAlert, patientOf, refuse, Refused } from '../../engine/index.ts'
import type { Account, AlertAct, Engine } from '../../engine/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import { CENTRE, CLINICAL, WATCHING, seenPatient, seenPatients } from '../access.ts'
import type { Caller } from '../access.ts'
import type { WorkItem } from '../api.ts'
import { instantAt } from '../moment.ts'
import { asking, ok, taking } from '../operation.ts'
import type { Answer, Operation } from '../operation.ts'
import { choice } from '../query.ts'
import { resolvedAlerts } from '../views/patient.ts'
import { RANK } from '../views/rank.ts'
import { namesOf } from '../views/names.ts'
import { ownPart } from '../views/own-part.ts'
import { workItem } from '../views/work-item.ts'

const LEVELS = ['red', 'amber', 'green'] as const
const STATUSES = ['open', 'acknowledged', 'snoozed', 'resolved', 'all'] as const
/** Closed alerts are shown for four weeks. */
const LOOK_BACK = 28 * 24 * 60 * 60_000

type Status = (typeof STATUSES)[number]
type Row = { record: PatientRecord; alert: Alert }

/** `open` is what still waits for somebody to take it up. */
async function rowsOf(engine: Engine, record: PatientRecord, status: Status): Promise<Row[]> {
  const closed = status === 'resolved' || status === 'all'
  const from = engine.clock.now() - LOOK_BACK
  const resolved = closed ? resolvedAlerts(await engine.store.history(record.id), from) : []
  const alerts = [...record.alerts.open, ...resolved].filter((alert) => status === 'all' || alert.status === status)
  return alerts.map((alert) => ({ record, alert }))
}

/** Worst first, then oldest. */
const inOrder = (a: Row, b: Row): number => RANK[a.alert.level] - RANK[b.alert.level] || a.alert.raised - b.alert.raised

async function acted(engine: Engine, caller: Caller, event: AlertAct): Promise<Answer> {
  await seenPatient(engine, caller, patientOf(event.alert))
  const account = await actOnAlert(engine, event)
  const { record } = account
  const alert = alertAfter(account, event.alert)
  if (!alert) throw new Error('An alert that was acted on is gone.')
  const item = workItem(engine, await namesOf(engine), record, alert, caller)
  if (!item) throw refuse('not-found')
  return ok(item)
}

/** Somebody else may have closed one of them meanwhile: that is as good. */
async function acknowledgeGreen(engine: Engine, caller: Caller): Promise<WorkItem[]> {
  const names = await namesOf(engine)
  const items: WorkItem[] = []
  for (const record of await seenPatients(engine, caller)) {
    for (const { id } of record.alerts.open.filter(({ level, status }) => level === 'green' && status === 'open')) {
      const event: AlertAct = { type: 'acknowledged', alert: id, by: actor(caller) }
      const account = await actOnAlert(engine, event).catch(nothingWhenClosed)
      const alert = account && alertAfter(account, id)
      items.push(...(alert ? [workItem(engine, names, account.record, alert, caller) ?? []].flat() : []))
    }
  }
  return items
}

function nothingWhenClosed(error: unknown): null {
  if (error instanceof Refused && error.code === 'already-resolved') return null
  throw error
}

/** The alert as it became, open or closed. */
function alertAfter({ record, alertEffects }: Account, id: string): Alert | undefined {
  const resolved = alertEffects.flatMap((effect) => (effect.type === 'resolved' ? [effect.alert] : []))
  return [...resolved, ...record.alerts.open].find((alert) => alert.id === id)
}

const actor = ({ person, role }: Caller): { person: string; role: string } => ({ person: person.id, role })

export const worklist = (engine: Engine): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/worklist',
    title: 'Alerts of the patients that the caller may see: worst first, then oldest',
    roles: WATCHING,
    query: {
      level: 'red, amber or green.',
      organisation: 'Of one practice.',
      status: 'open (default), acknowledged, snoozed, resolved or all.',
    },
    answers: { 200: ['WorkItem'] },
    handle: async ({ caller, query }) => {
      const level = choice('level', query('level'), LEVELS)
      const status = choice('status', query('status'), STATUSES) ?? 'open'
      const practice = query('organisation')
      const seen = (await seenPatients(engine, caller)).filter(
        ({ organisation }) => practice === undefined || organisation === practice,
      )
      const rows = (await Promise.all(seen.map((record) => rowsOf(engine, record, status)))).flat()
      const names = await namesOf(engine)
      const own = rows.flatMap(({ record, alert: whole }): Row[] => {
        const alert = ownPart(engine.library, caller, whole)
        return alert ? [{ record, alert }] : []
      })
      const wanted = own.filter(({ alert }) => level === undefined || alert.level === level).toSorted(inOrder)
      return ok(wanted.flatMap(({ record, alert }) => workItem(engine, names, record, alert, caller) ?? []))
    },
  }),
  asking({
    method: 'POST',
    path: '/api/alerts/{id}/acknowledge',
    title: 'Take an alert up: it stops climbing',
    roles: CLINICAL,
    answers: { 200: 'WorkItem' },
    handle: ({ caller, param }) =>
      acted(engine, caller, { type: 'acknowledged', alert: param('id'), by: actor(caller) }),
  }),
  taking('SnoozeAlert', {
    method: 'POST',
    path: '/api/alerts/{id}/snooze',
    title: 'Put an alert off until a moment; something worse breaks that',
    roles: CLINICAL,
    answers: { 200: 'WorkItem' },
    handle: ({ body: { until, ...body }, caller, param }) => {
      const at = instantAt(until, '/until')
      return acted(engine, caller, { type: 'snoozed', alert: param('id'), until: at, by: actor(caller), ...body })
    },
  }),
  asking({
    method: 'POST',
    path: '/api/worklist/acknowledge-green',
    title: 'Take up all that is green; a submission that was only to be looked at is closed as seen',
    roles: CENTRE,
    answers: { 200: ['WorkItem'] },
    handle: async ({ caller }) => ok(await acknowledgeGreen(engine, caller)),
  }),
  taking('ResolveAlert', {
    method: 'POST',
    path: '/api/alerts/{id}/resolve',
    title: 'Close an alert, with what came of it',
    roles: CLINICAL,
    answers: { 200: 'WorkItem' },
    handle: ({ body, caller, param }) =>
      acted(engine, caller, { type: 'resolved', alert: param('id'), by: actor(caller), ...body }),
  }),
]
