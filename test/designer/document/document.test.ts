/** Edits on the author's text: each changes its own bytes, keeps comments and layout, and can be undone exactly. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PathwayText, type EditResult } from '../../../designer/document.ts'
import type { Kind } from '../../../designer/document/rename.ts'

const text = `# De kop blijft staan.
pathway: demo   # naam
title: { nl: "Proef", en: Trial }
parameters:
  target: { measurement: systolic, default: 135, from: 120, to: 150 }  # streefwaarde
  # onder de grens
  lowest: { measurement: systolic, default: 110 }
measurements:
  systolic:
    unit: "mm[Hg]"
    precision: 1      # hele getallen

  complaints: { type: boolean }
schedules: {}
routes:
  urgent:
    # eerst de verpleegkundige
    - { to: nurse, by: worklist, within: 15 minutes } # een
    - { to: gp, by: phone, within: 30 minutes } # twee
    - to: lead # drie
      by: phone
states:
  measuring:
    title: { nl: Meten }
    note: |
      Regel een

    transitions:
      - { after: 4 weeks, to: review }
  review: { exit: klaar }
upgrade: []
`

const open = (source = text): PathwayText => new PathwayText(source, () => 0)

/** What changed, as the lines that went and the lines that came. */
function changed(before: string, after: string): { gone: string[]; came: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return { gone: old.filter((line) => !now.includes(line)), came: now.filter((line) => !old.includes(line)) }
}

const table: { name: string; edit: (document: PathwayText) => EditResult; gone: string[]; came: string[] }[] = [
  {
    name: 'a number between braces',
    edit: (document) => document.set('/parameters/target/default', 130),
    gone: ['  target: { measurement: systolic, default: 135, from: 120, to: 150 }  # streefwaarde'],
    came: ['  target: { measurement: systolic, default: 130, from: 120, to: 150 }  # streefwaarde'],
  },
  {
    name: 'a quoted text keeps its quotes',
    edit: (document) => document.set('/title/nl', 'Nieuw'),
    gone: ['title: { nl: "Proef", en: Trial }'],
    came: ['title: { nl: "Nieuw", en: Trial }'],
  },
  {
    name: 'a text that needs quotes gets them',
    edit: (document) => document.set('/title/en', 'Trial, two: yes'),
    gone: ['title: { nl: "Proef", en: Trial }'],
    came: ['title: { nl: "Proef", en: "Trial, two: yes" }'],
  },
  {
    name: 'a block scalar keeps the comment behind it',
    edit: (document) => document.set('/measurements/systolic/precision', 0.1),
    gone: ['    precision: 1      # hele getallen'],
    came: ['    precision: 0.1      # hele getallen'],
  },
  {
    name: 'a whole map touches only what differs',
    edit: (document) =>
      document.set('/parameters/target', { measurement: 'systolic', default: 130, from: 120, to: 150 }),
    gone: ['  target: { measurement: systolic, default: 135, from: 120, to: 150 }  # streefwaarde'],
    came: ['  target: { measurement: systolic, default: 130, from: 120, to: 150 }  # streefwaarde'],
  },
  {
    name: 'another comparator takes the place of the old one',
    edit: (document) => document.set('/parameters/lowest', { measurement: 'systolic', plus: 4 }),
    gone: ['  lowest: { measurement: systolic, default: 110 }'],
    came: ['  lowest: { measurement: systolic, plus: 4 }'],
  },
  {
    name: 'a new key in a block stands at the column of its siblings',
    edit: (document) => document.insert('/measurements/systolic', 'loinc', '8480-6'),
    gone: [],
    came: ['    loinc: 8480-6'],
  },
  {
    name: 'a new key between braces',
    edit: (document) => document.set('/measurements/complaints/code', 'klachten'),
    gone: ['  complaints: { type: boolean }'],
    came: ['  complaints: { type: boolean, code: klachten }'],
  },
  {
    name: 'a new entry beside entries in braces',
    edit: (document) => document.insert('/parameters', 'high', { default: 160 }),
    gone: [],
    came: ['  high: { default: 160 }'],
  },
  {
    name: 'a new state in a block, after the state that is named',
    edit: (document) =>
      document.insert('/states', 'titrating', { title: { nl: 'Instellen' }, transitions: [] }, 'measuring'),
    gone: [],
    came: ['  titrating: { title: { nl: Instellen }, transitions: [] }'],
  },
  {
    name: 'a key in an empty map',
    edit: (document) => document.insert('/schedules', 'week', { every: '1 day' }),
    gone: ['schedules: {}'],
    came: ['schedules: { week: { every: 1 day } }'],
  },
  {
    name: 'an item in an empty list',
    edit: (document) => document.append('/upgrade', { from: '1.x' }),
    gone: ['upgrade: []'],
    came: ['upgrade: [ { from: 1.x } ]'],
  },
  {
    name: 'an item at the end of a block list, in the style of the others',
    edit: (document) => document.append('/states/measuring/transitions', { decision: 'stop', to: 'review' }),
    gone: [],
    came: ['      - { decision: stop, to: review }'],
  },
  {
    name: 'a section that was missing stands where the language has it',
    edit: (document) => document.set('/thresholds', { crisis: { level: 'red' } }),
    gone: [],
    came: ['thresholds: { crisis: { level: red } }'],
  },
  {
    name: 'a key with a whole block goes, its neighbours stay',
    edit: (document) => document.remove('/measurements/systolic'),
    gone: ['  systolic:', '    unit: "mm[Hg]"', '    precision: 1      # hele getallen'],
    came: [],
  },
  {
    name: 'a key between braces goes with its comma',
    edit: (document) => document.remove('/parameters/target/from'),
    gone: ['  target: { measurement: systolic, default: 135, from: 120, to: 150 }  # streefwaarde'],
    came: ['  target: { measurement: systolic, default: 135, to: 150 }  # streefwaarde'],
  },
  {
    name: 'the only key between braces leaves an empty pair',
    edit: (document) => document.remove('/measurements/complaints/type'),
    gone: ['  complaints: { type: boolean }'],
    came: ['  complaints: {}'],
  },
  {
    name: 'the only item of a block list leaves an empty list',
    edit: (document) => document.remove('/states/measuring/transitions/0'),
    gone: ['    transitions:', '      - { after: 4 weeks, to: review }'],
    came: ['    transitions: []'],
  },
  {
    name: 'an item of a block list goes with the comment on its line',
    edit: (document) => document.remove('/routes/urgent/1'),
    gone: ['    - { to: gp, by: phone, within: 30 minutes } # twee'],
    came: [],
  },
  {
    name: 'a block text becomes a quoted one',
    edit: (document) => document.set('/states/measuring/note', 'kort'),
    gone: ['    note: |', '      Regel een'],
    came: ['    note: kort'],
  },
  {
    name: 'a list takes the place of a text',
    edit: (document) => document.set('/pathway', ['a', 'b']),
    gone: ['pathway: demo   # naam'],
    came: ['pathway: [ a, b ]   # naam'],
  },
  {
    name: 'a text takes the place of a block, the comment on its line stays',
    edit: (document) => document.set('/routes/urgent', 'none'),
    gone: [
      '  urgent:',
      '    # eerst de verpleegkundige',
      '    - { to: nurse, by: worklist, within: 15 minutes } # een',
      '    - { to: gp, by: phone, within: 30 minutes } # twee',
      '    - to: lead # drie',
      '      by: phone',
    ],
    came: ['  urgent: none'],
  },
]

