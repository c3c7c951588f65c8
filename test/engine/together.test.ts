/** One patient on two pathways, of the practice and of the hospital: measured once, asked once, one alert per problem. */
import { describe, expect, it } from 'vitest'
import { actOnAlert, wake } from '../../runtime/engine/index.ts'
import type { StepData } from '../../runtime/engine/index.ts'
import { at, enrol, MINUTE, NURSE, openStage, send } from './stage.ts'
import type { Stage } from './stage.ts'

async function onBoth(now = at('2026-03-02T11:00')): Promise<Stage> {
  const stage = await openStage(now)
  await enrol(stage)
  await enrol(stage, 'p1', 'cardiology')
  return stage
}

const record = async ({ store }: Stage) => (await store.patient('p1'))!
const openAlerts = async (stage: Stage) => (await record(stage)).alerts.open

async function passTo(stage: Stage, text: string): Promise<void> {
  stage.clock.set(at(text))
  await wake(stage.engine, stage.clock.now())
}

const missed = async ({ store }: Stage) =>
  (await store.history('p1')).flatMap(({ enrolment, data }) =>
    ((data as StepData).effects ?? []).filter(({ type }) => type === 'missed').map(() => enrolment),
  )

it('a score that goes further breaks what was put off, though nothing fires', async () => {
  const stage = await openStage()
  await enrol(stage, 'p1', 'cardiology')
  await send(stage, 'p1', { tired: 'bit', stairs: 4 })
  const until = stage.clock.now() + 24 * 60 * MINUTE
  await actOnAlert(stage.engine, { type: 'snoozed', alert: 'p1-1', until, by: NURSE })
  await send(stage, 'p1', { tired: 'bit', stairs: 4 })
  expect((await openAlerts(stage))[0]).toMatchObject({ status: 'snoozed' })
  await send(stage, 'p1', { tired: 'very', stairs: 4 })
  expect((await openAlerts(stage))[0]).toMatchObject({ status: 'open', keys: ['cardiology/threshold:worn-out', 'cardiology/threshold:exhausted'] }) // prettier-ignore
})

describe('what fires on both', () => {
  it('in one submission is one alert: the worst level, its route, all pathways named', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 188, diastolic: 104, complaints: true })
    const open = await openAlerts(stage)
    expect(open).toHaveLength(1)
    expect(open[0]).toMatchObject({ level: 'red', origin: { pathway: 'hypertension' }, route: 'urgent' })
    expect(open[0]!.keys).toEqual(
      expect.arrayContaining(['hypertension/threshold:crisis-with-complaints', 'cardiology/threshold:high']),
    )
  })

  it('one after the other from the same measurement is one alert while somebody is asked about it', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 170, diastolic: 90, complaints: false })
    expect(await openAlerts(stage)).toMatchObject([{ keys: ['cardiology/threshold:high'], firings: 1 }])
    stage.clock.set(at('2026-03-02T11:30'))
    await send(stage, 'p1', { systolic: 186, diastolic: 104, complaints: false })
    await passTo(stage, '2026-03-02T12:00') // no second reading: fires as unconfirmed
    const open = await openAlerts(stage)
    expect(open.filter(({ keys }) => keys.includes('cardiology/threshold:high'))).toMatchObject([
      { keys: ['cardiology/threshold:high', 'hypertension/threshold:crisis'], firings: 2 },
    ])
  })

  it('is a new alert when the first was taken up: the other organisation must hear of it', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 170, diastolic: 90, complaints: false })
    await actOnAlert(stage.engine, { type: 'acknowledged', alert: 'p1-1', by: NURSE })
    await send(stage, 'p1', { systolic: 186, diastolic: 104, complaints: false })
    await passTo(stage, '2026-03-02T12:00')
    const open = await openAlerts(stage)
    expect(open.find(({ keys }) => keys.includes('hypertension/threshold:crisis'))?.id).not.toBe('p1-1')
  })

  it('from the other side is another problem', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 85, diastolic: 60, complaints: false })
    const before = (await openAlerts(stage)).find(({ keys }) => keys.includes('cardiology/threshold:low'))!
    stage.clock.set(at('2026-03-02T11:30'))
    await send(stage, 'p1', { systolic: 186, diastolic: 104, complaints: false })
    await passTo(stage, '2026-03-02T12:00')
    const crisis = (await openAlerts(stage)).find(({ keys }) => keys.includes('hypertension/threshold:crisis'))!
    expect(crisis.id).not.toBe(before.id)
  })
})

