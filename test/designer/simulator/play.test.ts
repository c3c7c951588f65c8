/** The play: a crisis from the first high reading to the closed alert, and back again step by step. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultFacts } from '../../../designer/simulator/default-facts.ts'
import { nextHappening } from '../../../designer/simulator/pass.ts'
import { act, back, begin, replay, type Move, type Play } from '../../../designer/simulator/play.ts'
import { compile, examine, include, instantFromText } from '../../../runtime/interpreter/index.ts'
import { runs } from '../../property.ts'

const text = readFileSync(join(import.meta.dirname, '../../../pathways/hypertension.yaml'), 'utf8')
const hypertension = pathwayOf(text)
const minute = 60_000
const nurse = { person: 'centre-nurse', role: 'centre-nurse' }

function pathwayOf(yaml: string) {
  const { document } = examine(yaml)
  if (document === null) throw new Error('the pathway cannot be read')
  return compile(document)
}

function at(time: string): number {
  return instantFromText(hypertension.zone, time) ?? Number.NaN
}

function monday(): Play {
  return begin(hypertension, defaultFacts(hypertension), at('2026-03-23T08:00'))
}

const send = (systolic: number, diastolic: number, complaints = false): Move => {
  return { type: 'send', values: { systolic, diastolic, complaints } }
}

const later = (play: Play, minutes: number): Play => act(play, { type: 'clock', until: play.now + minutes * minute })

const effects = (play: Play) => play.moments.flatMap((moment) => [...moment.effects, ...moment.alertEffects])

describe('a patient to begin with', () => {
  it('has facts with which the pathway includes somebody', () => {
    expect(include(hypertension, defaultFacts(hypertension)).answer).toBe('included')
  })
})

describe('a crisis that is confirmed', () => {
  it('asks for a second reading first, and alerts when that is high as well', () => {
    // given
    const first = act(monday(), send(188, 104))
    expect(first.alerts.open).toEqual([])
    expect(effects(first)).toContainEqual(expect.objectContaining({ type: 'measure', reason: 'remeasure' }))
    // when
    const second = act(later(first, 10), send(186, 101))
    // then
    expect(second.alerts.open).toMatchObject([{ level: 'amber', keys: ['hypertension/threshold:crisis'] }])
    expect(second.alerts.open[0]?.step.party).toBe('centre-nurse')
  })

  it('takes a second reading a minute later when the clock was not moved', () => {
    const twice = act(act(monday(), send(188, 104)), send(186, 101))
    expect(twice.now - monday().now).toBe(minute)
    expect(twice.alerts.open).toMatchObject([{ keys: ['hypertension/threshold:crisis'] }])
  })

  it('climbs its route when nobody answers', () => {
    const raised = act(later(act(monday(), send(188, 104)), 10), send(186, 101))
    const unanswered = act(raised, { type: 'clock', until: raised.alerts.open[0]?.step.deadline ?? 0 })
    expect(unanswered.alerts.open[0]?.told.map(({ reason }) => reason)).toEqual(['raised', 'unanswered'])
  })

  it('is acknowledged and closed by who was asked', () => {
    const raised = act(later(act(monday(), send(188, 104)), 10), send(186, 101))
    const alert = raised.alerts.open[0]?.id ?? ''
    const acknowledged = act(raised, { type: 'acknowledge', alert, by: nurse })
    expect(acknowledged.alerts.open[0]?.status).toBe('acknowledged')
    const resolved = act(acknowledged, { type: 'resolve', alert, by: nurse, outcome: 'acted', note: 'Gebeld.' })
    expect(resolved.alerts.open).toEqual([])
    expect(resolved.closed).toMatchObject([{ id: alert, resolved: { outcome: 'acted', note: 'Gebeld.' } }])
  })

  it('with complaints is red at once, without a second reading', () => {
    const play = act(monday(), send(190, 112, true))
    expect(play.alerts.open).toMatchObject([{ level: 'red', route: 'urgent' }])
  })
})

describe('time', () => {
  it('passes through every wake-up in order, each at its own instant', () => {
    const play = later(monday(), 24 * 60)
    const instants = play.moments.map((moment) => moment.at)
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    expect(effects(play)).toContainEqual(expect.objectContaining({ type: 'remind' }))
    expect(effects(play)).toContainEqual(expect.objectContaining({ type: 'missed' }))
    expect(play.now).toBe(at('2026-03-24T08:00'))
  })

  it('stops exactly where something happens', () => {
    const play = monday()
    const next = nextHappening(play) ?? Number.NaN
    expect(act(play, { type: 'clock', until: next }).moments.length).toBeGreaterThan(play.moments.length)
    expect(act(play, { type: 'clock', until: next - 1 }).moments.length).toBe(play.moments.length)
  })

  it('gives a week without readings to the state in which somebody calls', () => {
    expect(later(monday(), 9 * 24 * 60).enrolment.state).toBe('contact')
  })
})

describe('a refused move', () => {
  it('changes nothing and says why', () => {
    const play = monday()
    const refused = act(play, { type: 'decide', decision: 'keep-treatment', by: { person: 'gp', role: 'gp' } })
    expect(refused.enrolment).toEqual(play.enrolment)
    expect(effects(refused)).toContainEqual(expect.objectContaining({ type: 'refused', code: 'unknown-decision' }))
  })
})

describe('stepping back', () => {
  const move = fc.oneof(
    fc.record({ systolic: fc.integer({ min: 90, max: 210 }), complaints: fc.boolean() }).map(
      ({ systolic, complaints }): ((play: Play) => Move) =>
        () =>
          send(systolic, 85, complaints),
    ),
    fc.integer({ min: 1, max: 3 * 24 * 60 }).map((minutes) => (play: Play): Move => {
      return { type: 'clock', until: play.now + minutes * minute }
    }),
  )

  it('gives back exactly the play before, however it came about; and the same moves give the same again', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 6 }), (moves) => {
        const plays = moves.reduce<Play[]>((done, next) => [...done, act(done.at(-1)!, next(done.at(-1)!))], [monday()])
        const copies = plays.map((play) => structuredClone(story(play)))
        const returned = plays.map((_, index) => plays.slice(index + 1).reduce(back, plays.at(-1)!))
        expect(returned.map(story)).toEqual(copies)
        expect(story(replay(plays.at(-1)!, hypertension))).toEqual(copies.at(-1))
      }),
      { numRuns: runs(20) },
    )
  })
})

describe('a changed draft', () => {
  it('plays the same moves again: a higher limit, no alert', () => {
    const play = act(later(act(monday(), send(188, 104)), 10), send(186, 101))
    const milder = pathwayOf(
      text.replace('{ measurement: systolic, atLeast: 180 }', '{ measurement: systolic, atLeast: 190 }'),
    )
    expect(play.alerts.open).toHaveLength(1)
    expect(replay(play, milder).alerts.open).toHaveLength(0)
    expect(replay(play, milder).moves).toEqual(play.moves)
  })
})

/** What a play is to its user, without the compiled pathway and the plays before it. */
function story({ enrolment, alerts, closed, moves, moments, now }: Play) {
  return { enrolment, alerts, closed, moves, moments, now }
}
