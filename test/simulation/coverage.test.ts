/** Coverage: what the stories touched, and the names of what they did not. */
import { describe, expect, it } from 'vitest'
import { begin, played } from './small-pathway.ts'

const coverageOf = (...steps: string[]) => played(begin + steps.map((step) => `    - { ${step} }\n`).join('')).coverage

describe('coverage', () => {
  it('of a story without steps: the first state, its schedule, and who may take part', () => {
    const { states, transitions, conditions, schedules, routes } = coverageOf('expect: { state: measuring }')
    expect(states).toMatchObject({ hit: 1, total: 5 })
    expect(transitions).toMatchObject({ hit: 0, total: 6 })
    expect(schedules).toEqual({ hit: 1, total: 2, missed: ['/schedules/weekly'] })
    expect(routes).toEqual({
      hit: 0,
      total: 5,
      missed: [
        '/routes/urgent/0',
        '/routes/urgent/1',
        '/routes/urgent/1/otherwise',
        '/routes/calm/0',
        '/routes/calm/1',
      ],
    })
    expect(conditions.missed).not.toContain('/include=true')
    expect(conditions.missed).toContain('/include=false')
  })

  it('counts each condition true and false, combinations and their parts', () => {
    const { conditions } = coverageOf('send: { systolic: 190, complaints: true }')
    expect(conditions.missed).toContain('/thresholds/urgent/when=false')
    for (const path of ['/thresholds/urgent/when', '/thresholds/urgent/when/all/0', '/thresholds/crisis/when'])
      expect(conditions.missed).not.toContain(`${path}=true`)
    // include, urgent (three), crisis, fever, measuring/0, stable/0; twice each.
    expect(conditions.total).toBe(16)
  })

  it('a guard counts only when its trigger happened', () => {
    const guard = '/states/measuring/transitions/0/if'
    const sent = 'days: 1-2, each: reading, send: { systolic: 120 }'
    expect(coverageOf(sent).conditions.missed).toContain(`${guard}=false`)
    expect(coverageOf(sent, 'at: day 3 00:00').conditions.missed).not.toContain(`${guard}=false`)
  })

  it('a transition with `confirm` counts when it is taken, not when it is proposed', () => {
    const path = '/states/stable/transitions/0'
    expect(coverageOf('at: day 20 00:00, expect: { proposed: done }').transitions.missed).toContain(path)
    expect(coverageOf('at: day 20 00:00', 'answer: { accept: true }, by: gp').transitions.missed).not.toContain(path)
  })

  it('a route step and its stand-in are two', () => {
    const raise = (day: number) => `at: day ${day} 09:00, send: { systolic: 190, complaints: true }`
    expect(coverageOf(raise(1), 'at: day 1 09:20').routes.missed).toEqual([
      '/routes/urgent/1/otherwise',
      '/routes/calm/0',
      '/routes/calm/1',
    ])
    expect(coverageOf(raise(2), 'at: day 2 09:20').routes.missed).toEqual([
      '/routes/urgent/1',
      '/routes/calm/0',
      '/routes/calm/1',
    ])
  })
})
