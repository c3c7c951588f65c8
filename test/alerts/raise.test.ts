/** One alert per problem: joining, getting worse, quiet after closing, coaching, and what closing answers. */
import { describe, expect, it } from 'vitest'
import { alert, compileRoutes } from '../../runtime/alerts/index.ts'
import { at, clock, definition, firing, TimeLine, zone } from './time-line.ts'

const red = firing('crisis-with-complaints')
const amber = firing('crisis')
const low = firing('low')

describe('one event', () => {
  it('is one alert: the worst level with its route and title, the others under it', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber, red, low)
    expect(line.kinds).toEqual(['raised', 'told'])
    expect(line.alerts.open).toHaveLength(1)
    expect(line.alerts.open[0]).toMatchObject({
      id: 'p-1',
      level: 'red',
      route: 'urgent',
      title: { nl: 'crisis-with-complaints' },
      head: { threshold: 'crisis-with-complaints' },
      under: [{ threshold: 'crisis' }, { threshold: 'low' }],
    })
  })

  it('of equal firings the first leads', () => {
    expect(new TimeLine().raise('2026-03-27T10:00', low, amber).alerts.open[0]!.head.threshold).toBe('low')
  })

  it('over several pathways is one alert that names them all', () => {
    const other = firing('crisis', { pathway: 'heart-failure', enrolment: 'e2' })
    const { keys } = new TimeLine().raise('2026-03-27T10:00', amber, other).alerts.open[0]!
    expect(keys).toEqual(['hypertension/threshold:crisis', 'heart-failure/threshold:crisis'])
  })
})

describe('a problem that is already open', () => {
  it('joins its alert and leaves the route alone', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber).acknowledge('2026-03-27T10:05')
    line.raise('2026-03-27T20:00', amber)
    expect(line.kinds).toEqual(['joined'])
    expect(line.alerts.open).toHaveLength(1)
    expect(line.alerts.open[0]).toMatchObject({ status: 'acknowledged', under: [{ threshold: 'crisis' }] })
    expect(clock(line.alerts.open[0]!.step.since)).toBe('2026-03-27T10:00')
  })

  it('that gets worse is unacknowledged again and starts the route of the new level now', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber).acknowledge('2026-03-27T10:05')
    line.raise('2026-03-27T20:00', firing('crisis', { level: 'red', route: 'urgent' }))
    expect(line.kinds).toEqual(['worse', 'told'])
    expect(line.told).toEqual(['20:00 centre-nurse worklist worse'])
    expect(line.alerts.open[0]).toMatchObject({
      status: 'open',
      level: 'red',
      route: 'urgent',
      under: [{ level: 'amber' }],
    })
    expect(line.alerts.open[0]).not.toHaveProperty('acknowledged')
    expect(line.until('2026-03-27T20:20').told).toEqual(['20:15 hap phone unanswered'])
  })

  it('keeps everything that was added, in order', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber)
    for (const when of ['11:00', '12:00', '13:00']) line.raise(`2026-03-27T${when}`, amber)
    expect(line.alerts.open[0]!.under.map((one) => clock(one.at).slice(11))).toEqual(['11:00', '12:00', '13:00'])
  })

  it('counts on without growing when it comes again and again', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber)
    for (let count = 0; count < 120; count++) line.raise('2026-03-27T11:00', amber)
    expect(line.alerts.open[0]).toMatchObject({ firings: 121, under: { length: 50 } })
  })

  it('takes a new problem of the same event with it, while somebody is being asked', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber).raise('2026-03-27T11:00', amber, red)
    expect(line.alerts.open.map(({ level, keys }) => [level, keys.length])).toEqual([['red', 2]])
  })

  it('never hides a new problem under an alert that was acknowledged', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber).acknowledge('2026-03-27T10:05')
    line.raise('2026-03-27T20:00', amber, low)
    expect(line.kinds).toEqual(['joined', 'raised', 'told'])
    expect(line.alerts.open.map(({ id, status }) => [id, status])).toEqual([
      ['p-1', 'acknowledged'],
      ['p-2', 'open'],
    ])
  })

  it('keeps the route of the version under which it started', () => {
    const shorter = structuredClone(definition)
    shorter.routes['urgent']![0]!.within = '5 minutes'
    const versions = {
      '1.0.0': compileRoutes({ definition, zone }),
      '2.0.0': compileRoutes({ definition: shorter, zone }),
    }
    const lookup = (_pathway: string, version: string) => versions[version as keyof typeof versions]
    const raised = alert(lookup, new TimeLine().alerts, { type: 'raised', firings: [red] }, at('2026-03-27T10:00'))
    const event = { type: 'raised' as const, firings: [{ ...red, version: '2.0.0' }] }
    const joined = alert(lookup, raised.alerts, event, at('2026-03-27T10:02'))
    expect(clock(joined.alerts.open[0]!.step.deadline)).toBe('2026-03-27T10:15')
    expect(alert(lookup, joined.alerts, { type: 'wake' }, at('2026-03-27T10:14')).effects).toEqual([])
  })
})

