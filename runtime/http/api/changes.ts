/** Hearing of changes, and whether the server is well. */
import type { Moment } from './basics.ts'

/**
 * `GET /api/changes` (server-sent events): `event` is the topic, `id` the cursor, `data` this. Read again what it names.
 * `Last-Event-ID` (or `?after=`) goes on where it stopped. Topic `clock` tells that the demonstration's clock moved.
 */
export type ChangeNotice = {
  topic: 'worklist' | 'patient' | 'pathway' | 'clock'
  at: Moment
  patient?: string
  organisation?: string
  alert?: string
  pathway?: string
  draft?: string
  /** What happened: `raised`, `acknowledged`, `resolved`, `told`, `submission`, `state`, `saved`, `published`, … */
  what: string
}

/** `GET /health` */
export type Health = { status: 'ok' | 'failing'; now: Moment; store: 'ok' | 'failing'; nextWake: Moment | null }
