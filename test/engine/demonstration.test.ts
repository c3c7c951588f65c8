import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillDemonstration, isFilled, publishFolder } from '../../runtime/engine/demonstration/index.ts'
import { foldUntil, historyOf, openEngine, SetClock } from '../../runtime/engine/index.ts'
import { openStore } from '../../runtime/store/open.ts'
import type { PatientRecord, Store } from '../../runtime/store/store.ts'
import { at } from './stage.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = { examples: join(ROOT, 'examples/demonstration'), pathways: join(ROOT, 'pathways') }
const NOW = at('2026-11-22T07:00')

const filled = async (now = NOW): Promise<Store> => {
  const store = await openStore({ kind: 'memory' })
  await fillDemonstration(store, FOLDERS, now)
  return store
}

describe('the demonstration', () => {
  let store: Store
  let patients: PatientRecord[]
  beforeAll(async () => {
    store = await filled()
    patients = await store.patients()
  })

  it('has twelve patients of one practice, in many states, with open alerts of every level', () => {
    expect(patients).toHaveLength(12)
    expect(new Set(patients.map(({ organisation }) => organisation))).toEqual(new Set(['papieren-beuk']))
    const states = new Set(patients.flatMap(({ enrolments }) => enrolments.map(({ state }) => state)))
    expect([...states]).toEqual(
      expect.arrayContaining(['measuring', 'review', 'titrating', 'stable', 'self-management']),
    )
    const levels = new Set(patients.flatMap(({ alerts }) => alerts.open.map(({ level }) => level)))
    expect([...levels].toSorted()).toEqual(['amber', 'green', 'red'])
  })

  it('has a proposal to answer, and a red alert of minutes ago', () => {
    expect(patients.some(({ enrolments }) => enrolments.some(({ proposals }) => proposals.length > 0))).toBe(true)
    const red = patients.flatMap(({ alerts }) => alerts.open).filter(({ level }) => level === 'red')
    expect(red.map(({ raised }) => NOW - raised)).toEqual([9 * 60_000])
  })

  it('leaves nothing that should have happened by now', () => {
    for (const { wake } of patients) expect(wake ?? Infinity).toBeGreaterThan(NOW)
  })

  it('has histories that fold to what is stored', async () => {
    const engine = await openEngine({ store: await openStore({ kind: 'memory' }), clock: new SetClock(NOW) })
    await publishFolder(engine, FOLDERS.pathways)
    for (const { id, enrolments } of patients) {
      const history = historyOf(engine.library, await store.history(id), enrolments[0]!.id)!
      expect(foldUntil(history, undefined, NOW)).toEqual(enrolments[0])
    }
  })

  it('is the same every time, and knows that it is there', async () => {
    const again = await filled()
    expect(await again.patients()).toEqual(patients)
    expect(await isFilled(again)).toBe(true)
  })

  it.each(['2026-03-29T12:00', '2026-10-25T02:30', '2027-01-01T00:01'])('can begin at any time: %s', async (text) => {
    const begun = await filled(at(text))
    expect((await begun.patients()).flatMap(({ alerts }) => alerts.open).some(({ level }) => level === 'red')).toBe(
      true,
    )
  })
})
