import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, foldUntil, historyOf, Refused, traceOf, wake } from '../../runtime/engine/index.ts'
import { runs } from '../property.ts'
import { DAY, enrol, GP, HOUR, MINUTE, openStage, send } from './stage.ts'
import type { Stage } from './stage.ts'

const pause = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 30 }).map((hours) => hours * HOUR),
  fc.constant(9 * DAY),
)
const reading = fc.record({
  systolic: fc.integer({ min: 85, max: 210 }),
  diastolic: fc.integer({ min: 50, max: 120 }),
  complaints: fc.boolean(),
})
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('send' as const),
      values: reading,
      lateBy: fc.constantFrom(0, 0, 0, 3 * HOUR, 30 * HOUR),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('decide' as const),
      decision: fc.constantFrom('adjust-medication', 'keep-treatment', 'measure-again', 'stop-week'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('limit' as const), value: fc.integer({ min: 120, max: 150 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wake' as const) }) },
)
type Happening =
  | { type: 'send'; values: Record<string, number | boolean>; lateBy: number }
  | { type: 'decide'; decision: string }
  | { type: 'limit'; value: number }
  | { type: 'wake' }

async function letHappen(
  stage: Stage,
  { patient, enrolment }: { patient: string; enrolment: string },
  one: Happening,
): Promise<void> {
  if (one.type === 'send')
    return void (await send(stage, patient, one.values, { taken: stage.clock.now() - one.lateBy }))
  if (one.type === 'wake') return void (await wake(stage.engine, stage.clock.now()))
  const event =
    one.type === 'decide'
      ? { type: 'decision' as const, decision: one.decision, by: GP }
      : { type: 'parameter' as const, parameter: 'target', value: one.value, by: GP }
  await act(stage.engine, enrolment, event).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })
}

describe('folding the stored events', () => {
  it('gives the same enrolment, whatever happened and however late it was handled', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(pause, happening), { maxLength: 25 }), async (story) => {
        const stage = await openStage()
        const ids = await enrol(stage)
        for (const [wait, one] of story) {
          stage.clock.set(stage.clock.now() + wait)
          await letHappen(stage, ids, one)
        }
        await wake(stage.engine, stage.clock.now())
        const [stored] = (await stage.store.patient(ids.patient))!.enrolments
        const history = historyOf(stage.engine.library, await stage.store.history(ids.patient), ids.enrolment)!
        expect(foldUntil(history, undefined, stage.clock.now())).toEqual(stored)
      }),
      { numRuns: runs(25) },
    )
  })

  it('explains an event as it was then, with the limits of then', async () => {
    const stage = await openStage()
    const ids = await enrol(stage)
    await send(stage, ids.patient, { systolic: 186, diastolic: 104, complaints: true })
    stage.clock.set(stage.clock.now() + DAY)
    await act(stage.engine, ids.enrolment, { type: 'parameter', parameter: 'target', value: 120, by: GP })
    const history = historyOf(stage.engine.library, await stage.store.history(ids.patient), ids.enrolment)!
    const trace = traceOf(history, 0)
    expect(trace.looks.filter(({ outcome }) => outcome === 'fired').map(({ id }) => id)).toContain(
      'threshold:crisis-with-complaints',
    )
    expect(trace.looks.find(({ id }) => id === 'threshold:low-reading')).toMatchObject({
      outcome: 'false',
      path: '/thresholds/low-reading',
    })
  })
})
