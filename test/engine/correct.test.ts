/** A reading turns out to have been wrong. */
import { describe, expect, it } from 'vitest'
import { act, actOnAlert, correct, wake } from '../../runtime/engine/index.ts'
import { at, DAY, enrol, NURSE, openStage, send } from './stage.ts'
import type { Stage } from './stage.ts'

const alertsOf = async ({ store }: Stage) => (await store.patient('p1'))!.alerts.open

async function stageWith(values: Record<string, number>): Promise<{ stage: Stage; reading: string }> {
  const stage = await openStage()
  await enrol(stage, 'p1', 'cardiology')
  const { answer } = await send(stage, 'p1', values)
  return { stage, reading: answer.readings[0]!.id }
}

describe('a corrected reading', () => {
  it('marks the open alert that rested on it, and does not close it', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    stage.clock.set(at('2026-03-02T11:20'))
    await correct(stage.engine, 'p1', { reading, value: 130, by: NURSE, because: 'Typefout' })
    expect(await alertsOf(stage)).toMatchObject([
      {
        status: 'open',
        corrected: [{ reading, value: 130, at: stage.clock.now(), by: NURSE, untrue: ['cardiology/threshold:high'] }],
      },
    ])
    expect((await stage.store.patient('p1'))!.enrolments[0]!.readings['systolic']).toMatchObject([{ value: 130 }])
    expect((await stage.store.readings('p1'))[0]!.value).toBe(190)
    expect((await stage.store.history('p1')).map(({ type }) => type)).toContain('correction')
  })

  it('that is still too high leaves the reason true', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    await correct(stage.engine, 'p1', { reading, value: 170, by: NURSE })
    expect((await alertsOf(stage))[0]!.corrected).toMatchObject([{ value: 170, untrue: [] }])
  })

  it('upwards while its alert is put off asks somebody again; downwards not', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    const until = stage.clock.now() + DAY
    await actOnAlert(stage.engine, { type: 'snoozed', alert: 'p1-1', until, by: NURSE })
    await correct(stage.engine, 'p1', { reading, value: 180, by: NURSE })
    expect((await alertsOf(stage))[0]!.status).toBe('snoozed')
    await correct(stage.engine, 'p1', { reading, value: 185, by: NURSE })
    expect((await alertsOf(stage))[0]!.status).toBe('open')
  })

  it('twice to the same changes nothing', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    await correct(stage.engine, 'p1', { reading, value: null, by: NURSE })
    const before = await stage.store.patient('p1')
    await correct(stage.engine, 'p1', { reading, value: null, by: NURSE })
    expect(await stage.store.patient('p1')).toEqual(before)
  })

  it('upwards raises a late alert', async () => {
    const { stage, reading } = await stageWith({ systolic: 130, weight: 80 })
    await correct(stage.engine, 'p1', { reading, value: 190, by: NURSE })
    const found = (await alertsOf(stage)).flatMap(({ head, under }) => [head, ...under])
    expect(found.find(({ threshold }) => threshold === 'high')).toMatchObject({ late: true })
  })

  it('that could not be right counts from now on, late', async () => {
    const { stage, reading } = await stageWith({ systolic: 1900, weight: 80 })
    const count = async () => (await stage.store.patient('p1'))!.enrolments[0]!.readings['systolic']?.length ?? 0
    expect(await count()).toBe(0)
    await correct(stage.engine, 'p1', { reading, value: 190, by: NURSE })
    expect(await count()).toBe(1)
    const found = (await alertsOf(stage)).flatMap(({ head, under }) => [head, ...under])
    expect(found.map(({ threshold }) => threshold)).toContain('high')
  })

  it('of long ago is found by folding what happened again', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    for (let day = 1; day <= 30; day++) {
      stage.clock.set(at('2026-03-02T11:00') + day * DAY)
      await send(stage, 'p1', { systolic: 130, weight: 80 })
    }
    await wake(stage.engine, stage.clock.now())
    const kept = (await stage.store.patient('p1'))!.enrolments[0]!.readings['systolic']!
    expect(kept.map(({ id }) => id)).not.toContain(reading)
    await correct(stage.engine, 'p1', { reading, value: 131, by: NURSE })
    const open = (await alertsOf(stage)).filter(({ keys }) => keys.includes('cardiology/threshold:high'))
    expect(open).toMatchObject([{ corrected: [{ untrue: ['cardiology/threshold:high'] }] }])
  })

  it('of long ago that was higher raises a late alert, and nothing else that happened since', async () => {
    const { stage, reading } = await stageWith({ systolic: 130, weight: 80 })
    stage.clock.set(at('2026-04-02T11:00')) // a month without anything: missed windows
    await wake(stage.engine, stage.clock.now())
    for (const { id } of await alertsOf(stage))
      await actOnAlert(stage.engine, { type: 'resolved', alert: id, outcome: 'acted', by: NURSE })
    await correct(stage.engine, 'p1', { reading, value: 190, by: NURSE })
    expect(await alertsOf(stage)).toMatchObject([
      { keys: ['cardiology/threshold:high'], firings: 1, head: { late: true, because: [{ id: reading, value: 190 }] } },
    ])
  })

  it('is marked also after the pathway has ended', async () => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    await act(stage.engine, 'p1-e1', { type: 'decision', decision: 'finish', by: { person: 'p', role: 'patient' } })
    await correct(stage.engine, 'p1', { reading, value: 131, by: NURSE })
    expect((await alertsOf(stage))[0]!.corrected).toMatchObject([{ value: 131, untrue: ['cardiology/threshold:high'] }])
  })

  it.each([
    ['unknown-reading', 'nothing', 130],
    ['wrong-value', null, true],
    ['wrong-value', null, 1300],
  ])('is refused: %s', async (code, id, value) => {
    const { stage, reading } = await stageWith({ systolic: 190, weight: 80 })
    const asked = correct(stage.engine, 'p1', { reading: id ?? reading, value, by: NURSE })
    await expect(asked).rejects.toMatchObject({ code })
  })

  it('is never a score', async () => {
    const stage = await openStage()
    await enrol(stage, 'p1', 'cardiology')
    await send(stage, 'p1', { tired: 'very', stairs: 3 })
    const score = (await stage.store.readings('p1')).find(({ measurement }) => measurement === 'fatigue')!
    const asked = correct(stage.engine, 'p1', { reading: score.id, value: 1, by: NURSE })
    await expect(asked).rejects.toMatchObject({ code: 'score-not-sent' })
  })
})