describe('what comes later from the same reading', () => {
  const reading = (id: string, measurement = 'systolic') => ({
    id,
    measurement,
    value: 192,
    at: at('2026-03-27T10:00'),
  })
  const seen = { ...red, because: [reading('r1'), reading('c1', 'complaints')] }
  const confirmed = { ...amber, because: [reading('r1'), reading('r2')] }

  it('joins the alert that somebody already has, acknowledged or not', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', seen)
    expect(line.raise('2026-03-27T10:15', confirmed).kinds).toEqual(['joined'])
    const acknowledged = new TimeLine().raise('2026-03-27T10:00', seen).acknowledge('2026-03-27T10:05')
    expect(acknowledged.raise('2026-03-27T10:15', confirmed).kinds).toEqual(['joined'])
  })

  it('takes the other firings of its problem along, so that no problem has two open alerts', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', seen).acknowledge('2026-03-27T10:05')
    line.raise('2026-03-27T10:15', { ...confirmed, because: [] }, confirmed)
    expect(line.alerts.open.map(({ keys }) => keys.length)).toEqual([2])
  })

  it('raises the level when it is worse', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', { ...confirmed, because: [reading('r1')] })
    expect(line.acknowledge('2026-03-27T10:01').raise('2026-03-27T10:02', seen).kinds).toEqual(['worse', 'told'])
    expect(line.alerts.open).toHaveLength(1)
  })

  it.each([
    ['of other readings', { ...confirmed, because: [reading('r3')] }],
    ['without readings', { ...confirmed, because: [] }],
    ['of another enrolment', { ...confirmed, enrolment: 'e2' }],
    ['of a mean over days', { ...low, because: ['r1', 'r4', 'r5'].map((id) => reading(id)) }],
  ])('a firing %s is a new alert', (_what, other) => {
    const line = new TimeLine().raise('2026-03-27T10:00', seen).acknowledge('2026-03-27T10:05')
    expect(line.raise('2026-03-27T10:15', other).kinds).toEqual(['raised', 'told'])
  })

  it('never goes under an alert about a mean that rests on the same reading', () => {
    const mean = { ...low, because: ['r0', 'r1', 'r9'].map((id) => reading(id)) }
    expect(new TimeLine().raise('2026-03-27T10:00', mean).raise('2026-03-27T10:15', confirmed).kinds).toEqual([
      'raised',
      'told',
    ])
  })
})

