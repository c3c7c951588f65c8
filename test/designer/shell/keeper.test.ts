/** Keeping a draft: saved after a pause, kept in the browser until then, and a conflict is for the author to decide. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PathwayText } from '../../../designer/document.ts'
import { Keeper, unsavedWork, type Saver } from '../../../designer/shell/keeper.ts'
import type { Draft } from '../../../runtime/http/api.ts'

const draft: Draft = {
  id: 'd1',
  pathway: 'demo',
  title: { nl: 'Proef' },
  version: 3,
  created: '2026-03-01T08:00:00+01:00',
  updated: '2026-03-01T08:00:00+01:00',
  by: { person: 'nina', name: 'Nina' },
  text: 'n: 1\n',
}

/** A browser's storage, in memory. */
function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** A server with one draft that refuses a version that is not its own, as the real one does. */
function server(): Saver & { now: Draft } {
  const own = { now: draft }
  return Object.assign(own, {
    save: async (_id: string, { text, version }: { text: string; version: number }): Promise<Draft> => {
      if (version !== own.now.version) throw Object.assign(new Error('conflict'), { current: own.now })
      own.now = { ...own.now, text, version: version + 1 }
      return own.now
    },
    current: (error: unknown) => (error as { current?: Draft }).current,
  })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function keep(): { document: PathwayText; keeper: Keeper; saver: ReturnType<typeof server>; kept: Storage } {
  const document = new PathwayText(draft.text, () => 0)
  const [saver, kept] = [server(), storage()]
  return { document, saver, kept, keeper: new Keeper(draft, document, saver, kept, () => {}) }
}

describe('Keeper', () => {
  it('saves once, a moment after the last change, and keeps the work in the browser until then', async () => {
    const { document, keeper, saver, kept } = keep()
    document.set('/n', 2)
    document.set('/n', 3)
    expect([keeper.status, unsavedWork('d1', kept)]).toEqual(['unsaved', { text: 'n: 3\n', version: 3 }])
    await vi.runAllTimersAsync()
    expect([keeper.status, saver.now.text, saver.now.version, unsavedWork('d1', kept)]).toEqual([
      'saved',
      'n: 3\n',
      4,
      null,
    ])
  })

  it('has nothing to save after undo', async () => {
    const { document, keeper, saver } = keep()
    document.set('/n', 2)
    document.undo()
    await vi.runAllTimersAsync()
    expect([keeper.status, saver.now.version]).toEqual(['saved', 3])
  })

  it('saves what was typed while it was saving', async () => {
    const { document, keeper, saver } = keep()
    document.set('/n', 2)
    const saving = keeper.save()
    document.set('/n', 3)
    await saving
    await vi.runAllTimersAsync()
    expect([keeper.status, saver.now.text]).toEqual(['saved', 'n: 3\n'])
  })

  it.each([
    ['mine goes on', (keeper: Keeper) => keeper.keepMine(), 'n: 2\n'],
    ['theirs goes on', async (keeper: Keeper) => keeper.takeTheirs(), 'n: 9\n'],
  ])('after a conflict %s', async (_choice, choose, text) => {
    const { document, keeper, saver } = keep()
    saver.now = { ...draft, version: 4, text: 'n: 9\n' }
    document.set('/n', 2)
    await vi.runAllTimersAsync()
    expect([keeper.status, keeper.theirs?.text]).toEqual(['conflict', 'n: 9\n'])
    await choose(keeper)
    await vi.runAllTimersAsync()
    expect([keeper.status, document.text, saver.now.text]).toEqual(['saved', text, text])
  })
})
