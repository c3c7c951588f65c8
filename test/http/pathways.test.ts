import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type {
  ApiProblem,
  CheckAnswer,
  Draft,
  DraftSummary,
  PathwaySummary,
  PathwayVersion,
} from '../../runtime/http/api.ts'
import { ask, AUTHOR, BEA, ELS, NINA, openDoor } from './door.ts'
import type { Door } from './door.ts'

const hypertension = await readFile(join(import.meta.dirname, '../../pathways/hypertension.yaml'), 'utf8')
const newer = hypertension.replace('version: 1.0.0', 'version: 1.1.0')

const hypertensionIn = (library: PathwaySummary[]): PathwaySummary => library.find(({ id }) => id === 'hypertension')!

describe('the library', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('shows what is published, and how many patients are on it', async () => {
    const { body } = await ask<PathwaySummary[]>(door, NINA, 'GET /api/pathways')
    const found = body.find(({ id }) => id === 'hypertension')!
    expect(found).toMatchObject({
      title: { nl: 'Hypertensie thuismonitoring' },
      condition: { icpc: 'K86' },
      drafts: [],
    })
    expect(found.versions).toMatchObject([{ version: '1.0.0', patients: 12 }])
    const version = await ask<PathwayVersion>(door, NINA, 'GET /api/pathways/hypertension/versions/1.0.0')
    expect(version.body.text).toBe(hypertension)
    expect((await ask(door, NINA, 'GET /api/pathways/hypertension/versions/9.9.9')).status).toBe(404)
    expect((await ask(door, ELS, 'GET /api/pathways')).status).toBe(403)
  })

  it('checks a text without keeping it', async () => {
    const { body } = await ask<CheckAnswer>(door, NINA, 'POST /api/check', { text: hypertension })
    expect(body.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const wrong = await ask<CheckAnswer>(door, NINA, 'POST /api/check', {
      text: hypertension.replace('route: urgent', 'route: urgnt'),
    })
    expect(wrong.body.problems[0]).toMatchObject({
      severity: 'error',
      path: '/thresholds/crisis-with-complaints/route',
      line: expect.any(Number),
    })
    expect((await ask(door, AUTHOR, 'GET /api/drafts')).body).toEqual([])
  })

  it('keeps drafts: begin, save, save over another, throw away', async () => {
    const begun = await ask<Draft>(door, AUTHOR, 'POST /api/drafts', {
      from: { pathway: 'hypertension', version: '1.0.0' },
    })
    expect([begun.status, begun.body.text, begun.body.by]).toEqual([
      201,
      hypertension,
      { person: 'pim', name: 'Pim Praktijk' },
    ])
    const { id, version } = begun.body
    const saved = await ask<Draft>(door, AUTHOR, `PUT /api/drafts/${id}`, { text: newer, version })
    expect([saved.status, saved.body.version]).toEqual([200, version + 1])
    const stale = await ask<ApiProblem>(door, AUTHOR, `PUT /api/drafts/${id}`, { text: 'x', version })
    expect([stale.status, stale.body.code, stale.body.current?.text]).toEqual([409, 'draft-changed', newer])
    expect((await ask<DraftSummary[]>(door, AUTHOR, 'GET /api/drafts')).body.map((draft) => draft.id)).toEqual([id])
    const shown = await ask<PathwaySummary[]>(door, AUTHOR, 'GET /api/pathways')
    expect(hypertensionIn(shown.body).drafts.map((draft) => draft.id)).toEqual([id])
    expect((await ask(door, AUTHOR, `DELETE /api/drafts/${id}`)).status).toBe(204)
    expect((await ask(door, AUTHOR, `GET /api/drafts/${id}`)).status).toBe(404)
    expect((await ask(door, AUTHOR, `DELETE /api/drafts/${id}`)).status).toBe(404)
    expect((await ask(door, AUTHOR, `PUT /api/drafts/${id}`, { text: 'x', version: 3 })).status).toBe(404)
    expect((await ask(door, AUTHOR, `POST /api/drafts/${id}/publish`)).status).toBe(404)
  })

  it('publishes what has no errors, once and for ever', async () => {
    const { body } = await ask<Draft>(door, AUTHOR, 'POST /api/drafts', { text: newer })
    const published = await ask<PathwayVersion>(door, AUTHOR, `POST /api/drafts/${body.id}/publish`)
    expect([published.status, published.body.version, published.body.text]).toEqual([201, '1.1.0', newer])
    const again = await ask<PathwayVersion>(door, AUTHOR, `POST /api/drafts/${body.id}/publish`)
    expect(again.body).toEqual(published.body)
    await ask(door, AUTHOR, `PUT /api/drafts/${body.id}`, { text: `${newer}# anders\n`, version: 1 })
    const other = await ask<ApiProblem>(door, AUTHOR, `POST /api/drafts/${body.id}/publish`)
    expect([other.status, other.body.code]).toEqual([409, 'version-exists'])
    await ask(door, AUTHOR, `PUT /api/drafts/${body.id}`, {
      text: newer.replace('initial: measuring', 'initial: measurng'),
      version: 2,
    })
    const wrong = await ask<ApiProblem>(door, AUTHOR, `POST /api/drafts/${body.id}/publish`)
    expect([wrong.status, wrong.body.code]).toEqual([422, 'pathway-has-errors'])
    expect(wrong.body.problems![0]).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
      path: expect.any(String),
    })
    const library = (await ask<PathwaySummary[]>(door, AUTHOR, 'GET /api/pathways')).body
    const { versions } = hypertensionIn(library)
    expect(versions.map(({ version, patients }) => [version, patients])).toEqual([
      ['1.1.0', 0],
      ['1.0.0', 12],
    ])
  })

  it('lets practice and centre draw together, and only authors and approvers publish', async () => {
    const { status, body } = await ask<Draft>(door, NINA, 'POST /api/drafts', { text: newer })
    expect(status).toBe(201)
    const refused = await ask<ApiProblem>(door, NINA, `POST /api/drafts/${body.id}/publish`)
    expect([refused.status, refused.body.code]).toEqual([403, 'role-may-not'])
    expect(refused.body.message.nl).toContain('Met de rol "verpleegkundige van het centrum"')
    expect(refused.body.message.nl).toContain('auteur, goedkeurder')
    expect((await ask(door, AUTHOR, `DELETE /api/drafts/${body.id}`)).status).toBe(204)
  })

  it('refuses who may not write, and copies of what is not there', async () => {
    expect((await ask(door, BEA, 'GET /api/drafts')).status).toBe(200)
    expect((await ask(door, BEA, 'POST /api/drafts', { text: '' })).status).toBe(403)
    expect((await ask(door, ELS, 'GET /api/drafts')).status).toBe(403)
    const copy = await ask<ApiProblem>(door, AUTHOR, 'POST /api/drafts', {
      from: { pathway: 'gout', version: '1.0.0' },
    })
    expect([copy.status, copy.body.code]).toEqual([422, 'unknown-pathway'])
  })

  it('takes a large pathway, and refuses a larger one before reading it', async () => {
    const large = await ask<CheckAnswer>(door, AUTHOR, 'POST /api/check', {
      text: `${hypertension}${'# '.repeat(100_000)}`,
    })
    expect(large.status).toBe(200)
    const larger = await ask<ApiProblem>(door, AUTHOR, 'POST /api/check', { text: 'x'.repeat(513 * 1024) })
    expect([larger.status, larger.body.code]).toEqual([413, 'too-large'])
  })
})