describe('after closing', () => {
  const closed = () => new TimeLine().raise('2026-03-27T10:00', amber).resolve('2026-03-27T11:00')

  it('the same problem stays quiet, counted from the closing, and says until when', () => {
    const line = closed().raise('2026-03-27T22:59', amber)
    expect(line.effects).toMatchObject([{ type: 'silent', reason: 'quiet', until: at('2026-03-27T23:00') }])
    expect(line.alerts.open).toEqual([])
  })

  it('and comes back when the quiet is over', () => {
    expect(closed().raise('2026-03-27T23:00', amber).kinds).toEqual(['raised', 'told'])
  })

  it('a rise breaks the quiet, a lower level does not', () => {
    expect(closed().raise('2026-03-27T12:00', firing('crisis', { level: 'red', route: 'urgent' })).kinds).toContain(
      'raised',
    )
    expect(closed().raise('2026-03-27T12:00', firing('crisis', { level: 'green' })).kinds).toEqual(['silent'])
  })

  it('while it is open again nothing of it is silent', () => {
    const line = closed().raise('2026-03-27T12:00', firing('crisis', { level: 'red', route: 'urgent' }))
    expect(line.raise('2026-03-27T13:00', amber).kinds).toEqual(['joined'])
  })

  it('another problem is not quiet', () => {
    expect(closed().raise('2026-03-27T12:00', low).kinds).toEqual(['raised', 'told'])
  })

  it('what was under the alert is quiet as well, for its own time', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', amber, low).resolve('2026-03-27T11:00')
    expect(line.raise('2026-03-28T10:30', low, amber).kinds).toEqual(['silent', 'raised', 'told'])
  })

  it('the worst level at which a problem was seen is quiet', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', red, firing('low', { level: 'green' }))
    line.raise('2026-03-27T10:05', low).resolve('2026-03-27T11:00')
    expect(line.raise('2026-03-27T12:00', low).kinds).toEqual(['silent'])
  })

  it('also when it was seen less bad afterwards', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', firing('crisis', { level: 'red', route: 'urgent' }))
    line.raise('2026-03-27T10:30', firing('crisis')).resolve('2026-03-27T11:00')
    line.raise('2026-03-27T12:00', firing('crisis', { level: 'red', route: 'urgent' }))
    expect(line.effects).toMatchObject([{ type: 'silent', reason: 'quiet' }])
  })

  it('closing another alert leaves the quiet of the first as it is', () => {
    const line = closed().raise('2026-03-27T12:00', low).resolve('2026-03-27T13:00', 'p-2')
    expect(line.raise('2026-03-27T14:00', amber, low).kinds).toEqual(['silent', 'silent'])
  })

  it('quiet that is over is forgotten at the next closing', () => {
    const line = closed().raise('2026-03-28T10:00', amber).resolve('2026-03-28T11:00', 'p-2')
    expect(line.alerts.quiet.map(({ until }) => clock(until))).toEqual(['2026-03-28T23:00'])
  })

  it('a problem without `quiet` comes back at once', () => {
    const line = new TimeLine()
      .raise('2026-03-27T10:00', red)
      .resolve('2026-03-27T11:00')
      .raise('2026-03-27T11:01', red)
    expect(line.alerts.open.map(({ id }) => id)).toEqual(['p-2'])
  })

  it('remembers who closed it and what came of it', () => {
    expect(closed().effects).toMatchObject([
      { type: 'resolved', alert: { status: 'resolved', resolved: { outcome: 'acted', at: at('2026-03-27T11:00') } } },
    ])
  })

  it.each([
    ['p-1', 'already-resolved'],
    ['p-2', 'unknown-alert'],
    ['q-1', 'unknown-alert'],
    ['p-', 'unknown-alert'],
  ])('acknowledging or closing %s is refused: %s', (id, code) => {
    expect(closed().acknowledge('2026-03-27T12:00', id).effects).toMatchObject([{ type: 'refused', code }])
    expect(closed().resolve('2026-03-27T12:00', id).effects).toMatchObject([{ type: 'refused', code }])
  })
})

describe('a state that nobody watches', () => {
  it('makes amber silent coaching', () => {
    const line = new TimeLine().raise('2026-03-27T10:00', { ...amber, coaching: true })
    expect(line.effects).toMatchObject([{ type: 'silent', reason: 'coaching' }])
    expect(line.alerts.open).toEqual([])
  })

  it('never silences red', () => {
    expect(new TimeLine().raise('2026-03-27T10:00', { ...red, coaching: true }).kinds).toEqual(['raised', 'told'])
  })
})
