/** Edits on the author’s text: each changes its own bytes, keeps comments and layout, and can be undone exactly. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PathwayText, type EditResult } from '../../../designer/document.ts'
import { text, open } from './open.ts'

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
