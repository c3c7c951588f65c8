/** The server was down, or the patient away: nothing of that time becomes an alarm, and nothing that was promised is lost. */
import { describe, expect, it } from 'vitest'
import { act, actOnAlert, beat, recordConsent, wake, Waker } from '../../runtime/engine/index.ts'
import type { StepData } from '../../runtime/engine/index.ts'
import { at, enrol, GP, HOUR, MINUTE, NURSE, openStage, send } from './stage.ts'
import type { Stage } from './stage.ts'

const effects = async ({ store }: Stage, patient: string) =>
  (await store.history(patient)).flatMap(({ data }) => (data as StepData).effects ?? [])
const missed = async (stage: Stage, patient: string) =>
  (await effects(stage, patient)).filter(({ type }) => type === 'missed').length
const openKeys = async ({ store }: Stage, patient: string) =>
  (await store.patient(patient))!.alerts.open.flatMap(({ keys }) => keys)

/** Twelve patients who measure every morning; the last of them has an urgent alert just before it goes dark. */
async function ward(): Promise<{ stage: Stage; ids: string[] }> {
  const stage = await openStage(at('2026-03-02T05:00'))
  const ids = Array.from({ length: 12 }, (_, index) => `p${index + 1}`)
  for (const id of ids) await enrol(stage, id, 'cardiology')
  await beat(stage.engine)
  return { stage, ids }
}

async function awake(stage: Stage, until: number): Promise<void> {
  for (let now = stage.clock.now() + MINUTE; now <= until; now += 5 * MINUTE) {
    stage.clock.set(now)
    await wake(stage.engine, now)
    await beat(stage.engine)
  }
}

describe('a server that was down for two nights and a day', () => {
  it('finds no missed windows, raises no storm, and climbs every route at its own instants', async () => {
    const { stage, ids } = await ward()
    stage.clock.set(at('2026-03-02T05:30'))
    await beat(stage.engine)
    await send(stage, 'p12', { systolic: 175, weight: 80 })
    stage.clock.set(at('2026-03-04T14:00'))
    const waker = new Waker(stage.engine)
    expect(await beat(stage.engine)).toBe(12)
    await waker.start()
    await waker.stop()
    for (const id of ids) {
      expect(await missed(stage, id), id).toBe(0)
      const keys = (await openKeys(stage, id)).filter((key) => key.includes('transition:'))
      expect(keys).toEqual([])
    }
    const [alert] = (await stage.store.patient('p12'))!.alerts.open
    expect(alert!.told.slice(0, 2).map(({ party, since }) => [party, since])).toEqual([
      ['centre-nurse', at('2026-03-02T05:30')],
      ['cardiologist', at('2026-03-02T09:30')],
    ])
    expect(stage.failures).toEqual([])
  })

  it('would have found them without: the test can fail', async () => {
    const { stage } = await ward()
    stage.clock.set(at('2026-03-04T14:00'))
    await wake(stage.engine, stage.clock.now())
    expect(await missed(stage, 'p1')).toBe(3)
    expect(await openKeys(stage, 'p1')).toContain('cardiology/transition:following/0')
  })

  it('goes on counting afterwards', async () => {
    const { stage } = await ward()
    stage.clock.set(at('2026-03-03T04:00'))
    await beat(stage.engine)
    await awake(stage, at('2026-03-04T20:00'))
    expect(await missed(stage, 'p1')).toBe(2)
  })

  it('is excused once, and a short restart is no outage', async () => {
    const { stage } = await ward()
    stage.clock.set(at('2026-03-02T05:04'))
    expect(await beat(stage.engine)).toBe(0)
    stage.clock.set(at('2026-03-02T09:00'))
    expect(await beat(stage.engine)).toBe(12)
    expect(await beat(stage.engine)).toBe(0)
    const [enrolment] = (await stage.store.patient('p1'))!.enrolments
    expect(enrolment!.pauses).toMatchObject([{ reason: 'outage', until: at('2026-03-02T09:00') }])
  })
})

