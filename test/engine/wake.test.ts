import { describe, expect, it } from 'vitest'
import { actOnAlert, wake, Waker } from '../../runtime/engine/index.ts'
import type { AlertData, StepData } from '../../runtime/engine/index.ts'
import { at, DAY, enrol, HOUR, MINUTE, NURSE, openStage, send } from './stage.ts'
import type { Stage } from './stage.ts'

const crisis = { systolic: 195, diastolic: 112, complaints: true }

const told = async ({ store }: Stage, patient: string) =>
  (await store.history(patient)).flatMap(({ at: when, type, data }) => {
    if (type !== 'alert') return []
    const { effect, lateBy } = data as AlertData
    return effect.type === 'told'
      ? [{ at: when, alert: effect.alert, party: effect.step.party, reason: effect.reason, lateBy }]
      : []
  })

describe('a wake-up', () => {
  it('that an outage delayed happens once, at its own instant, and says how late it was', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const { answer } = await send(stage, patient, crisis)
    const raised = stage.clock.now()
    expect(answer.next).toContain('uiterlijk vandaag om 11:15')
    stage.clock.set(raised + 2 * HOUR)
    await wake(stage.engine, stage.clock.now())
    const first = await told(stage, patient)
    expect(first.slice(0, 2)).toEqual([
      { at: raised, alert: 'p1-1', party: 'centre-nurse', reason: 'raised', lateBy: undefined },
      { at: raised + 15 * MINUTE, alert: 'p1-1', party: 'gp', reason: 'unanswered', lateBy: 105 * MINUTE },
    ])
    expect(await wake(stage.engine, stage.clock.now())).toBe(0)
    expect(await told(stage, patient)).toEqual(first)
  })

  it('stops climbing once somebody took the alert up', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, crisis)
    await actOnAlert(stage.engine, { type: 'acknowledged', alert: `${patient}-1`, by: NURSE })
    stage.clock.set(stage.clock.now() + 5 * HOUR)
    await wake(stage.engine, stage.clock.now())
    expect((await told(stage, patient)).filter(({ alert }) => alert === `${patient}-1`)).toHaveLength(1)
  })

  it('fires a very high reading as unconfirmed when no second one came', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, { systolic: 186, diastolic: 104, complaints: false })
    // A second reading may still come at the deadline itself.
    const deadline = stage.clock.now() + 15 * MINUTE + 1
    expect((await stage.store.patient(patient))!.wake).toBe(deadline)
    stage.clock.set(deadline)
    await wake(stage.engine, deadline)
    const [alert] = (await stage.store.patient(patient))!.alerts.open
    expect(alert).toMatchObject({ raised: deadline, head: { threshold: 'crisis', unconfirmed: true } })
  })

  it('is done before a submission that comes in late, in the order of time', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, { systolic: 186, diastolic: 104, complaints: false })
    stage.clock.set(stage.clock.now() + HOUR)
    await send(stage, patient, { systolic: 125, diastolic: 80, complaints: false })
    const types = (await stage.store.history(patient)).map(({ type }) => type)
    expect(types).toEqual(['started', 'submission', 'wake', 'alert', 'alert', 'submission'])
  })

  it('does not remind of a window that is over when it is handled', async () => {
    const stage = await openStage(at('2026-03-02T05:00'))
    const { patient } = await enrol(stage)
    const before = (await stage.store.outgoing(patient)).length
    stage.clock.set(at('2026-03-02T20:00'))
    await wake(stage.engine, stage.clock.now())
    const texts = (await stage.store.outgoing(patient)).slice(before).map(({ text }) => text)
    expect(texts).toEqual(['Het is tijd om te meten: Bovendruk en Onderdruk. Dit kan tot 22:00.'])
    const missed = (await stage.store.history(patient)).filter(({ data }) =>
      (data as StepData).effects?.some(({ type }) => type === 'missed'),
    )
    expect(missed.map(({ at: when }) => when)).toEqual([at('2026-03-02T12:00')])
  })
})

describe('many patients', () => {
  it('are all woken, and one that fails does not hold up the rest', async () => {
    const stage = await openStage(at('2026-03-02T05:00'))
    for (let number = 1; number <= 150; number++) await enrol(stage, `p${number}`)
    const broken = (await stage.store.patient('p7'))!
    await stage.store.commit({
      patient: { ...broken, enrolments: broken.enrolments.map((one) => ({ ...one, version: '9.9.9' })) },
    })
    stage.clock.set(stage.clock.now() + 3 * DAY)
    expect(await wake(stage.engine, stage.clock.now())).toBe(150)
    expect((await stage.store.due(stage.clock.now(), 200)).map(({ patient }) => patient)).toEqual(['p7'])
    expect(stage.failures).toHaveLength(1)
  })
})

describe('the waker', () => {
  it('catches up at the start, and rings by itself when an instant comes', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, crisis)
    const deadline = stage.clock.now() + 15 * MINUTE
    // The clock of the test runs from just before the deadline.
    const begun = Date.now()
    const running = { ...stage.engine, clock: { now: () => deadline - 50 + (Date.now() - begun) } }
    const waker = new Waker(running)
    await waker.start()
    expect(await told(stage, patient)).toHaveLength(1)
    const parties = async () => (await told(stage, patient)).map(({ party }) => party)
    await expect.poll(parties, { timeout: 2000 }).toContain('gp')
    await waker.stop()
  })

  it('sleeps when nothing waits, however far away the next instant is', async () => {
    const stage = await openStage()
    let asked = 0
    const counting = new Proxy(stage.store, {
      get: (target, key) => {
        if (key === 'due') asked += 1
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const waker = new Waker({ ...stage.engine, store: counting })
    await waker.start()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await waker.stop()
    expect(asked).toBeLessThan(4)
  })
})
