/** What the practice and the centre do about a made-up patient. */
import type { Instant } from '../../interpreter/enrolment.ts'
import { atLocal } from '../../interpreter/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import { act, actOnAlert } from '../act.ts'
import type { PatientScript } from './script.ts'
import { DAY, recordOf, ROUND } from './stage.ts'
import type { Deed, Stage } from './stage.ts'

/** Once a day somebody goes through the list: alerts are taken up and closed, decisions are taken. */
export function round(stage: Stage, patient: PatientScript, day: number): Deed {
  const { pathway, now } = stage
  const at = atLocal(pathway.zone, day, ROUND)
  const looks = now - at >= (patient.untouched ?? 0) * DAY
  return { at, act: async () => (looks ? visit(stage, patient, at) : undefined) }
}

async function visit(stage: Stage, patient: PatientScript, at: Instant): Promise<void> {
  const { engine, script, now } = stage
  const record = await recordOf(stage, patient)
  for (const { id } of record.alerts.open) {
    await actOnAlert(engine, { type: 'acknowledged', alert: id, by: script.nurse })
    if (now - at < 2 * DAY) continue
    await actOnAlert(engine, { type: 'resolved', alert: id, by: script.nurse, outcome: 'acted', note: 'Gebeld.' })
  }
  await decide(stage, patient, record, at)
}

async function decide(
  { engine, script }: Stage,
  { decide: plans, answers }: PatientScript,
  record: PatientRecord,
  at: Instant,
): Promise<void> {
  const enrolment = record.enrolments[0]
  if (!enrolment) return
  const plan = plans?.[enrolment.state]
  if (plan && at - enrolment.since >= plan.after * DAY) {
    await act(engine, enrolment.id, { type: 'decision', decision: plan.decision, by: script.practice })
  }
  const [proposal] = enrolment.proposals
  if (answers && proposal)
    await act(engine, enrolment.id, { type: 'answer', proposal: proposal.id, accept: true, by: script.practice })
}
