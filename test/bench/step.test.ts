import { describe, expect, it } from 'vitest'
import { dayOfHypertension } from './day-of-hypertension.ts'
import { dayByHand, dayByStep } from './step.ts'

describe('the benchmark compares like with like', () => {
  const workload = dayOfHypertension(400, 7)

  it('step and the hand-written day raise the same alerts for every patient', () => {
    const [ours, hand] = [dayByStep(workload)(), dayByHand(workload)()]
    expect(ours).toEqual(hand)
    expect(new Set(ours.flat())).toEqual(
      new Set(['crisis-with-complaints', 'very-high', 'crisis', 'complaints-reported', 'low-reading']),
    )
  })

  it('a step stays far below a millisecond', () => {
    const began = performance.now()
    dayByStep(workload)()
    expect((performance.now() - began) / workload.happenings.length).toBeLessThan(1)
  })
})
