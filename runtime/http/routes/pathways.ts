/** The library: published versions, drafts, checking and publishing. */
import { createDraft, deleteDraft, draft, drafts, publishDraft, refuse, saveDraft } from '../../engine/index.ts'
import type { Author, Engine } from '../../engine/index.ts'
import { examine } from '../../interpreter/index.ts'
import { DRAFTING, PUBLISHING, STAFF } from '../access.ts'
import type { Caller } from '../access.ts'
import type { NewDraft } from '../api.ts'
import { KIB } from '../body.ts'
import { asking, created, done, ok, taking } from '../operation.ts'
import type { Operation } from '../operation.ts'
import { draftSummary, draftView, enrolledPerVersion, pathwaySummaries, pathwayVersion } from '../views/library.ts'

/** A pathway is far below this; the YAML library is slow on more. */
const LIMIT = 512 * KIB

const authorOf = ({ person }: Caller): Author => ({ person: person.id, name: person.name })

function textOf({ library }: Engine, body: NewDraft): string {
  if ('text' in body) return body.text
  const published = library.find(body.from.pathway, body.from.version)
  if (!published) throw refuse('unknown-pathway', body.from, { path: '/from' })
  return published.text
}

export const pathways = (engine: Engine): Operation[] => [
  asking({
    method: 'GET',
    path: '/api/pathways',
    title: 'The library: every pathway with its versions and drafts',
    roles: STAFF,
    answers: { 200: ['PathwaySummary'] },
    handle: async () => ok(pathwaySummaries(engine, await drafts(engine), await enrolledPerVersion(engine))),
  }),
  asking({
    method: 'GET',
    path: '/api/pathways/{id}/versions/{version}',
    title: 'A published version with its text',
    roles: STAFF,
    answers: { 200: 'PathwayVersion' },
    handle: async ({ param }) => {
      const published = engine.library.find(param('id'), param('version'))
      if (!published) throw refuse('not-found')
      return ok(pathwayVersion(published, await enrolledPerVersion(engine)))
    },
  }),
  asking({
    method: 'GET',
    path: '/api/shared',
    title: 'The files of shared parts that a pathway may use, as texts by their name',
    roles: STAFF,
    answers: { 200: 'SharedFiles' },
    handle: () => ok(engine.shared),
  }),
  taking('CheckRequest', {
    method: 'POST',
    path: '/api/check',
    title: 'Check a pathway without keeping it',
    roles: STAFF,
    limit: LIMIT,
    answers: { 200: 'CheckAnswer' },
    handle: ({ body }) => ok({ problems: examine(body.text, engine.shared).problems }),
  }),
  asking({
    method: 'GET',
    path: '/api/drafts',
    title: 'Drafts, newest first',
    roles: STAFF,
    answers: { 200: ['DraftSummary'] },
    handle: async () => ok((await drafts(engine)).map(draftSummary)),
  }),
  taking('NewDraft', {
    method: 'POST',
    path: '/api/drafts',
    title: 'Begin a draft, with a text or as a copy of a version',
    roles: DRAFTING,
    limit: LIMIT,
    answers: { 201: 'Draft' },
    handle: async ({ body, caller }) =>
      created(draftView(await createDraft(engine, textOf(engine, body), authorOf(caller)))),
  }),
  asking({
    method: 'GET',
    path: '/api/drafts/{id}',
    title: 'A draft with its text',
    roles: DRAFTING,
    answers: { 200: 'Draft' },
    handle: async ({ param }) => ok(draftView(await draft(engine, param('id')))),
  }),
  taking('SaveDraft', {
    method: 'PUT',
    path: '/api/drafts/{id}',
    title: 'Save a draft; 409 with the draft as it is when somebody else saved first',
    roles: DRAFTING,
    limit: LIMIT,
    answers: { 200: 'Draft' },
    handle: async ({ body, caller, param }) => {
      const { saved, draft: kept } = await saveDraft(engine, param('id'), body, authorOf(caller))
      if (!saved) throw refuse('draft-changed', {}, { current: draftView(kept) })
      return ok(draftView(kept))
    },
  }),
  asking({
    method: 'DELETE',
    path: '/api/drafts/{id}',
    title: 'Throw a draft away',
    roles: DRAFTING,
    answers: { 204: { description: 'It is gone.' } },
    handle: async ({ param }) => {
      await deleteDraft(engine, param('id'))
      return done
    },
  }),
  asking({
    method: 'POST',
    path: '/api/drafts/{id}/publish',
    title: 'Publish a draft: from then on this version never changes',
    roles: PUBLISHING,
    answers: { 201: 'PathwayVersion' },
    handle: async ({ caller, param }) => {
      const published = await publishDraft(engine, param('id'), authorOf(caller))
      return created(pathwayVersion(published, await enrolledPerVersion(engine)))
    },
  }),
]
