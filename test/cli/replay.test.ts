/** The command replay: what it reports, and what it says when it cannot. */
import { describe, expect, it } from 'vitest'
import { zorgpad } from './command.ts'
import { csv, project } from './project.ts'

describe('zorgpad replay', () => {
  const replay = ['replay', 'small.yaml', '--csv', 'x.csv', '--map', 'temp=temperature']

  it('reports per person, in local time with the offset, in the units of the pathway', async () => {
    const { code, stdout } = await zorgpad(project(), ...replay, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      subjects: [
        {
          subject: 'x',
          assumed: true,
          readings: 2,
          alerts: [
            {
              threshold: 'fever',
              title: expect.any(Object),
              level: 'amber',
              at: '2026-03-27T08:00:00+01:00',
              because: [{ measurement: 'temperature', at: '2026-03-27T08:00:00+01:00', value: 39 }],
              under: [],
            },
          ],
          states: [{ state: 'measuring', from: '2026-03-27T08:00:00+01:00' }],
        },
      ],
    })
  })

  it('in words, in two languages', async () => {
    const cwd = project()
    expect((await zorgpad(cwd, ...replay)).stdout).toContain('door Temperatuur 39 (2026-03-27 08:00)')
    expect((await zorgpad(cwd, ...replay, '--lang=en')).stdout).toContain('1 subjects, 2 readings, 1 alerts.')
  })

  it('with facts takes only those who may take part, and assumes nothing', async () => {
    const cwd = project({ 'facts.json': '{ "x": { "age": 17 } }' })
    const { code, stdout } = await zorgpad(cwd, ...replay, '--facts', 'facts.json', '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      { subjects: [{ assumed: false, excluded: 'excluded', alerts: [], states: [] }] },
    ])
  })

  it('names what it left out on stderr', async () => {
    const cwd = project({ 'x.csv': `${csv}x,2026-03-27T09:00,steps,4,,\n` })
    expect((await zorgpad(cwd, ...replay)).stderr).toContain('steps')
  })

  it.each([
    ['replay.map', ['--map', 'temp']],
    ['replay.map-unknown', ['--map', 'temp=temperatuur']],
    ['replay.decide', ['--decide', 'review=keep']],
    ['replay.decide', ['--decide', 'review=keep@3fortnights']],
    ['replay.decide-state', ['--decide', 'revieuw=keep@3days']],
    ['replay.decide-unknown', ['--decide', 'review=kep@3days']],
    ['replay.facts', ['--facts', 'x.csv']],
    ['replay.facts-missing', ['--facts', 'nobody.json']],
    ['replay.facts-unknown', ['--facts', 'strange.json']],
    ['replay.csv-value', ['--csv', 'bad.csv']],
    ['replay.nothing-mapped', ['--map', 'x=temperature']],
    ['not-found', ['--csv', 'absent.csv']],
  ])('%s: %j', async (code, args) => {
    const cwd = project({
      'nobody.json': '{}',
      'strange.json': '{ "x": { "agee": 1 } }',
      'bad.csv': csv.replace('39', 'warm'),
    })
    const ran = await zorgpad(cwd, ...replay, ...args)
    expect([ran.code, ran.stdout, ran.stderr.split(': ')[0]]).toEqual([2, '', code])
  })
})
