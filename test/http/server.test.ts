import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlertData } from '../../runtime/engine/index.ts'
import type { DemoClock, PatientPage, SubmissionAnswer } from '../../runtime/http/api.ts'
import { serve } from '../../runtime/server.ts'
import { openStore } from '../../runtime/store/open.ts'
import { APP, NINA } from './door.ts'
import { killAll, killDuringStart, startServer, stopAtOnce } from './process.ts'

/** Filled once; every test gets a copy of its own. */
let model: string
let folder: string
beforeAll(async () => {
  model = await mkdtemp(join(tmpdir(), 'zorgpad-model-'))
  const { close } = await serve({ port: 0, dataDir: model, demo: true })
  await close()
}, 60_000)
afterAll(() => rm(model, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zorgpad-server-'))
  await cp(model, folder, { recursive: true })
})
afterEach(async () => {
  killAll()
  await rm(folder, { recursive: true, force: true })
})

const headers = (who: string) => ({ authorization: `Bearer ${who}`, 'content-type': 'application/json' })
const get = async <Body>(url: string, path: string): Promise<Body> =>
  (await (await fetch(url + path, { headers: headers(NINA) })).json()) as Body
const post = (url: string, path: string, body: unknown) =>
  fetch(url + path, { method: 'POST', headers: headers(APP), body: JSON.stringify(body) })

const submission = (number: number) => ({
  identifier: `k${number}`,
  measurements: [{ measurement: 'systolic', value: 100 + (number % 40) }],
})
const addressOf = (number: number): string =>
  `/api/patients/patient-${['01', '03', '08', '09'][number % 4]}/measurements`

describe('kill -9 during 200 writes', () => {
  it('loses nothing that was acknowledged, tears nothing, and takes the rest again', { timeout: 60_000 }, async () => {
    const first = await startServer(folder)
    const acknowledged = new Map<number, SubmissionAnswer>()
    const sending = Array.from({ length: 200 }, async (_, number) => {
      const response = await post(first.url, addressOf(number), submission(number)).catch(() => null)
      const answer =
        response?.status === 201 ? ((await response.json().catch(() => null)) as SubmissionAnswer | null) : null
      if (answer) acknowledged.set(number, answer)
    })
    await expect.poll(() => acknowledged.size, { interval: 1, timeout: 20_000 }).toBeGreaterThan(40)
    await first.kill('SIGKILL')
    await Promise.all(sending)
    expect(acknowledged.size).toBeLessThan(200)

    const second = await startServer(folder)
    for (const [number, answer] of acknowledged) {
      const again = await post(second.url, addressOf(number), submission(number))
      expect([number, again.status, await again.json()]).toEqual([number, 200, answer])
    }
    await Promise.all(
      Array.from({ length: 200 }, (_, number) => post(second.url, addressOf(number), submission(number))),
    )
    const pages = await Promise.all(
      ['01', '03', '08', '09'].map((id) => get<PatientPage>(second.url, `/api/patients/patient-${id}`)),
    )
    const kept = pages
      .flatMap(({ readings }) => readings.map((reading) => reading.submission))
      .filter((name) => /^k\d+$/.test(name))
    expect(kept.toSorted()).toEqual(Array.from({ length: 200 }, (_, number) => `k${number}`).toSorted())
    expect(await second.kill('SIGTERM')).toBe(0)
  })
})

describe('kill -9 while the demonstration is being filled', () => {
  /** How many commits are in the journal: its file is named after its first. */
  const commits = async (store: string): Promise<number> => {
    const journal = join(store, 'journal')
    const files = await readdir(journal).catch(() => [] as string[])
    const last = files.toSorted((a, b) => a.localeCompare(b)).at(-1)
    if (last === undefined) return 0
    const lines = (await readFile(join(journal, last), 'utf8').catch(() => '')).split('\n').length - 1
    return Number.parseInt(last, 10) - 1 + lines
  }

  it('goes on at the next start, at whatever moment', { timeout: 120_000 }, async () => {
    const empty = join(folder, 'empty')
    const cut: number[] = []
    for (const reached of [1, 2, 6, 11, 13]) {
      const killed = await killDuringStart(empty, async () => (await commits(empty)) >= reached)
      if (killed) cut.push(await commits(empty))
    }
    expect(new Set(cut).size).toBeGreaterThan(2)
    const { url, kill } = await startServer(empty)
    const patients = await get<{ id: string }[]>(url, '/api/patients')
    expect(new Set(patients.map(({ id }) => id)).size).toBe(12)
    expect((await post(url, '/api/patients/patient-01/measurements', submission(1))).status).toBe(201)
    expect(await kill('SIGTERM')).toBe(0)
  })
})

