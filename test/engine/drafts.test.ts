import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  createDraft,
  deleteDraft,
  draft,
  drafts,
  openEngine,
  publishDraft,
  saveDraft,
  SetClock,
} from '../../runtime/engine/index.ts'
import { openStore } from '../../runtime/store/open.ts'
import { HYPERTENSION } from './stage.ts'

const BY = { person: 'pim', name: 'Pim' }
const hypertension = await readFile(HYPERTENSION, 'utf8')
const open = async () =>
  openEngine({ store: await openStore({ kind: 'memory' }), clock: new SetClock(1_700_000_000_000) })

describe('a draft', () => {
  it('is saved only over the version that was read', async () => {
    const engine = await open()
    const first = await createDraft(engine, 'pathway: a', BY)
    expect(await saveDraft(engine, first.id, { text: 'pathway: b', version: first.version }, BY)).toMatchObject({
      saved: true,
      draft: { text: 'pathway: b' },
    })
    expect(await saveDraft(engine, first.id, { text: 'pathway: c', version: first.version }, BY)).toMatchObject({
      saved: false,
      draft: { text: 'pathway: b' },
    })
  })

  it('saved by two at once keeps one of them, and tells the other', async () => {
    const engine = await open()
    const { id, version } = await createDraft(engine, '', BY)
    const saves = await Promise.all(['one', 'two'].map((text) => saveDraft(engine, id, { text, version }, BY)))
    expect(saves.filter(({ saved }) => saved)).toHaveLength(1)
  })

  it('thrown away is gone', async () => {
    const engine = await open()
    const { id } = await createDraft(engine, '', BY)
    await deleteDraft(engine, id)
    expect(await drafts(engine)).toEqual([])
    await expect(draft(engine, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('publishing', () => {
  it('keeps the text for ever under its hash, also after a restart', async () => {
    const engine = await open()
    const { id } = await createDraft(engine, hypertension, BY)
    const published = await publishDraft(engine, id, BY)
    expect(published.hash).toMatch(/^[0-9a-f]{64}$/)
    const again = await openEngine({ store: engine.store, clock: engine.clock })
    expect(again.library.versions()).toEqual([published])
  })

  it('of the same text again is the same version; of another text under that number it is refused', async () => {
    const engine = await open()
    const { id, version } = await createDraft(engine, hypertension, BY)
    const first = await publishDraft(engine, id, BY)
    expect(await publishDraft(engine, id, BY)).toEqual(first)
    await saveDraft(engine, id, { text: `${hypertension}\n# anders`, version }, BY)
    await expect(publishDraft(engine, id, BY)).rejects.toMatchObject({ code: 'version-exists' })
  })

  it('is refused while there are errors, with the problems', async () => {
    const engine = await open()
    const { id } = await createDraft(engine, hypertension.replace('route: urgent', 'route: urgnt'), BY)
    await expect(publishDraft(engine, id, BY)).rejects.toMatchObject({
      code: 'pathway-has-errors',
      about: { problems: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) },
    })
    expect(engine.library.versions()).toEqual([])
  })
})
