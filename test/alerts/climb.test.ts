/** Routes: who is told when, hours, holidays and clock changes included, until somebody acknowledges. */
import { describe, expect, it } from 'vitest'
import { alert, nextAlertWake } from '../../runtime/alerts/index.ts'
import { at, clock, firing, routes, TimeLine } from './time-line.ts'

const red = firing('crisis-with-complaints')

describe('an alert climbs its route', () => {
  it('in office hours: nurse, GP, coordinator, and the coordinator again', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red)
    expect(line.told).toEqual(['10:00 centre-nurse worklist raised'])
    expect(line.until('2026-03-27T10:14').told).toEqual([])
    expect(line.until('2026-03-27T11:20').told).toEqual([
      '10:15 gp phone unanswered',
      '10:45 centre-lead phone unanswered',
      '11:00 centre-lead phone repeated',
      '11:15 centre-lead phone repeated',
    ])
  })

  it('on Saturday the out-of-hours service stands in, with its own time', () => {
    const line = new TimeLine().raise('2026-03-28T10:00', red).until('2026-03-28T10:40')
    expect(line.told).toEqual(['10:15 hap phone unanswered', '10:35 centre-lead phone unanswered'])
  })

  it('who stands in is decided when the step starts, not when the alert was raised', () => {
    const line = new TimeLine().raise('2026-03-27T16:50', red).until('2026-03-27T17:10')
    expect(line.told).toEqual(['17:05 hap phone unanswered'])
  })

  it.each([
    ['2026-03-27T10:00', '2026-03-30T14:00', 'over the weekend of the clock change'],
    ['2026-04-03T10:00', '2026-04-07T14:00', 'over Easter'],
    ['2026-03-27T20:00', '2026-03-31T08:00', 'from the night'],
  ])(
    'a deadline in office time: raised %s, one office day after the first four hours is %s: %s',
    (raised, deadline) => {
      const line = new TimeLine().raise(raised, firing('crisis'))
      line.until(clock(nextAlertWake(routes, line.alerts)!))
      expect(line.alerts.open[0]!.step.party).toBe('gp')
      expect(clock(line.alerts.open[0]!.step.deadline)).toBe(deadline)
    },
  )

  it('four hours over a clock change are four hours', () => {
    const line = new TimeLine().raise('2026-03-28T23:30', firing('crisis'))
    expect(clock(nextAlertWake(routes, line.alerts)!)).toBe('2026-03-29T04:30')
  })

  it('a last step that does not repeat stays where it is', () => {
    const line = new TimeLine().raise('2026-03-30T10:00', firing('crisis')).until('2026-05-01T10:00')
    expect(line.alerts.open[0]!.step).toMatchObject({ index: 2, party: 'gp', by: 'phone' })
    expect(nextAlertWake(routes, line.alerts)).toBeNull()
  })

  it('passes over whoever is not there at this hour', () => {
    const line = new TimeLine().raise('2026-03-28T10:00', firing('low'))
    expect(line.told).toEqual(['10:00 centre-nurse worklist nobody-there'])
  })

  it('an alert is never with nobody: when nobody is there, whose turn it is gets it', () => {
    const line = new TimeLine().raise('2026-03-28T10:00', firing('low', { route: 'practice' }))
    expect(line.told).toEqual(['10:00 poh worklist raised'])
    expect(line.until('2026-03-28T11:00').told).toEqual(['11:00 gp phone unanswered'])
  })

  it('a route that the version does not have becomes the worklist of whoever monitors', () => {
    expect(new TimeLine().raise('2026-03-28T10:00', firing('low', { route: '' })).told).toEqual([
      '10:00 centre-nurse worklist raised',
    ])
  })
})

describe('acknowledging', () => {
  it('stops the climb at once', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red).acknowledge('2026-03-27T10:10')
    expect(nextAlertWake(routes, line.alerts)).toBeNull()
    expect(line.until('2026-03-28T10:00').told).toEqual([])
  })

  it('twice gives the same answer and changes nothing', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red).acknowledge('2026-03-27T10:10')
    const before = { alerts: line.alerts, effects: line.effects }
    line.acknowledge('2026-03-27T10:12')
    expect(line.alerts).toBe(before.alerts)
    expect(line.effects).toEqual(before.effects)
  })
})

describe('wake-ups', () => {
  it('handled late climb step by step, each at its own instant', () => {
    const onTime = new TimeLine().raise('2026-03-27T10:00', red).until('2026-03-27T12:00')
    const late = new TimeLine().raise('2026-03-27T10:00', red).wake('2026-03-27T12:00')
    expect(late.told).toEqual(onTime.told)
    expect(late.alerts).toEqual(onTime.alerts)
  })

  it('delivered twice change nothing the second time', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red).wake('2026-03-27T10:20')
    const again = alert(routes, line.alerts, { type: 'wake' }, at('2026-03-27T10:20'))
    expect(again).toEqual({ alerts: line.alerts, effects: [] })
  })

  it('of several alerts happen in the order of their deadlines', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', firing('crisis')).raise('2026-03-27T13:40', red)
    expect(line.wake('2026-03-27T14:12').told).toEqual(['13:55 gp phone unanswered', '14:00 gp worklist unanswered'])
  })

  it('days of repeating stay one line in the account', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red).until('2026-03-30T10:00')
    const [told, round] = [line.alerts.open[0]!.told, line.alerts.open[0]!.step.round]
    expect(told.map(({ party, reason }) => `${party} ${reason}`)).toEqual([
      'centre-nurse raised',
      'gp unanswered',
      'centre-lead unanswered',
      'centre-lead repeated',
    ])
    expect(round).toBe(told.at(-1)!.round)
    expect(line.alerts.open[0]!.step.since - at('2026-03-27T10:45')).toBe((round - 1) * 15 * 60_000)
    expect(round).toBeGreaterThan(250)
  })
})
