/** The library: published versions, drafts, checks. */
import type { Text } from '../../../schemas/index.ts'
import type { Problem } from '../../interpreter/problem.ts'
import type { Moment } from './basics.ts'

export type PublishedVersion = {
  version: string
  /** SHA-256 of the text, in hexadecimal. */
  hash: string
  published: Moment
  by: string
  /** Patients who are on this version now. */
  patients: number
}

/** One row of `GET /api/pathways`. Versions newest first. */
export type PathwaySummary = {
  id: string
  title: Text
  condition?: { snomed?: string; icpc?: string }
  versions: PublishedVersion[]
  drafts: DraftSummary[]
}

/** `GET /api/pathways/:id/versions/:version`; `shared`: the shared files that it uses, as they were when it was published. */
export type PathwayVersion = PublishedVersion & { pathway: string; title: Text; text: string; shared: SharedFiles }

/** `GET /api/shared`: the texts of the shared files by their name. */
export type SharedFiles = Readonly<Record<string, string>>

export type DraftSummary = {
  id: string
  /** The id in the text, when it can be read. */
  pathway: string | null
  title: Text
  /** Counts the savings; send it along with `PUT`. */
  version: number
  created: Moment
  updated: Moment
  by: { person: string; name: string }
}

/** `GET /api/drafts` → DraftSummary[]; `GET /api/drafts/:id`, and the answer of `POST` (201) and `PUT` → Draft; `DELETE` → 204. */
export type Draft = DraftSummary & { text: string }

/** `POST /api/drafts`: with a text, or as a copy of a published version. */
export type NewDraft = { text: string } | { from: { pathway: string; version: string } }

/** `PUT /api/drafts/:id`: `version` is the one that was read; when somebody else saved first, 409 with `current`. */
export type SaveDraft = { text: string; version: number }

// `POST /api/drafts/:id/publish` (no body) → 201 PathwayVersion; the draft stays.

/** `POST /api/check` → CheckAnswer */
export type CheckRequest = { text: string }
export type CheckAnswer = { problems: Problem[] }