describe('the patient', () => {
  it('is reminded once of what both want, and one reading fulfils the windows of both', async () => {
    const stage = await onBoth()
    const before = (await stage.store.outgoing('p1')).length
    await passTo(stage, '2026-03-03T07:00')
    const morning = (await stage.store.outgoing('p1'))
      .slice(before)
      .filter(({ at: when }) => when === at('2026-03-03T07:00'))
    expect(morning.map(({ text }) => text)).toEqual([
      'Het is tijd om te meten: Bovendruk, Onderdruk en Gewicht. Dit kan tot 10:00.',
    ])
    const values = { systolic: 128, diastolic: 78, complaints: false }
    for (const minute of ['07:30', '07:35']) {
      stage.clock.set(at(`2026-03-03T${minute}`))
      await send(stage, 'p1', { ...values, weight: 80 })
    }
    const sent = (await missed(stage)).length
    await passTo(stage, '2026-03-03T12:30')
    expect((await missed(stage)).slice(sent)).toEqual([])
    const { enrolments } = await record(stage)
    expect(enrolments.map(({ readings }) => readings['systolic']!.length)).toEqual([2, 2])
    expect(await stage.store.readings('p1', { measurement: 'systolic' })).toHaveLength(2)
  })

  it('is asked once to measure again', async () => {
    const stage = await onBoth()
    const before = (await stage.store.outgoing('p1')).length
    await send(stage, 'p1', { systolic: 20, weight: 500 })
    const texts = (await stage.store.outgoing('p1')).slice(before).map(({ text }) => text)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatch(/^Deze waarde kan niet kloppen\. Meet nog een keer: Bovendruk, Onderdruk en Gewicht\.$/)
  })
})

describe('a submission in which nothing fired', () => {
  it('is a green item where all must be looked at; it does not climb, and looking closes it', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    await send(stage, 'p1', { systolic: 128, weight: 80 })
    const { answer } = await send(stage, 'p1', { systolic: 127, weight: 80 })
    expect(answer.meaning).toBe('Deze meting is doorgegeven aan een zorgverlener.')
    const item = { level: 'green', keys: ['cardiology/system:review'], step: { party: 'centre-nurse' } }
    expect(await openAlerts(stage)).toMatchObject([item])
    await passTo(stage, '2026-03-03T05:00')
    expect((await openAlerts(stage))[0]!.told).toHaveLength(1)
    await actOnAlert(stage.engine, { type: 'acknowledged', alert: 'p1-1', by: NURSE })
    expect(await openAlerts(stage)).toEqual([])
    await send(stage, 'p1', { systolic: 129, weight: 80 })
    expect(await openAlerts(stage)).toMatchObject([item])
  })
})

describe('a snoozed alert', () => {
  it('is broken by a reading that goes further while the threshold still holds', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 170, weight: 80 })
    const until = stage.clock.now() + 2 * 24 * 60 * MINUTE
    await actOnAlert(stage.engine, { type: 'snoozed', alert: 'p1-1', until, by: NURSE })
    stage.clock.set(at('2026-03-02T12:00'))
    await send(stage, 'p1', { systolic: 170, weight: 80 })
    expect((await openAlerts(stage))[0]).toMatchObject({ status: 'snoozed' })
    await send(stage, 'p1', { systolic: 400, weight: 80 }) // cannot be right: nothing rests on it
    expect((await openAlerts(stage))[0]).toMatchObject({ status: 'snoozed' })
    const { answer } = await send(stage, 'p1', { systolic: 174, weight: 80 })
    expect(answer.meaning).toContain('Daarom kijkt een zorgverlener ernaar')
    expect((await openAlerts(stage))[0]).toMatchObject({ status: 'open', step: { since: at('2026-03-02T12:00') } })
  })

  it('wakes at its end', async () => {
    const stage = await onBoth()
    await send(stage, 'p1', { systolic: 170, weight: 80 })
    const until = at('2026-03-02T20:00')
    await actOnAlert(stage.engine, { type: 'snoozed', alert: 'p1-1', until, by: NURSE })
    await passTo(stage, '2026-03-02T20:00')
    expect((await openAlerts(stage))[0]).toMatchObject({
      status: 'open',
      step: { party: 'centre-nurse', since: until },
    })
  })
})

describe('questions and scores', () => {
  it('are answered like measurements; the score is computed, kept and fires', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    await send(stage, 'p1', { tired: 'very', stairs: 3 })
    const readings = await stage.store.readings('p1')
    expect(readings.map(({ measurement, value, by }) => [measurement, value, by])).toEqual([
      ['tired', 'very', 'test'],
      ['stairs', 3, 'test'],
      ['fatigue', 5, 'system'],
    ])
    expect(readings[2]).toMatchObject({ outcome: 'high', unit: '{score}', parts: { tired: 2, stairs: 3 } })
    expect(await openAlerts(stage)).toMatchObject([
      { keys: ['cardiology/threshold:worn-out', 'cardiology/threshold:exhausted'] },
    ])
  })
})
