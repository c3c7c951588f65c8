/** Shared parts and the runtime: a published version keeps what it used, whatever becomes of the shared file. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDraft, openEngine, publishDraft, publishText, SetClock } from '../../runtime/engine/index.ts'
import type { Engine } from '../../runtime/engine/index.ts'
import { hashOf } from '../../runtime/engine/library.ts'
import { readSharedParts } from '../../runtime/engine/shared-folder.ts'
import { openStore } from '../../runtime/store/open.ts'
import { at, enrol, openStage, send } from './stage.ts'

const BY = { person: 'pim', name: 'Pim' }
const vitals = `shared: vitals
title: { nl: Vitale waarden }
measurements:
  systolic: { title: { nl: Bovendruk }, unit: "mm[Hg]", precision: 1, plausible: { from: 40, to: 300 }, evidence: table }
evidence:
  table: { title: Tabel, certainty: proposal }
`
/** The highest plausible pressure becomes 200: what is above it is then no reading that counts. */
const changed = vitals.replace('to: 300', 'to: 200')
const small = readFileSync(join(import.meta.dirname, '../interpreter/rules/base.yaml'), 'utf8').replace(
  /^ {2}systolic: .*\n/m,
  '',
)
const text = `${small}use: { vitals: { measurements: [ systolic ] } }\n`

const open = async (shared: Engine['shared'], store?: Engine['store']): Promise<Engine> =>
  openEngine({ store: store ?? (await openStore({ kind: 'memory' })), clock: new SetClock(1_700_000_000_000), shared })

describe('a published version', () => {
  it('keeps the shared files that it used beside its text, and its hash covers both', async () => {
    const engine = await open({ vitals, other: 'shared: other' })
    const published = await publishText(engine, text, BY)
    expect(published.text).toBe(text)
    expect(published.shared).toEqual({ vitals })
    expect(published.hash).toBe(hashOf(text, { vitals }))
    expect(published.hash).not.toBe(hashOf(text, { vitals: changed }))
    expect(published.hash).not.toBe(hashOf(text))
  })

  it('that uses nothing shared is hashed by its text alone', () => {
    expect(hashOf(text, {})).toBe(hashOf(text))
    expect(hashOf(text, { a: '1', b: '2' })).toBe(hashOf(text, { b: '2', a: '1' }))
  })

  it('with another shared file is another version: the same number is refused', async () => {
    const engine = await open({ vitals })
    const first = await publishText(engine, text, BY)
    expect(await publishText(engine, text, BY)).toEqual(first)
    const later = await open({ vitals: changed }, engine.store)
    await expect(publishText(later, text, BY)).rejects.toMatchObject({ code: 'version-exists' })
  })

  it('reads after a restart as it was published, though the shared file changed or is gone', async () => {
    const engine = await open({ vitals })
    await publishText(engine, text, BY)
    for (const shared of [{ vitals: changed }, {}]) {
      const again = await open(shared, engine.store)
      expect(again.library.get('small', '1.0.0').definition.measurements.systolic!.plausible!.to).toBe(300)
    }
  })
})

it('a draft that uses a shared file is checked with the one that is there now', async () => {
  const engine = await open({})
  const { id } = await createDraft(engine, text, BY)
  await expect(publishDraft(engine, id, BY)).rejects.toMatchObject({
    about: { problems: expect.arrayContaining([expect.objectContaining({ code: 'unknown-shared-file' })]) },
  })
})

it.each([
  ['a later change of the shared file changes nothing for a patient who is on the version', vitals, changed, 1],
  ['and with the narrower file from the start the same value would not have counted', changed, vitals, 0],
])('%s', async (_what, first, then, alerts) => {
  const stage = await openStage(at('2026-03-02T07:00'))
  const { store, clock } = stage
  const before = await openEngine({ store, clock, shared: { vitals: first } })
  await publishText(before, text, BY)
  const { patient } = await enrol({ ...stage, engine: before }, 'p1', 'small')
  const later = await openEngine({ store, clock, shared: { vitals: then } })
  await send({ ...stage, engine: later }, patient, { systolic: 250 })
  expect((await store.patient(patient))!.alerts.open).toHaveLength(alerts)
})

it('the shared files are those in the folder beside the pathways; no folder is no shared parts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zorgpad-shared-'))
  expect(await readSharedParts(folder)).toEqual({})
  await mkdir(join(folder, 'shared'))
  await writeFile(join(folder, 'shared', 'vitals.yaml'), vitals)
  await writeFile(join(folder, 'shared', 'notes.txt'), 'geen yaml')
  expect(await readSharedParts(folder)).toEqual({ vitals })
  await rm(folder, { recursive: true })
})