describe('a holiday', () => {
  it('asks nothing, misses nothing, and still watches what arrives', async () => {
    const stage = await openStage(at('2026-03-02T05:00'))
    await enrol(stage, 'p1', 'cardiology')
    const pause = { reason: 'holiday' as const, from: stage.clock.now(), until: at('2026-03-05T00:00'), by: GP }
    await act(stage.engine, 'p1-e1', { type: 'pause', pause })
    const before = (await stage.store.outgoing('p1')).length
    stage.clock.set(at('2026-03-04T20:00'))
    await send(stage, 'p1', { systolic: 185, weight: 80 })
    expect(await missed(stage, 'p1')).toBe(0)
    expect((await stage.store.outgoing('p1')).slice(before)).toEqual([])
    expect(await openKeys(stage, 'p1')).toContain('cardiology/threshold:high')
    await act(stage.engine, 'p1-e1', { type: 'resume', by: GP })
    await expect(act(stage.engine, 'p1-e1', { type: 'resume', by: GP })).rejects.toMatchObject({ code: 'not-paused' })
  })

  it('that ends before it begins is refused', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    const pause = { reason: 'holiday' as const, from: stage.clock.now(), until: stage.clock.now() - 1, by: GP }
    await expect(act(stage.engine, 'p1-e1', { type: 'pause', pause })).rejects.toMatchObject({
      code: 'impossible-pause',
    })
  })
})

describe('a report from outside', () => {
  it('moves the patient; one that the pathway does not know is refused', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    const report = (event: string) => act(stage.engine, 'p1-e1', { type: 'report', event, by: NURSE })
    await expect(report('flown-away')).rejects.toMatchObject({ code: 'unknown-event' })
    expect((await report('admitted')).enrolments[0]!.state).toBe('admitted')
  })
})

describe('what fires as a pause begins', () => {
  it('is an alert like any other', async () => {
    const stage = await openStage(at('2026-03-02T05:00'))
    await enrol(stage, 'p1', 'cardiology')
    await beat(stage.engine)
    await send(stage, 'p1', { systolic: 175, weight: 80 })
    stage.clock.set(at('2026-03-02T12:00'))
    await beat(stage.engine)
    const alerts = (await effects(stage, 'p1')).filter(({ type }) => type === 'alert')
    const { open } = (await stage.store.patient('p1'))!.alerts
    expect(open.reduce((count, { firings }) => count + firings, 0)).toBe(alerts.length)
  })
})

describe('an alert that cannot go on', () => {
  it('waits where it is; a human is asked to look, once', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    await send(stage, 'p1', { systolic: 175, weight: 80 })
    const { library } = stage.engine
    const routes: typeof library.routes = (pathway, version) => {
      const known = library.routes(pathway, version)
      const route: typeof known.route = (name) => {
        if (name === 'heart') throw new Error('broken')
        return known.route(name)
      }
      return { ...known, route }
    }
    const broken = { get: library.get.bind(library), routes } as unknown as typeof library
    const engine = { ...stage.engine, library: broken }
    stage.clock.set(stage.clock.now() + 5 * HOUR)
    await wake(engine, stage.clock.now())
    const { alerts, wake: next } = (await stage.store.patient('p1'))!
    expect(alerts.open).toMatchObject([
      { stuck: true, keys: ['cardiology/threshold:high'] },
      { title: { nl: 'Kon niet worden beoordeeld' }, step: { party: 'centre-nurse' } },
    ])
    expect(next).toBeGreaterThan(stage.clock.now())
    expect(await wake(engine, stage.clock.now())).toBe(0)
    expect(stage.failures).toEqual([])
  })
})

describe('consent withdrawn for the centre', () => {
  it('moves its open alerts at once to who may look, and new ones never go there', async () => {
    const stage = await openStage()
    await enrol(stage)
    await send(stage, 'p1', { systolic: 188, diastolic: 104, complaints: true })
    await actOnAlert(stage.engine, { type: 'acknowledged', alert: 'p1-1', by: NURSE })
    await recordConsent(stage.engine, 'p1', { organisation: 'centrum', given: false }, GP)
    const parties = async () =>
      (await stage.store.patient('p1'))!.alerts.open.map(({ step, status }) => [step.party, status])
    expect(await parties()).toEqual([['gp', 'open']])
    await actOnAlert(stage.engine, { type: 'resolved', alert: 'p1-1', outcome: 'acted', by: GP })
    stage.clock.set(at('2026-03-04T12:00'))
    const { answer } = await send(stage, 'p1', { systolic: 120, diastolic: 80, complaints: false })
    expect(answer.call).toBe('Op dit moment kijkt niemand mee. Bij spoed: bel 112. Anders: bel de huisartsenpost.')
    await send(stage, 'p1', { systolic: 195, diastolic: 104, complaints: true })
    const red = (await stage.store.patient('p1'))!.alerts.open.find(({ level }) => level === 'red')
    expect(red!.step.party).toBe('gp')
    stage.clock.set(stage.clock.now() + 3 * HOUR)
    await wake(stage.engine, stage.clock.now())
    const told = (await stage.store.patient('p1'))!.alerts.open.flatMap((open) => open.told.map(({ party }) => party))
    expect(told.filter((party) => party.startsWith('centre'))).toEqual([])
  })
})
