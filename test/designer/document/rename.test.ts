/** Renaming changes a name and every reference to it, and nothing else. */
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../designer/document/rename.ts'
import { open } from './open.ts'

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
