import { describe, expect, it } from 'vitest'
import type { PathwayDefinition } from '../../schemas/index.ts'
import {
  arrivalIn,
  conditionsIn,
  leafStatesIn,
  lived,
  statesIn,
  subStatesIn,
  transitionsIn,
} from '../../runtime/interpreter/walk.ts'

const definition = {
  states: {
    phase: {
      initial: 'one',
      schedules: ['daily'],
      thresholds: ['high'],
      monitoring: 'none',
      states: {
        one: { transitions: [{ after: '1 day', to: 'phase.two' }] },
        two: { schedules: ['weekly', 'daily'], thresholds: [], monitoring: 'centre', review: 'all' },
      },
      transitions: [{ if: { inState: '4 weeks' }, to: 'ended' }],
    },
    ended: { exit: 'ended' },
  },
  always: [{ decision: 'stop', by: ['patient'], to: 'ended' }],
  scores: {
    total: { inputs: { pulse: { measurement: 'pulse', bands: [{ if: { fact: 'x', is: true }, points: 1 }] } } },
  },
} as unknown as PathwayDefinition

describe('walking through phases', () => {
  it('meets each phase directly before its sub-states, by full name and address', () => {
    expect(statesIn(definition).map(({ id, path }) => [id, path])).toEqual([
      ['phase', '/states/phase'],
      ['phase.one', '/states/phase/states/one'],
      ['phase.two', '/states/phase/states/two'],
      ['ended', '/states/ended'],
    ])
    expect(subStatesIn(statesIn(definition)[0]!).map(({ id, phase }) => [id, phase?.id])).toEqual([
      ['phase.one', 'phase'],
      ['phase.two', 'phase'],
    ])
    expect(subStatesIn(statesIn(definition)[1]!)).toEqual([])
  })

  it('a patient is in a sub-state, never in the phase alone', () => {
    expect(leafStatesIn(definition).map(({ id }) => id)).toEqual(['phase.one', 'phase.two', 'ended'])
    expect(['phase', 'phase.two', 'ended', 'nowhere'].map((name) => arrivalIn(definition, name))).toEqual([
      'phase.one',
      'phase.two',
      'ended',
      'nowhere',
    ])
  })

  it('gives the transitions of the phase and of each sub-state, and the conditions in them and in scores', () => {
    expect(transitionsIn(definition).map(({ id, path }) => [id, path])).toEqual([
      ['phase/0', '/states/phase/transitions/0'],
      ['phase.one/0', '/states/phase/states/one/transitions/0'],
      ['always/0', '/always/0'],
    ])
    expect(conditionsIn(definition).map(({ path, use }) => [path, use])).toEqual([
      ['/states/phase/transitions/0/if', 'guard'],
      ['/scores/total/inputs/pulse/bands/0/if', 'score'],
    ])
  })

  it('a sub-state has the schedules of its phase too, and the rest where it says nothing itself', () => {
    const [, one, two] = statesIn(definition)
    expect(lived(one!)).toMatchObject({ schedules: ['daily'], thresholds: ['high'], monitoring: 'none' })
    expect(lived(two!)).toMatchObject({
      schedules: ['weekly', 'daily'],
      thresholds: [],
      monitoring: 'centre',
      review: 'all',
    })
  })

  it('a pathway that is not what it should be is walked all the same', () => {
    const broken = { states: { phase: { states: 7, initial: 'one' }, other: null } } as unknown as PathwayDefinition
    expect(leafStatesIn(broken).map(({ id }) => id)).toEqual(['phase'])
    expect(arrivalIn(broken, 'phase')).toBe('phase')
    expect(statesIn({} as PathwayDefinition)).toEqual([])
  })
})
