/** What happens to acknowledged commits when the process is killed, the disk fills, or a file is torn. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { appendFile, cp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeAt } from '../../runtime/store/files/durable.ts'
import { openStore } from '../../runtime/store/open.ts'
import type { Store } from '../../runtime/store/store.ts'
import { temporaryFolder } from './folder.ts'
import { measurement, patient } from './samples.ts'

const full = process.env['REPEATS'] === 'full'
const WRITER = join(import.meta.dirname, 'writer.ts')
const PATIENTS = ['p0', 'p1', 'p2']

let folder: string
let clean: () => Promise<void>
beforeEach(async () => ({ folder, clean } = await temporaryFolder()))
afterEach(() => clean())

const open = (): Promise<Store> => openStore({ kind: 'lowdb', folder, checkpoint: 30_000 })

/** Every line the writer says, until `stop` wants it ended; it is then killed without warning. */
async function saidUntil(child: ChildProcess, stop: (line: string, kept: number) => boolean): Promise<string[]> {
  const ended = once(child, 'exit')
  const said: string[] = []
  let kept = 0
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line) // also what it still said before the kill reached it: that was acknowledged as well
    if (line.startsWith('kept')) kept++
    if (stop(line, kept)) child.kill('SIGKILL')
  }
  await ended
  return said
}

function named(said: string[], word: string): string[] {
  return said.filter((line) => line.startsWith(`${word} `)).map((line) => line.split(' ')[1]!)
}

/** Names of the readings in the store, after checking that each commit is there in all its parts or in none. */
async function keptIn(store: Store): Promise<Set<string>> {
  const names = new Set<string>()
  const changed = new Set((await store.changes(0, 1e6)).map(({ data }) => (data as { name: string }).name))
  for (const id of PATIENTS) {
    const readings = (await store.readings(id)).map((reading) => reading.id)
    const history = (await store.history(id)).map(({ data }) => (data as { name: string }).name)
    expect(new Set(readings).size).toBe(readings.length)
    expect(history.toSorted()).toEqual(readings.toSorted())
    expect((await store.outgoing(id)).map((message) => message.id.slice(2)).toSorted()).toEqual(readings.toSorted())
    expect((await store.patient(id))?.version ?? 0).toBe(readings.length)
    for (const name of readings) {
      names.add(name)
      expect(changed).toContain(name)
      expect(await store.receipt(`urn:device|${name}`)).toMatchObject({ patient: id, answer: { name } })
    }
  }
  expect(changed.size).toBe(names.size)
  expect(await store.latest()).toBe(names.size)
  return names
}

