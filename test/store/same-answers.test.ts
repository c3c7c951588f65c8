/** Memory and files give the same answers to any history of commits, whatever is closed, evicted or checkpointed meanwhile. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../../runtime/store/open.ts'
import { Conflict } from '../../runtime/store/store.ts'
import type { Commit, Store } from '../../runtime/store/store.ts'
import { runs } from '../property.ts'
import { temporaryFolder } from './folder.ts'
import { measurement, patient } from './samples.ts'

type Act =
  | { act: 'measure'; patient: number; name: number; day: number; stale: boolean }
  | { act: 'draft'; id: number; stale: boolean }
  | { act: 'move'; patient: number; organisation: string; wake: number | null }
  | { act: 'reopen' }

const number = fc.nat({ max: 3 })
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('measure'),
      patient: number,
      name: fc.nat({ max: 60 }),
      day: fc.nat({ max: 90 }),
      stale: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('draft'), id: number, stale: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('move'),
      patient: number,
      organisation: fc.constantFrom('eik', 'linde'),
      wake: fc.option(fc.nat()),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'reopen' }) },
) as fc.Arbitrary<Act>

/** What this act commits, decided on what the store says; a stale one pretends not to have looked. */
async function commitOf(store: Store, act: Exclude<Act, { act: 'reopen' }>): Promise<Commit> {
  if (act.act === 'draft') {
    const known = (await store.document<number>('draft', `d${act.id}`)) ?? { version: 0, value: 0 }
    return {
      documents: [{ kind: 'draft', id: `d${act.id}`, version: act.stale ? 0 : known.version, value: known.value + 1 }],
    }
  }
  const record = (await store.patient(`p${act.patient}`)) ?? patient(`p${act.patient}`)
  if (act.act === 'move') return { patient: { ...record, organisation: act.organisation, wake: act.wake } }
  return measurement(act.stale ? { ...record, version: 0 } : record, `n${act.name}`, act.day * 86_400_000)
}

async function outcomeOf(store: Store, act: Exclude<Act, { act: 'reopen' }>): Promise<string> {
  try {
    await store.commit(await commitOf(store, act))
    return 'kept'
  } catch (error) {
    return error instanceof Conflict ? 'conflict' : String(error)
  }
}

async function everything(store: Store): Promise<unknown> {
  const ids = ['p0', 'p1', 'p2', 'p3']
  return {
    patients: await store.patients(),
    linde: (await store.patients(['linde'])).map(({ id }) => id),
    readings: await Promise.all(ids.map((id) => store.readings(id))),
    month: await Promise.all(ids.map((id) => store.readings(id, { from: 30 * 86_400_000, to: 60 * 86_400_000 }))),
    history: await Promise.all(ids.map((id) => store.history(id, 2))),
    outgoing: await Promise.all(ids.map((id) => store.outgoing(id))),
    receipts: await Promise.all(Array.from({ length: 61 }, (_, name) => store.receipt(`urn:device|n${name}`))),
    drafts: await store.documents('draft'),
    due: await store.due(Infinity, 10),
    changes: await store.changes(3, 1000),
    latest: await store.latest(),
  }
}

test('any history', async () => {
  const property = fc.asyncProperty(fc.array(act, { maxLength: 120, size: 'max' }), async (acts) => {
    const { folder, clean } = await temporaryFolder()
    const open = (): Promise<Store> => openStore({ kind: 'lowdb', folder, checkpoint: 2000, cache: 1 })
    const memory = await openStore({ kind: 'memory' })
    let files = await open()
    try {
      for (const next of acts) {
        if (next.act === 'reopen') {
          await files.close()
          files = await open()
        } else {
          expect(await outcomeOf(files, next)).toBe(await outcomeOf(memory, next))
        }
      }
      expect(await everything(files)).toEqual(await everything(memory))
    } finally {
      await files.close()
      await clean()
    }
  })
  await fc.assert(property, { numRuns: runs(15) })
}, 600_000)