describe('an edit changes only its own bytes', () => {
  it.each(table)('$name', ({ edit, gone, came }) => {
    const document = open()
    expect(edit(document)).toEqual({ done: true })
    expect(changed(text, document.text)).toEqual({ gone, came })
    expect(parse(document.text)).toEqual(document.value)
    document.undo()
    expect(document.text).toBe(text)
  })
})

describe('moving an item', () => {
  it('takes whole lines along, with the comment on each', () => {
    const document = open()
    expect(document.move('/routes/urgent', 2, 0)).toEqual({ done: true })
    const lines = document.text.split('\n')
    const at = lines.indexOf('    # eerst de verpleegkundige')
    expect(lines.slice(at, at + 6)).toEqual([
      '    # eerst de verpleegkundige',
      '    - to: lead # drie',
      '      by: phone',
      '    - { to: nurse, by: worklist, within: 15 minutes } # een',
      '    - { to: gp, by: phone, within: 30 minutes } # twee',
      'states:',
    ])
  })

  it('moves between commas', () => {
    const document = open('by: [ gp, poh, patient ] # wie\n')
    document.move('/by', 0, 2)
    expect(document.text).toBe('by: [ poh, patient, gp ] # wie\n')
  })
})

describe('renaming', () => {
  const pathway = `parties: { nurse: { kind: centre } }
measurements: { sys: {}, dia: {} } # de metingen
thresholds:
  high: { when: { all: [ { measurement: sys, above: 180 }, { mean: "sys", over: 7 days } ] }, level: red }
initial: sys # geen meting
states: { sys: { transitions: [ { if: { measurement: sys, above: 1 }, to: sys } ] } }
`
  it('changes the key and every reference of that kind, and nothing else', () => {
    const document = open(pathway)
    expect(document.rename('measurement', 'sys', 'upper')).toEqual({ done: true })
    expect(document.text).toBe(`parties: { nurse: { kind: centre } }
measurements: { upper: {}, dia: {} } # de metingen
thresholds:
  high: { when: { all: [ { measurement: upper, above: 180 }, { mean: "upper", over: 7 days } ] }, level: red }
initial: sys # geen meting
states: { sys: { transitions: [ { if: { measurement: upper, above: 1 }, to: sys } ] } }
`)
    document.undo()
    expect(document.text).toBe(pathway)
  })

  it.each([
    ['a name that exists', 'dia'],
    ['a name that is none', 'Boven druk'],
  ])('refuses %s', (_why, name) => {
    const document = open(pathway)
    expect(document.rename('measurement', 'sys', name)).toMatchObject({ done: false })
    expect(document.text).toBe(pathway)
  })
})

describe('renaming where names stand inside names', () => {
  const pathway = `measurements: { sys: {} }
schedules: { week: { measure: [ sys ] } }
baselines: { usual: { of: sys } }
initial: phase
states:
  low: {}
  phase: { initial: low, states: { low: { transitions: [ { decision: up, to: phase.high } ] }, high: {} } }
always: [ { decision: again, to: phase.low }, { decision: down, to: low } ]
`
  it.each<[Kind, string, string, string]>([
    ['state', 'phase', 'step', pathway.replaceAll('phase', 'step')],
    ['state', 'low', 'calm', pathway.replace('  low: {}', '  calm: {}').replace('down, to: low', 'down, to: calm')],
    ['measurement', 'sys', 'upper', pathway.replaceAll('sys', 'upper')],
  ])('a %s: %s to %s', (kind, old, name, expected) => {
    const document = open(pathway)
    expect(document.rename(kind, old, name)).toEqual({ done: true })
    expect(document.text).toBe(expected)
  })
})

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
