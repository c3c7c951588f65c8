/** Which firings of another pathway are the same problem as an open alert. */
import { describe, expect, it } from 'vitest'
import type { RaisedFiring } from '../../runtime/alerts/index.ts'
import type { Reading } from '../../runtime/interpreter/enrolment.ts'
import { firing, TimeLine } from './time-line.ts'

const reading = (id: string, measurement = 'systolic'): Reading => ({ id, measurement, value: 190, at: 0 })
const three = ['a', 'b', 'c'].map((id) => reading(id))
const other = (threshold: string, because: Reading[], more: Partial<RaisedFiring> = {}) =>
  firing(threshold, { because, enrolment: 'e2', pathway: 'cardiology', ...more })

const kindsAfter = (first: RaisedFiring, then: RaisedFiring): string[] =>
  new TimeLine().raise('2026-03-27T10:00', first).raise('2026-03-27T10:30', then).kinds

describe('a firing of another pathway', () => {
  const seen = firing('crisis', { because: [reading('r1')] })

  it('on the same measurement from the same side joins, and brings its pathway', () => {
    const line = new TimeLine()
      .raise('2026-03-27T10:00', seen)
      .raise('2026-03-27T10:30', other('crisis', [reading('r2')]))
    expect(line.kinds).toEqual(['joined'])
    expect(line.alerts.open).toMatchObject([{ keys: ['hypertension/threshold:crisis', 'cardiology/threshold:crisis'] }])
  })

  it('with means is the same as one with means, not as one with single readings', () => {
    expect(kindsAfter(firing('crisis', { because: three }), other('crisis', three))).toEqual(['joined'])
    expect(kindsAfter(seen, other('crisis', three))).toEqual(['raised', 'told'])
    expect(kindsAfter(firing('crisis', { because: three }), other('crisis', [reading('r2')]))).toEqual([
      'raised',
      'told',
    ])
  })

  it.each([
    ['from the other side', other('low', [reading('r2')])],
    ['on another measurement', other('crisis', [reading('r2', 'pulse')])],
    ['about nothing that was measured', other('crisis', [])],
  ])('%s is another problem', (_what, then) => {
    expect(kindsAfter(seen, then)).toEqual(['raised', 'told'])
  })

  it('is not one of the same pathway: there each threshold is its author’s own problem', () => {
    const again = firing('crisis-with-complaints', { because: [reading('r2')], level: 'amber', route: 'next-day' })
    expect(kindsAfter(seen, again)).toEqual(['raised', 'told'])
  })

  it('that is worse takes the lead, also when the alert was taken up', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', seen).acknowledge('2026-03-27T10:10')
    line.raise('2026-03-27T10:30', other('crisis', [reading('r2')], { level: 'red', route: 'urgent' }))
    expect(line.kinds).toEqual(['worse', 'told'])
    expect(line.alerts.open).toMatchObject([{ level: 'red', status: 'open', origin: { pathway: 'cardiology' } }])
  })
})