describe('an outage', () => {
  const told = async () => {
    const store = await openStore({ kind: 'lowdb', folder })
    const history = await store.history('patient-09')
    await store.close()
    return history.flatMap(({ at, type, data }) => {
      if (type !== 'alert') return []
      const { effect, lateBy } = data as AlertData
      return effect.type === 'told' ? [{ at, party: effect.step.party, lateBy }] : []
    })
  }

  it(
    'of an hour: what was due happens once at the restart, with its original instants, and says how late',
    { timeout: 60_000 },
    async () => {
      const first = await startServer(folder)
      const crisis = {
        identifier: 'crisis',
        measurements: [
          { measurement: 'systolic', value: 196 },
          { measurement: 'complaints', value: true },
        ],
      }
      expect((await post(first.url, '/api/patients/patient-09/measurements', crisis)).status).toBe(201)
      await first.kill('SIGKILL')
      const before = await told()
      const raised = before.at(-1)!.at

      // The clock of the demonstration stands in the store: an hour passes while nothing runs.
      const store = await openStore({ kind: 'lowdb', folder })
      await store.commit({ documents: [{ kind: 'clock', id: 'demo', version: 0, value: { ahead: 3_600_000 } }] })
      await store.close()

      const second = await startServer(folder)
      await second.kill('SIGKILL')
      const after = (await told()).slice(before.length)
      expect(after[0]!.at).toBe(raised + 15 * 60_000)
      expect(after[0]!.lateBy).toBeGreaterThan(44 * 60_000)
      expect(after.map(({ at }) => at)).toEqual(after.map(({ at }) => at).toSorted((a, b) => a - b))

      const third = await startServer(folder)
      expect(await third.kill('SIGTERM')).toBe(0)
      expect((await told()).slice(before.length)).toEqual(after)
    },
  )
})

describe('stopping and starting', () => {
  it('ends with listeners still there, and keeps the clock and the patients', { timeout: 60_000 }, async () => {
    const first = await startServer(folder)
    await post(first.url, '/api/demo/clock', { advance: '2 days' })
    const before = await get<DemoClock>(first.url, '/api/demo/clock')
    const listening = await fetch(`${first.url}/api/changes`, { headers: headers(NINA) })
    expect(await first.kill('SIGTERM')).toBe(0)
    await listening.body?.cancel().catch(() => undefined)

    const second = await startServer(folder)
    const after = await get<DemoClock>(second.url, '/api/demo/clock')
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeLessThan(60_000)
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.now))
    expect((await get<unknown[]>(second.url, '/api/patients')).length).toBe(12)
    expect(await get(second.url, '/health')).toMatchObject({ status: 'ok', nextWake: expect.any(String) })
  })

  it('listens on this computer only', async () => {
    const { url, close } = await serve({ port: 0, dataDir: folder, demo: true })
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await close()
  })

  it('says which port is in use, and lets the folder go again', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => busy.once('listening', resolve))
    const { port } = busy.address() as AddressInfo
    await expect(serve({ port, dataDir: folder, demo: false })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(String(port)),
    })
    busy.close()
    const { close } = await serve({ port: 0, dataDir: folder, demo: false })
    await close()
  })

  it('says that a folder is in use, or cannot be one', async () => {
    const { close } = await serve({ port: 0, dataDir: folder, demo: false })
    await expect(serve({ port: 0, dataDir: folder, demo: false })).rejects.toMatchObject({ code: 'in-use' })
    await close()
    await writeFile(join(folder, 'file'), '')
    await expect(serve({ port: 0, dataDir: join(folder, 'file'), demo: false })).rejects.toMatchObject({
      name: 'StoreError',
    })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('may be stopped by %s as soon as it says that it is up', async (signal) => {
    expect(await stopAtOnce(join(folder, 'new'), signal)).toBe(0)
  })

  it('tells the operator what to do, with a code, in the language that was asked for', async () => {
    const { url, kill } = await startServer(folder)
    const port = new URL(url).port
    await expect(startServer(folder)).rejects.toThrow(/exit 2: serve\.in-use: Een ander proces .* DATA_DIR/s)
    await expect(startServer(join(folder, 'b'), '--port', port, '--lang', 'en')).rejects.toThrow(
      /exit 2: serve\.port-in-use: Port \d+ is in use\. .* --port/s,
    )
    await kill('SIGTERM')
    await writeFile(join(folder, 'index.json'), '{"half')
    await expect(startServer(folder)).rejects.toThrow(/exit 2: serve\.damaged: Een bestand in .* back-up/s)
  })

  it('from the command line says what is wrong, with exit code 2', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(startServer(join(folder, 'file'))).rejects.toThrow(/exit 2: .*file/s)
    await expect(startServer(folder, '--port', '99999')).rejects.toThrow(/exit 2: .*99999/s)
  })
})
