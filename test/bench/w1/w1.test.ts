import { describe, expect, it } from 'vitest'
import { FIRED, TOLD } from './contender.ts'
import { costs } from './growth.ts'
import { measure } from './w1.ts'

describe('W1 compares like with like', () => {
  it('everybody gives the same alerts, of every kind', async () => {
    const [ours, ...others] = await measure(150, 14)
    for (const { name, alerts, events } of others)
      expect({ name, alerts, events }).toEqual({ ...ours, name, perSecond: undefined })
    const codes = new Set(ours!.alerts.map((alert) => Number(alert.split(' ').at(-1))))
    expect(codes).toEqual(new Set([...Object.values(FIRED), ...Object.values(TOLD)]))
  })

  it('step stays far below what the slowest of them needs', async () => {
    const [ours] = await measure(100, 6, 'step')
    expect(Math.max(...ours!.perSecond)).toBeGreaterThan(5000)
  })
})

describe('a patient costs the same for ever', () => {
  it('the record does not grow with the days', async () => {
    const [early, late] = await costs(20, [10, 200])
    expect(late!.stored).toBeLessThan(early!.stored * 1.2)
  })
})