describe('kill -9', () => {
  const rounds = full ? 100 : 6

  test(
    `${rounds} times during 200 writes: nothing acknowledged is lost, nothing is torn`,
    { timeout: 600_000 },
    async () => {
      const acknowledged: string[] = []
      for (let round = 0; round < rounds; round++) {
        const after = round === 0 ? 1 : (round * 67) % 200
        const child = spawn(process.execPath, [WRITER, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
        acknowledged.push(...named(await saidUntil(child, (line, kept) => kept >= after && line !== 'open'), 'kept'))
        const store = await open()
        const kept = await keptIn(store)
        for (const name of acknowledged) expect(kept).toContain(name)
        expect(await readdir(join(folder, 'temporary'))).toEqual([])
        await store.close()
      }
      expect(acknowledged.length).toBeGreaterThan(rounds)
    },
  )

  test('wherever the journal is cut, the whole commits before the cut are there', { timeout: 600_000 }, async () => {
    const store = await openStore({ kind: 'lowdb', folder })
    for (let index = 0; index < 6; index++) {
      await store.commit(measurement((await store.patient('p0')) ?? patient('p0'), `n${index}`, index))
    }
    const { folder: copy, clean: cleanCopy } = await temporaryFolder()
    const [journal = ''] = await readdir(join(folder, 'journal'))
    const text = await readFile(join(folder, 'journal', journal))
    for (let cut = 0; cut <= text.length; cut += full ? 7 : 151) {
      await rm(copy, { recursive: true, force: true })
      await cp(folder, copy, { recursive: true })
      await truncate(join(copy, 'journal', journal), cut)
      const again = await openStore({ kind: 'lowdb', folder: copy })
      const whole = text.subarray(0, cut).toString().split('\n').length - 1
      expect((await again.readings('p0')).length).toBe(whole)
      await again.commit(measurement((await again.patient('p0')) ?? patient('p0'), 'after', 99))
      await again.close()
    }
    await cleanCopy()
    await store.close()
  })
})

describe('a full disk', () => {
  test(
    'a commit that does not fit is refused with a code and leaves nothing; the rest stays',
    { timeout: 60_000 },
    async () => {
      // A limit on the size of a file stands in for a full disk: the write stops half-way and then fails, as there.
      const command = `ulimit -f 60 && exec "$0" "$@"`
      const child = spawn('sh', ['-c', command, process.execPath, WRITER, folder, 'full', '9000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const said = await saidUntil(child, (line) => line === 'done')
      const refused = said.filter((line) => line.startsWith('refused'))
      expect(refused.length).toBeGreaterThan(0)
      expect(new Set(refused.map((line) => line.split(' ')[3]))).toEqual(new Set(['disk-full']))
      const store = await open()
      const kept = await keptIn(store)
      expect([...kept].toSorted()).toEqual(named(said, 'kept').toSorted())
      await store.close()
    },
  )

  test('a folder that cannot be made or written is refused with a code', async () => {
    await writeFile(join(folder, 'file'), '')
    const opening = openStore({ kind: 'lowdb', folder: join(folder, 'file', 'data') })
    await expect(opening).rejects.toMatchObject({ code: 'not-writable' })
  })
})

describe('the lock', () => {
  test('a second opening is refused, in this process and from another; after a kill the folder is free', async () => {
    const child = spawn(process.execPath, [WRITER, folder, '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let refused: unknown
    await saidUntil(child, (line) => {
      if (line !== 'done') return false
      void open()
        .catch((error: unknown) => (refused = error))
        .then(() => child.kill('SIGKILL'))
      return false
    })
    expect(refused).toMatchObject({ code: 'in-use', message: expect.stringContaining(`process ${child.pid}`) })
    const store = await open()
    await expect(open()).rejects.toMatchObject({ code: 'in-use' })
    await store.close()
    await (await open()).close()
  })

  test.runIf(process.platform === 'linux')(
    'a lock whose number was given to another process since is stale',
    async () => {
      await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.ppid, started: '1' }))
      await (await open()).close()
    },
  )

  test('a lock that was never finished is stale', async () => {
    await writeFile(join(folder, 'lock'), '{"pid":')
    await (await open()).close()
  })
})

describe('damage to what was acknowledged is told, not passed over', () => {
  async function filled(): Promise<void> {
    const store = await open()
    await store.commit(measurement(patient('p0'), 'n0', 0))
    await store.close()
  }

  test('an index that is gone', async () => {
    await filled()
    await rm(join(folder, 'index.json'))
    await expect(open()).rejects.toMatchObject({ code: 'damaged' })
  })

  test('a document that is no JSON any more: that patient only', async () => {
    await filled()
    await appendFile(join(folder, 'patients', 'p0', 'patient.json'), '}')
    const store = await open()
    await expect(store.patient('p0')).rejects.toMatchObject({ code: 'damaged' })
    await store.commit({ patient: patient('p1') })
    await expect(store.commit(measurement({ ...patient('p0'), version: 1 }, 'n1', 1))).rejects.toMatchObject({
      code: 'damaged',
    })
    await store.close()
  })

  test('an older journal file with a broken line', async () => {
    await filled()
    await writeFile(join(folder, 'journal', '000000000000002.jsonl'), '{"number":2,"commit\n')
    await writeFile(join(folder, 'journal', '000000000000003.jsonl'), '')
    await expect(open()).rejects.toMatchObject({ code: 'damaged' })
  })
})

test('what is written at a place ends there: nothing of a longer text stays behind it', async () => {
  const path = join(folder, 'deep', 'file')
  expect(await writeAt(path, 0, 'één lange regel')).toBe(17)
  expect(await writeAt(path, 5, ' kort')).toBe(10)
  expect(await readFile(path, 'utf8')).toBe('één kort')
})

describe('what a commit costs, and who may read it', () => {
  test('a commit writes as much with five hundred patients as with one', async () => {
    const store = await openStore({ kind: 'lowdb', folder })
    const written = async (): Promise<number> => {
      const files = await readdir(folder, { recursive: true })
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
      return sizes.reduce((sum, size) => sum + size, 0)
    }
    const cost = async (name: string): Promise<number> => {
      const before = await written()
      await store.commit(measurement((await store.patient('aaa'))!, name, 5))
      return (await written()) - before
    }
    await store.commit({ patient: patient('aaa') })
    const alone = await cost('n001')
    await Promise.all(Array.from({ length: 500 }, (_, index) => store.commit({ patient: patient(`b${index}`) })))
    expect(Math.abs((await cost('n002')) - alone)).toBeLessThan(20) // numbers of more digits
    await store.close()
  })

  test.runIf(process.platform !== 'win32')('only the owner may read the files', async () => {
    const store = await open()
    for (let index = 0; index < 120; index++) {
      await store.commit(measurement((await store.patient('p0')) ?? patient('p0'), `n${index}`, index))
    }
    await store.commit({ documents: [{ kind: 'draft', id: 'x', version: 0, value: 1 }] })
    await store.close()
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const file of files) {
      const { mode } = await stat(join(file.parentPath, file.name))
      expect(mode & 0o077, file.name).toBe(0)
    }
    expect(files.filter((file) => file.isFile()).length).toBeGreaterThan(5)
  })
})
