/** The worklist and its alerts. */
import type { Level, Script } from '../../../schemas/index.ts'
import type { ClosedAs, ResolveOutcome, ToldReason } from '../../alerts/alert.ts'
import type { Value } from '../../interpreter/enrolment.ts'
import type { InBoth, Moment, NamedActor } from './basics.ts'

/** One line of `GET /api/worklist?level=&organisation=&status=`: worst first, then oldest. `status` is `open` (default), `acknowledged`, `snoozed`, `resolved` or `all`. */
export type WorkItem = {
  id: string
  level: Level
  title: InBoth
  status: 'open' | 'acknowledged' | 'snoozed' | 'resolved'
  patient: { id: string; name: string }
  organisation: { id: string; name: string }
  enrolment: string
  pathway: PathwayName
  /** All pathways that this alert is about, as far as the one who asks answers for them. */
  pathways: PathwayName[]
  /** What is the matter with this patient, as a sentence. */
  why: InBoth
  /** Where that stands in the pathway: `/thresholds/crisis`. */
  path: string
  because: { reading: string; measurement: string; title: InBoth; value: Value; unit?: string; at: Moment }[]
  unconfirmed: boolean
  late: boolean
  /** What else fired and was put under this alert. */
  under: { key: string; title: InBoth; level: Level; at: Moment }[]
  raised: Moment
  /** Who is asked now, how, and before when. */
  asked: { party: string; title: InBoth; by: 'worklist' | 'phone'; since: Moment; deadline: Moment }
  told: {
    party: string
    title: InBoth
    by: 'worklist' | 'phone'
    since: Moment
    deadline: Moment
    reason: ToldReason
  }[]
  script?: Script
  acknowledged?: { by: NamedActor; at: Moment }
  resolved?: { by: NamedActor; at: Moment; outcome: ClosedAs; note?: string }
  /** Until when it is put off, by whom, and what breaks that. */
  snoozed?: { by: NamedActor; at: Moment; until: Moment; because?: string; causes: InBoth[] }
  /** Readings behind it that were corrected; `value` null is withdrawn. `untrue`: its reason no longer holds. */
  corrected: { reading: string; value: Value | null; at: Moment; by: NamedActor; untrue: boolean }[]
}

export type PathwayName = { id: string; version: string; title: InBoth }

// `POST /api/alerts/:id/acknowledge` (no body) → WorkItem

/** `POST /api/alerts/:id/snooze` → WorkItem. Broken by something worse. What is missing cannot be snoozed: 409 `missing-data`. */
export type SnoozeAlert = { until: Moment; because?: string }

// `POST /api/worklist/acknowledge-green` (no body) → WorkItem[]: everything green that the caller may see is closed as seen

/** `POST /api/alerts/:id/resolve` → WorkItem */
export type ResolveAlert = { outcome: ResolveOutcome; note?: string }
