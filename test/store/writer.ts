/**
 * A process that writes 200 measurements for three patients, eight at a time, and says which are acknowledged; the tests
 * kill it, or give it a disk that fills. Arguments: folder, name of the round, size of a reading's source in characters.
 */
import { writeSync } from 'node:fs'
import { StoreError } from '../../runtime/store/error.ts'
import { openStore } from '../../runtime/store/open.ts'
import { Conflict } from '../../runtime/store/store.ts'
import { measurement, patient } from './samples.ts'

const [folder = '', round = '', size = '0'] = process.argv.slice(2)
const say = (line: string): number => writeSync(1, `${line}\n`)
const store = await openStore({ kind: 'lowdb', folder, checkpoint: 30_000 })
say('open')

/** Repeats on Conflict, as the engine does; says `kept` only after the promise has settled. */
async function write(name: string, id: string, at: number): Promise<void> {
  try {
    const commit = measurement((await store.patient(id)) ?? patient(id), name, at)
    const readings = commit.readings!.map((reading) => ({ ...reading, source: 'x'.repeat(Number(size)) }))
    await store.commit({ ...commit, readings })
    say(`kept ${name} ${id}`)
  } catch (error) {
    if (error instanceof Conflict) return write(name, id, at)
    say(`refused ${name} ${id} ${error instanceof StoreError ? error.code : String(error)}`)
  }
}

const writers = Array.from({ length: 8 }, async (_, writer) => {
  for (let index = writer; index < 200; index += 8)
    await write(`r${round}-${index}`, `p${index % 3}`, index * 3_600_000)
})
await Promise.all(writers)
say('done')
await new Promise((resolve) => setTimeout(resolve, 60_000)) // the parent ends this process
