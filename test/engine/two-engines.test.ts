import { describe, expect, it } from 'vitest'
import { openEngine } from '../../runtime/engine/index.ts'
import { enrol, openStage, send } from './stage.ts'

/** A second engine on the same store, as another process would be: with a queue of its own. */
async function openTwo() {
  const stage = await openStage()
  const { library } = stage.engine
  const other = { ...stage, engine: { ...(await openEngine({ store: stage.store, clock: stage.clock })), library } }
  return { stage, other, ...(await enrol(stage)) }
}

describe('two engines on one store', () => {
  it('keep every reading that both receive at once, and evaluate each', async () => {
    const { stage, other, patient } = await openTwo()
    const numbers = Array.from({ length: 20 }, (_, index) => 110 + index)
    await Promise.all(numbers.map((systolic, index) => send(index % 2 ? stage : other, patient, { systolic })))
    const kept = (await stage.store.readings(patient)).map(({ value }) => Number(value))
    expect(kept.toSorted((a, b) => a - b)).toEqual(numbers)
    const [enrolment] = (await stage.store.patient(patient))!.enrolments
    expect(enrolment!.readings['systolic']).toHaveLength(20)
  })

  it('receive the same submission once, and give the same answer', async () => {
    const { stage, other, patient } = await openTwo()
    const sent = await Promise.all(
      [stage, other].map((one) => send(one, patient, { systolic: 128 }, { identifier: 'same' })),
    )
    expect(sent.filter(({ repeated }) => repeated)).toHaveLength(1)
    expect(sent[0]!.answer).toEqual(sent[1]!.answer)
    expect(await stage.store.readings(patient)).toHaveLength(1)
  })
})
