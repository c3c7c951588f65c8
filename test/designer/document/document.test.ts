/** The author’s text: what is refused, one history, where the cursor is, what stands in a shared file. */
import { describe, expect, it } from 'vitest'
import { PathwayText, type EditResult } from '../../../designer/document.ts'
import { text, open } from './open.ts'

describe('what cannot be done is refused, and the text stays as it is', () => {
  it.each<[string, string, (document: PathwayText) => EditResult]>([
    ['a text that is not YAML', 'a: [ 1\nb: 2\n', (document) => document.set('/b', 3)],
    ['a place that does not exist', text, (document) => document.remove('/states/nowhere')],
    ['a key that exists already', text, (document) => document.insert('/states', 'review', {})],
    ['an alias, which would change in two places', 'a: &x { n: 1 }\nb: *x\n', (document) => document.set('/b/n', 2)],
    ['a move to where no item is', text, (document) => document.move('/routes/urgent', 0, 9)],
  ])('%s', (_why, source, edit) => {
    const document = open(source)
    const result = edit(document)
    expect(result).toMatchObject({ done: false, reason: { nl: expect.any(String), en: expect.any(String) } })
    expect(document.text).toBe(source)
    expect(document.canUndo).toBe(false)
  })
})

describe('one history', () => {
  it('groups typing until a pause, and keeps an edit by a form apart', () => {
    let now = 0
    const document = new PathwayText('n: 1\n', () => now)
    const type = (offset: number, insert: string, at: number): void => {
      now = at
      document.from('yaml', () => document.replace([{ offset, length: 0, insert }]))
    }
    type(4, '2', 100)
    type(5, '3', 300)
    type(6, '4', 3000)
    document.set('/n', 7)
    expect(document.text).toBe('n: 7\n')
    const seen = [0, 1, 2].map(() => (document.undo(), document.text))
    expect(seen).toEqual(['n: 1234\n', 'n: 123\n', 'n: 1\n'])
    expect(document.undo()).toBe(false)
    document.redo()
    document.redo()
    expect(document.text).toBe('n: 1234\n')
  })

  it('keeps the last good value while the text is broken, and undoes through it', () => {
    const document = open('n: 1\n')
    document.replace([{ offset: 3, length: 1, insert: '[' }])
    expect([document.broken, document.value]).toEqual([true, { n: 1 }])
    document.undo()
    expect([document.broken, document.text]).toEqual([false, 'n: 1\n'])
  })

  it('tells what changed, so that an editor can follow', () => {
    const document = open('n: 1\n')
    const changes: unknown[] = []
    document.subscribe((change) => changes.push(change))
    document.set('/n', 2)
    document.undo()
    expect(changes).toEqual([
      { origin: 'form', batches: [[{ offset: 3, length: 1, insert: '2' }]] },
      { origin: 'history', batches: [[{ offset: 3, length: 1, insert: '1' }]] },
    ])
  })
})

describe('cursor and shape', () => {
  it.each([
    ['default: 135', '/parameters/target/default'],
    ['after: 4', '/states/measuring/transitions/0/after'],
    ['  review: {', '/states'],
    ['review: { exit', '/states/review'],
    ['by: phone\nstates', '/routes/urgent/2/by'],
  ])('at “%s” is %s', (words, path) => {
    expect(open().pathAt(text.indexOf(words))).toBe(path)
  })

  it('finds the key with its value', () => {
    const place = open().placeOf('/parameters/target')!
    expect(text.slice(place.offset, place.offset + place.length)).toBe(
      'target: { measurement: systolic, default: 135, from: 120, to: 150 }',
    )
  })
})

describe('a part that stands in a shared file', () => {
  const shared = (): PathwayText =>
    new PathwayText(
      text,
      () => 0,
      (path) => (path.startsWith('/measurements/weight') ? 'vital-signs' : null),
    )

  it.each<[what: string, edit: (document: PathwayText) => EditResult]>([
    ['set', (document) => document.set('/measurements/weight/plausible/from', 30)],
    ['added once more', (document) => document.insert('/measurements', 'weight', { unit: 'kg' })],
    ['added to', (document) => document.insert('/measurements/weight', 'code', 'weight')],
    ['removed', (document) => document.remove('/measurements/weight')],
    ['renamed', (document) => document.rename('measurement', 'weight', 'mass')],
  ])('is not %s here: the text stays as it is, and the reason says where it stands', (_what, edit) => {
    const document = shared()
    const result = edit(document)
    expect(document.text).toBe(text)
    expect(result).toMatchObject({ done: false, reason: { nl: expect.stringContaining('vital-signs.yaml') } })
    expect(document.canUndo).toBe(false)
  })

  it('leaves the rest of the text as free as it was', () => {
    const document = shared()
    expect(document.set('/parameters/target/default', 130)).toEqual({ done: true })
  })
})
