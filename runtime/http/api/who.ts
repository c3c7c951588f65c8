/** Who is asking, and the demonstration. */
import type { Organisation, Person, Role } from '../../engine/people.ts'
import type { Language, Moment } from './basics.ts'

export type { Organisation, Person, Role }

/** `GET /api/me` */
export type Me = {
  person: { id: string; name: string }
  role: Role
  organisation: Organisation
  language: Language
  /** True in the demonstration: the clock can be moved and one signs in without a password. */
  demo: boolean
  now: Moment
  /** Present for role `patient`. */
  patient?: string
}

/** `POST /api/demo/session` → `Me`, and a cookie. `DELETE /api/demo/session` → 204. `GET /api/demo/people` → `Person[]`. */
export type SignIn = { person: string; role: Role; organisation: string }

/** `GET /api/demo/clock` and the answer of `POST`. `handled` counts the wake-ups that were done on the way. */
export type DemoClock = { now: Moment; handled?: number }

/** `POST /api/demo/clock`: only forward; a duration such as `3 days` or `15 minutes`. */
export type AdvanceClock = { advance: string }

// `GET /api/organisations` → Organisation[]; `GET /api/people` → Person[]
