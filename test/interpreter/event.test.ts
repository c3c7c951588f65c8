/** What another system reports, what a person decides at the same moment as a condition, and what a nurse sees of the rest. */
import { describe, expect, it } from 'vitest'
import type { Condition, State, Transition } from '../../schemas/index.ts'
import { GP, Patient, pathwayOf } from './patient.ts'

const high: Condition = { measurement: 'systolic', above: 180 }
const ended: State = { exit: 'ended' }
const from = '2026-05-01T08:00'
const events = { admitted: { title: { nl: 'Opgenomen' } }, discharged: { title: { nl: 'Ontslagen' } } }
const report = (event: string) => ({ type: 'report', event, by: GP }) as const

describe('a report', () => {
  const transitions: Transition[] = [
    { event: 'admitted', if: high, alert: 'routine' },
    { event: 'admitted', to: 'away' },
  ]
  const states = { watching: { transitions }, away: { transitions: [{ event: 'discharged', to: 'watching' }] }, ended }
  const patient = () => new Patient(pathwayOf({ events, states }), from)

  it('takes the transition that waits for it', () => {
    const away = patient().happen(report('admitted'), '2026-05-02T08:00')
    expect([away.enrolment.state, away.alerts]).toEqual(['away', []])
    expect(away.happen(report('discharged'), '2026-05-03T08:00').enrolment.state).toBe('watching')
  })

  it('that no transition answers changes nothing, and is no error', () => {
    const before = patient()
    const after = patient().happen(report('discharged'), '2026-05-02T08:00')
    expect([after.effects, after.enrolment]).toEqual([[], before.enrolment])
  })

  it('that the pathway does not declare is refused', () => {
    for (const event of ['moved', 'constructor'])
      expect(patient().happen(report(event), '2026-05-02T08:00').effects).toEqual([
        { type: 'refused', code: 'unknown-event' },
      ])
  })

  it('is refused after the end', () => {
    const always: Transition[] = [{ event: 'admitted', to: 'ended' }]
    const gone = new Patient(pathwayOf({ events, always }), from).happen(report('admitted'), '2026-05-02T08:00')
    expect(gone.enrolment.exit).toBe('ended')
    expect(gone.happen(report('admitted'), '2026-05-03T08:00').of('refused')).toMatchObject([{ code: 'already-ended' }])
  })
})

describe('a decision or report at the very moment at which a condition becomes true with time', () => {
  // The mean is looked at on 5 May at the latest and becomes low only when the first reading leaves its window.
  const low: Transition = { if: { mean: 'systolic', over: '7 days', below: 140 }, to: 'calm', alert: 'routine' }
  const about = (transition: Transition) => {
    const states = { watching: { transitions: [low, transition] }, calm: {}, titrating: {}, ended }
    const patient = new Patient(pathwayOf({ events, states }), from).send('2026-05-02T08:00', { systolic: 190 })
    return patient.send('2026-05-05T08:00', { systolic: 130 })
  }

  it('is never lost: it is taken, and the alert of the condition happens too', () => {
    const decided = about({ decision: 'adjust', by: ['gp'], to: 'titrating' })
    decided.happen({ type: 'decision', decision: 'adjust', by: GP }, '2026-05-10T08:00')
    const reported = about({ event: 'admitted', to: 'titrating' }).happen(report('admitted'), '2026-05-10T08:00')
    for (const patient of [decided, reported]) {
      expect([patient.enrolment.state, patient.alerts]).toEqual(['titrating', ['watching/0']])
      expect(patient.trace!.looks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
        'watching/0 preceded',
        'watching/1 taken',
      ])
    }
  })

  it('where it leads nowhere, the condition moves the patient', () => {
    const patient = about({ decision: 'call', by: ['gp'], alert: 'routine' })
    patient.happen({ type: 'decision', decision: 'call', by: GP }, '2026-05-10T08:00')
    expect([patient.enrolment.state, patient.alerts]).toEqual(['calm', ['watching/0', 'watching/1']])
  })

  it('is refused when something of the same moment makes its own condition untrue', () => {
    // That no amber alert was raised for a week becomes true with time, at 8:00 on 9 May: nobody looks until the decision.
    const thresholds = {
      crisis: { level: 'amber' as const, route: 'routine', when: high },
      calm: {
        level: 'green' as const,
        route: 'routine',
        when: { alerts: 'amber' as const, over: '7 days', atMost: 0 },
      },
    }
    const go = (days: string): Transition => ({
      decision: 'go',
      by: ['gp'],
      if: { alerts: 'green', over: days, atMost: 0 },
      to: 'ended',
    })
    const decided = (now: string) => {
      const states = { watching: { transitions: [go('3 days')] }, ended }
      const patient = new Patient(pathwayOf({ thresholds, states }), from).send('2026-05-02T08:00', { systolic: 190 })
      return patient.happen({ type: 'decision', decision: 'go', by: GP }, now)
    }
    expect(decided('2026-05-09T07:59').enrolment.exit).toBe('ended')
    const refused = decided('2026-05-09T08:00')
    expect([refused.enrolment.exit, refused.effects]).toEqual([
      undefined,
      [{ type: 'refused', code: 'condition-not-met' }],
    ])
  })
})

describe('review: all', () => {
  const crisis = { level: 'red' as const, route: 'routine', when: high, remeasure: { within: '15 minutes' } }
  const patient = (review?: 'all') =>
    new Patient(
      pathwayOf({
        thresholds: { crisis },
        states: {
          watching: {
            ...(review ? { review } : {}),
            transitions: [{ if: { measurement: 'diastolic', above: 110 }, alert: 'routine' }],
          },
          ended,
        },
      }),
      from,
    )
  const reviews = (one: Patient) => one.of('review').map(({ readings }) => readings.map(({ value }) => value))

  it('shows a submission in which nothing fired, where the state asks for it', () => {
    expect(reviews(patient('all').send('2026-05-02T08:00', { systolic: 120 }))).toEqual([[120]])
    expect(reviews(patient().send('2026-05-02T08:00', { systolic: 120 }))).toEqual([])
  })

  it('not one that fired or waits for a second reading, and not one without a valid reading', () => {
    expect(reviews(patient('all').send('2026-05-02T08:00', { diastolic: 120 }))).toEqual([])
    expect(reviews(patient('all').send('2026-05-02T08:00', { systolic: 190 }))).toEqual([])
    expect(reviews(patient('all').send('2026-05-02T08:00', { systolic: 900 }))).toEqual([])
  })

  it('also the second reading that did not confirm', () => {
    const second = patient('all')
      .send('2026-05-02T08:00', { systolic: 190 })
      .send('2026-05-02T08:05', { systolic: 130 })
    expect(reviews(second)).toEqual([[130]])
  })
})
