/** What can happen in a story besides measuring: reports, pauses, corrections, questionnaires, snoozes, several pathways. */
import { describe, expect, it } from 'vitest'
import { differs, playedRich, storyOf } from './rich-pathway.ts'

describe('states within a phase', () => {
  it('a phase fits each of its sub-states, a sub-state only itself', () => {
    expect(differs(['expect: { state: home }', 'expect: { state: home.first }'])).toEqual([])
    expect(differs(['expect: { state: home.later }'])).toEqual(['/0/steps/0/expect/state: home.later / home.first'])
    expect(differs(['expect: { state: hospital }'])).toEqual(['/0/steps/0/expect/state: hospital / home.first'])
  })

  it('are entered by a report of an event, and by a decision again', () => {
    const steps = [
      'at: +1 day, report: admitted, expect: { state: hospital, entered: [ home.first, hospital ] }',
      'at: +2 days, decide: home, by: gp, expect: { entered: [ home.first ] }',
      'at: +5 days, expect: { state: home.later }',
    ]
    expect(differs(steps)).toEqual([])
  })
})

describe('a questionnaire', () => {
  const later = 'at: day 3 17:00, expect: { state: home.later }'

  it('is filled in, in the order of its items; a score follows, by total or by outcome', () => {
    const filled = 'at: day 3 18:00, fill: { mood: [ 2, 6 ] }'
    expect(
      differs([later, `${filled}, expect: { score: { burden: 8 }, alerts: [ { threshold: burdened } ] }`]),
    ).toEqual([])
    expect(differs([later, `${filled}, expect: { score: { burden: heavy } }`])).toEqual([])
    expect(differs([later, `${filled}, expect: { score: { burden: 7 } }`])).toEqual([
      '/0/steps/1/expect/score: { burden: 7 } / { burden: 8 }',
    ])
  })

  it('of which an item was skipped gives no score', () => {
    expect(
      differs([later, 'fill: { mood: [ 2, null, true ] }, expect: { score: { burden: null }, alerts: [] }']),
    ).toEqual([])
  })

  it('can be sent item by item, and beside measurements', () => {
    const sent = 'send: { sleep: 0, worry: 7 }, expect: { score: { burden: light } }'
    expect(
      differs([
        later,
        sent,
        'at: +3 days, fill: { mood: [ 1, 1 ] }, send: { systolic: 190 }, expect: { score: { burden: 2 }, alerts: [ { threshold: high } ] }',
      ]),
    ).toEqual([])
  })

  it('is filled in whenever it is asked', () => {
    const planned =
      'days: 3-10, each: reading, schedule: weekly-mood, fill: { mood: [ 0, 1 ] }, expect: { score: { burden: 1 }, missed: [ daily ] }'
    expect(differs([later, planned])).toEqual([])
  })

  it('covers outcomes and items', () => {
    const { coverage } = playedRich(storyOf([later, 'fill: { mood: [ 2, 6 ] }']))
    expect(coverage.outcomes).toEqual({ hit: 1, total: 2, missed: ['/scores/burden/outcomes/1'] })
    expect(coverage.items).toEqual({ hit: 2, total: 3, missed: ['/questionnaires/mood/items/alone'] })
  })
})

describe('a pause', () => {
  it('excuses windows instead of missing them, until it ends', () => {
    const steps = [
      'at: day 1 06:00, pause: { reason: holiday, until: 2 days }, by: nurse',
      'at: day 2 23:00, expect: { missed: 0, reminded: 0, excused: 2, alerts: [] }',
      'at: day 3 12:00, expect: { missed: [ daily ], excused: [] }',
    ]
    expect(differs(steps)).toEqual([])
  })

  it('can be ended; when there is none that is refused', () => {
    const steps = [
      'pause: { reason: admission }',
      'at: day 2 12:00, resume: true, by: nurse, expect: { excused: 2 }',
      'at: day 3 12:00, expect: { missed: 1 }',
      'resume: true, expect: { refused: not-paused }',
    ]
    expect(differs(steps)).toEqual([])
  })

  it('an outage that is told afterwards excuses what was missed', () => {
    const steps = [
      'at: day 1 23:00, expect: { missed: 1 }',
      'outage: { from: day 1 07:00, until: day 1 12:00 }, expect: { excused: [ daily ] }',
    ]
    expect(differs(steps)).toEqual([])
  })
})

describe('a correction', () => {
  const sent = 'at: day 1 09:00, send: { systolic: 190 }, expect: { alerts: [ { threshold: high } ] }'

  it('says what had rested on the value, and what of that is no longer true', () => {
    const corrected =
      'correct: { measurement: systolic, to: 109 }, by: nurse, expect: { corrected: high, untrue: [ high ], alerts: [] }'
    expect(differs([sent, corrected])).toEqual([])
    expect(
      differs([sent, 'correct: { measurement: systolic, withdrawn: true, at: day 1 09:00 }, expect: { untrue: [] }']),
    ).toEqual(['/0/steps/1/expect/untrue: [] / [ high ]'])
  })

  it('of a value that was not sent says which there are', () => {
    expect(differs([sent, 'correct: { measurement: systolic, to: 1, at: day 1 08:00 }'])).toEqual([
      '/0/steps/1/correct: Van `systolic` is hier geen waarde bewaard die verbeterd kan worden. Wel gemeten op: [ 2026-01-12T09:00 ].',
    ])
  })
})

describe('a snooze', () => {
  it('keeps the alert from climbing until it ends', () => {
    const steps = [
      'at: day 1 09:00, send: { systolic: 190 }',
      'at: day 1 10:00, snooze: high, until: 1 day, by: nurse, expect: { open: [ { threshold: high, snoozed: true } ] }',
      'at: day 2 09:59, expect: { told: [], open: [ { threshold: high } ] }',
      'at: day 2 10:00, expect: { told: [ nurse ], open: [ { snoozed: false } ] }',
    ]
    expect(differs(steps)).toEqual([])
  })
})

describe('review of everything', () => {
  it('a calm submission is there to be looked at, and no alert', () => {
    const steps = [
      'at: day 1 08:30, send: { systolic: 120 }, expect: { review: false }',
      'at: day 4 08:30, send: { systolic: 120 }, expect: { review: true, alerts: [], open: [], told: [] }',
    ]
    expect(differs(steps)).toEqual([])
  })
})

describe('several pathways of one patient', () => {
  const also = '  also: [ { pathway: small, facts: { age: 64 } } ]\n'

  it('each has its own state; what is sent reaches all; alerts about one thing are one', () => {
    const steps = [
      'expect: { state: home, also: [ { in: small, state: measuring } ] }',
      'at: day 1 09:00, send: { systolic: 190, complaints: true }, expect: { alerts: [ { level: red, pathways: [ small, rich ] } ] }',
      'at: day 2 09:00, decide: withdraw, by: gp, in: small, expect: { in: small, exit: withdrawn }',
      'expect: { state: home }',
    ]
    expect(differs(steps, also)).toEqual([])
  })

  it('planned measuring does what any of them asks', () => {
    const steps = [
      'days: 1, each: reading, send: { systolic: 150 }, expect: { missed: 0, also: [ { in: small, missed: 0 } ] }',
    ]
    expect(differs(steps, also)).toEqual([])
  })

  it('who does not take part in the other is told', () => {
    const failures = differs(['expect: { state: home }'], also.replace('64', '12'))
    expect(failures).toEqual(['/0/also/0/facts: included / excluded'])
  })
})
