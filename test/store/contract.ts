/** What every store must do, whatever it is made of: one suite, run for each adapter. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../runtime/store/error.ts'
import { Conflict } from '../../runtime/store/store.ts'
import type { Store } from '../../runtime/store/store.ts'
import { measurement, patient, reading } from './samples.ts'

export type Bench = { open(): Promise<Store>; clean(): Promise<void> }

/** `keeps`: opening again finds what was there on close. Memory forgets, and is meant to. */
export function contract(name: string, { keeps }: { keeps: boolean }, bench: () => Promise<Bench>): void {
  describe(`store contract: ${name}`, () => {
    let here: Bench
    let store: Store

    beforeEach(async () => {
      here = await bench()
      store = await here.open()
    })
    afterEach(async () => {
      await store.close()
      await here.clean()
    })

    test('nothing is there at first', async () => {
      expect(await store.patient('a')).toBeNull()
      expect(await store.patientByIdentifier('urn:test', 'a')).toBeNull()
      expect(await store.patients()).toEqual([])
      expect(await store.readings('a')).toEqual([])
      expect(await store.history('a')).toEqual([])
      expect(await store.outgoing('a')).toEqual([])
      expect(await store.receipt('urn:device|1')).toBeNull()
      expect(await store.document('draft', 'x')).toBeNull()
      expect(await store.documents('draft')).toEqual([])
      expect(await store.due(Infinity, 10)).toEqual([])
      expect(await store.changes(0, 10)).toEqual([])
      expect(await store.latest()).toBe(0)
    })

    test('a commit is there in all its parts, with the version counted up', async () => {
      await store.commit(measurement(patient('a'), 'one', 5000))
      expect(await store.patient('a')).toEqual({ ...patient('a'), version: 1 })
      expect(await store.readings('a')).toMatchObject([{ id: 'one', at: 5000 }])
      expect(await store.receipt('urn:device|one')).toMatchObject({ fingerprint: 'f-one', answer: { name: 'one' } })
      expect(await store.history('a')).toEqual([{ at: 5000, type: 'submission', data: { name: 'one' }, number: 1 }])
      expect(await store.outgoing('a')).toMatchObject([{ id: 'm-one' }])
      expect(await store.changes(0, 10)).toMatchObject([{ cursor: 1, data: { name: 'one' } }])
    })

    test('what is handed out, and what was handed in, are copies', async () => {
      const commit = measurement(patient('a', { identifiers: [{ system: 'urn:test', value: 'a' }] }), 'one', 5000)
      const committed = store.commit(commit)
      commit.patient!.name = 'changed at once'
      await committed
      commit.readings![0]!.value = 999
      const record = (await store.patient('a'))!
      record.name = 'changed later'
      record.consent.length = 0
      ;(await store.readings('a'))[0]!.value = 999
      ;(await store.receipt('urn:device|one'))!.fingerprint = 'changed'
      ;(await store.changes(0, 1))[0]!.data = 'changed'
      ;(await store.patients())[0]!.name = 'changed'
      ;(await store.history('a'))[0]!.data = 'changed'
      expect(await store.patient('a')).toEqual({ ...patient('a'), version: 1 })
      expect(await store.readings('a')).toMatchObject([{ value: 135 }])
      expect(await store.receipt('urn:device|one')).toMatchObject({ fingerprint: 'f-one' })
      expect(await store.changes(0, 1)).toMatchObject([{ data: { name: 'one' } }])
      expect(await store.history('a')).toMatchObject([{ data: { name: 'one' } }])
    })

    test('a stale version is a Conflict, and nothing of that commit is kept', async () => {
      await store.commit(measurement(patient('a'), 'one', 5000))
      const stale = {
        ...measurement(patient('a'), 'two', 6000),
        documents: [{ kind: 'draft', id: 'x', version: 0, value: 1 }],
      }
      await expect(store.commit(stale)).rejects.toBeInstanceOf(Conflict)
      expect(await store.readings('a')).toHaveLength(1)
      expect(await store.receipt('urn:device|two')).toBeNull()
      expect(await store.history('a')).toHaveLength(1)
      expect(await store.outgoing('a')).toHaveLength(1)
      expect(await store.document('draft', 'x')).toBeNull()
      expect(await store.latest()).toBe(1)
    })

    test('of two simultaneous commits one is a Conflict; repeated, both are kept', async () => {
      await store.commit({ patient: patient('a') })
      const record = (await store.patient('a'))!
      const results = await Promise.allSettled([
        store.commit(measurement(record, 'one', 5000)),
        store.commit(measurement(record, 'two', 5001)),
      ])
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected'])
      await store.commit(measurement((await store.patient('a'))!, 'two', 5001))
      expect((await store.readings('a')).map(({ id }) => id)).toEqual(['one', 'two'])
      expect((await store.patient('a'))!.version).toBe(3)
    })

    test('forty writers that repeat on Conflict lose nothing', async () => {
      await store.commit({ patient: patient('a') })
      const write = async (name: string, at: number): Promise<void> => {
        for (;;) {
          try {
            return await store.commit(measurement((await store.patient('a'))!, name, at))
          } catch (error) {
            if (!(error instanceof Conflict)) throw error
          }
        }
      }
      await Promise.all(Array.from({ length: 40 }, (_, index) => write(`n${index}`, 5000 + index)))
      expect((await store.readings('a')).map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, i) => `n${i}`))
      expect((await store.history('a')).map(({ number }) => number)).toEqual(
        Array.from({ length: 40 }, (_, i) => i + 1),
      )
      expect(new Set((await store.changes(0, 100)).map(({ cursor }) => cursor)).size).toBe(40)
    })

    test('a receipt and an identifier belong to one commit and one patient', async () => {
      await store.commit(measurement(patient('a'), 'one', 5000))
      await expect(store.commit(measurement(patient('b'), 'one', 5000))).rejects.toBeInstanceOf(Conflict)
      const taken = patient('b', { identifiers: [{ system: 'urn:test', value: 'a' }] })
      await expect(store.commit({ patient: taken })).rejects.toBeInstanceOf(Conflict)
      expect(await store.patient('b')).toBeNull()
    })

    test('a patient is found by each identifier, and no longer by one that was taken away', async () => {
      const both = [
        { system: 'urn:bsn', value: '900000012' },
        { system: 'urn:app', value: '7' },
      ]
      await store.commit({ patient: patient('a', { identifiers: both }) })
      expect((await store.patientByIdentifier('urn:bsn', '900000012'))?.id).toBe('a')
      expect((await store.patientByIdentifier('urn:app', '7'))?.id).toBe('a')
      await store.commit({ patient: { ...(await store.patient('a'))!, identifiers: both.slice(0, 1) } })
      expect(await store.patientByIdentifier('urn:app', '7')).toBeNull()
      await store.commit({ patient: patient('b', { identifiers: both.slice(1) }) })
      expect((await store.patientByIdentifier('urn:app', '7'))?.id).toBe('b')
    })

    test('patients are listed by organisation', async () => {
      await store.commit({ patient: patient('c', { organisation: 'eik' }) })
      await store.commit({ patient: patient('a') })
      await store.commit({ patient: patient('b') })
      expect((await store.patients(['linde'])).map(({ id }) => id)).toEqual(['a', 'b'])
      expect((await store.patients(['eik', 'linde'])).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect((await store.patients()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect(await store.patients([])).toEqual([])
    })

    test('readings come in order of time, those of one instant in order of arrival, in a half-open range', async () => {
      const readings = [
        reading('a', 300),
        reading('a', 100),
        reading('a', 200, 140),
        reading('a', 200, 120),
        reading('a', 200, 80, 'diastolic'),
      ]
      await store.commit({ patient: patient('a'), readings })
      const values = async (range?: { from?: number; to?: number; measurement?: string }): Promise<unknown[]> =>
        (await store.readings('a', range)).map(({ at, value }) => [at, value])
      const middle = [[200, 140], [200, 120], [200, 80]] // prettier-ignore
      expect(await values()).toEqual([[100, 135], ...middle, [300, 135]])
      expect(await values({ from: 200, to: 300 })).toEqual(middle)
      expect(await values({ to: 200 })).toEqual([[100, 135]])
      expect(await values({ from: 201 })).toEqual([[300, 135]])
      expect(await values({ from: 150, to: 250, measurement: 'diastolic' })).toEqual([[200, 80]])
    })

    test('readings of a patient that does not exist are refused', async () => {
      const error = await store.commit({ readings: [reading('nobody', 1)] }).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(StoreError)
      expect(error).toMatchObject({ code: 'unknown-patient' })
      await expect(store.commit({ history: [{ at: 1, type: 'x', data: 1 }] })).rejects.toThrow(StoreError)
    })

    test('documents have versions of their own', async () => {
      const id = 'Hypertensie/v 1.0 ÄÖ.json'
      await store.commit({ documents: [{ kind: 'draft', id, version: 0, value: { text: 'a' } }] })
      await store.commit({ documents: [{ kind: 'draft', id: 'hypertensie', version: 0, value: 'other' }] })
      await expect(store.commit({ documents: [{ kind: 'draft', id, version: 0, value: 1 }] })).rejects.toThrow(Conflict)
      await store.commit({ documents: [{ kind: 'draft', id, version: 1, value: { text: 'b' } }] })
      expect(await store.document('draft', id)).toEqual({ kind: 'draft', id, version: 2, value: { text: 'b' } })
      expect((await store.documents('draft')).map((document) => document.id)).toEqual([id, 'hypertensie'])
      expect(await store.documents('person')).toEqual([])
    })

    test('what is acknowledged is listed at once, also while it is on its way to its file', async () => {
      for (let count = 1; count <= 60; count++) {
        await store.commit({ documents: [{ kind: 'draft', id: `d${count}`, version: 0, value: 'x'.repeat(900) }] })
        expect(await store.documents('draft')).toHaveLength(count)
      }
    })

    test('due patients come earliest first, up to and including now', async () => {
      const wakes = { a: 300, b: 100, c: 200, d: null, e: 200 }
      for (const [id, wake] of Object.entries(wakes)) await store.commit({ patient: patient(id, { wake }) })
      expect(await store.due(99, 10)).toEqual([])
      expect(await store.due(200, 10)).toEqual([
        { patient: 'b', wake: 100 },
        { patient: 'c', wake: 200 },
        { patient: 'e', wake: 200 },
      ])
      expect(await store.due(1000, 1)).toEqual([{ patient: 'b', wake: 100 }])
      await store.commit({ patient: { ...(await store.patient('b'))!, wake: null } })
      expect(await store.due(100, 10)).toEqual([])
    })

    test('changes are resumed after a cursor, and cursors only rise', async () => {
      const changes = (count: number): { at: number; topic: 'worklist'; data: number }[] =>
        Array.from({ length: count }, (_, data) => ({ at: 1, topic: 'worklist' as const, data }))
      await store.commit({ changes: changes(3) })
      await store.commit({ changes: changes(2) })
      expect((await store.changes(0, 10)).map(({ cursor }) => cursor)).toEqual([1, 2, 3, 4, 5])
      expect((await store.changes(2, 2)).map(({ cursor, data }) => [cursor, data])).toEqual([[3, 2], [4, 0]]) // prettier-ignore
      expect(await store.changes(5, 10)).toEqual([])
      expect(await store.changes(50, 10)).toEqual([])
      expect(await store.latest()).toBe(5)
    })

    test('a closed store refuses everything with a code', async () => {
      await store.close()
      await expect(store.patient('a')).rejects.toMatchObject({ code: 'closed' })
      await expect(store.commit({ patient: patient('a') })).rejects.toMatchObject({ code: 'closed' })
      await expect(store.close()).resolves.toBeUndefined()
    })

    if (!keeps) return
    test('everything is there again after closing and opening', async () => {
      for (let index = 0; index < 250; index++) {
        await store.commit(measurement((await store.patient('a')) ?? patient('a'), `n${index}`, index * 86_400_000))
      }
      await store.commit({ patient: patient('b', { wake: 70, organisation: 'eik' }) })
      await store.commit({ documents: [{ kind: 'draft', id: 'X', version: 0, value: 'x' }] })
      const everything = async (): Promise<unknown> => ({
        patients: await store.patients(),
        found: (await store.patientByIdentifier('urn:test', 'b'))?.id,
        readings: await store.readings('a'),
        february: (await store.readings('a', { from: 31 * 86_400_000, to: 59 * 86_400_000 })).length,
        history: await store.history('a', 3),
        outgoing: await store.outgoing('a'),
        first: await store.receipt('urn:device|n0'),
        due: await store.due(100, 5),
        drafts: await store.documents('draft'),
        changes: await store.changes(7, 1000),
      })
      const before = await everything()
      expect(before).toMatchObject({ found: 'b', february: 28, first: { answer: { name: 'n0' } } })
      for (let times = 0; times < 2; times++) {
        await store.close()
        store = await here.open()
        expect(await everything()).toEqual(before)
      }
      await store.commit({ changes: [{ at: 1, topic: 'pathway', data: 'newest' }] })
      expect(await store.latest()).toBe(251)
      await expect(store.commit({ patient: patient('b') })).rejects.toBeInstanceOf(Conflict)
      await expect(store.commit(measurement(patient('z'), 'n0', 1))).rejects.toBeInstanceOf(Conflict)
    })

    test('a listener that was away for 25,000 changes hears each of them once, in order', async () => {
      for (let commit = 0; commit < 5; commit++) {
        const changes = Array.from({ length: 5000 }, (_, at) => ({ at, topic: 'worklist' as const, data: commit }))
        await store.commit({ changes })
      }
      await store.close()
      store = await here.open()
      await store.commit({ changes: [{ at: 0, topic: 'worklist', data: 'newest' }] })
      const cursors: number[] = []
      for (
        let page = await store.changes(0, 3000);
        page.length > 0;
        page = await store.changes(cursors.at(-1)!, 3000)
      ) {
        cursors.push(...page.map(({ cursor }) => cursor))
      }
      expect(cursors).toEqual(Array.from({ length: 25_001 }, (_, index) => index + 1))
    })
  })
}
