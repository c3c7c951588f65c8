/** The command line: what it reports, with which exit code, and what it says when it cannot. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallText } from '../simulation/small-pathway.ts'
import { folder, serving, spawned, zorgpad } from './command.ts'

const stories = `
- story: Koorts wordt gezien
  start: 2026-03-27T08:00
  facts: { age: 64 }
  steps:
    - { send: { temperature: 39 }, expect: { alerts: [ { threshold: fever, level: amber } ] } }
`
const wrong = stories.replace('level: amber', 'level: red').replace('gezien', '<gezien> & "gehoord"')
const csv =
  'subject,time,measure,value,unit,context\nx,2026-03-27T08:00,temp,39,Cel,\nx,2026-03-27T09:00,temp,102.2,[degF],\n'
const project = (more: Record<string, string | Uint8Array> = {}) =>
  folder({
    'small.yaml': smallText,
    'small.scenarios.yaml': stories,
    'wrong.yaml': smallText.replace('to: review', 'to: revieuw'),
    'x.csv': csv,
    ...more,
  })

describe('zorgpad check', () => {
  it('finds nothing in a good pathway', async () => {
    const { code, stdout, stderr } = await zorgpad(project(), 'check', 'small.yaml')
    expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^(Geen problemen|.*Fouten: 0)/s), ''])
  })

  it('reports each problem with its place, as text and as JSON', async () => {
    const cwd = project()
    const text = await zorgpad(cwd, 'check', 'wrong.yaml')
    expect(text.code).toBe(1)
    expect(text.stdout).toMatch(/^wrong\.yaml:\d+:\d+ {2}fout {2}unknown-name\n {4}\S.*review/m)
    const { code, stdout } = await zorgpad(cwd, 'check', '--json', 'small.yaml', 'wrong.yaml')
    const { files } = JSON.parse(stdout) as { files: { file: string; problems: Record<string, unknown>[] }[] }
    expect([code, files.map(({ file }) => file)]).toEqual([1, ['small.yaml', 'wrong.yaml']])
    const problem = files[1]!.problems.find(({ severity }) => severity === 'error')!
    expect(Object.keys(problem).filter((key) => !['example', 'fix'].includes(key))).toEqual([
      'code',
      'severity',
      'path',
      'line',
      'column',
      'message',
    ])
    expect(problem).toMatchObject({
      path: expect.stringMatching(/^\//),
      message: { nl: expect.any(String), en: expect.any(String) },
    })
  })

  it('also checks stories, against the pathway beside them', async () => {
    const cwd = folder({ 'small.yaml': smallText, 'small.scenarios.yaml': stories.replace('fever', 'fevr') })
    const { code, stdout } = await zorgpad(cwd, 'check', 'small.scenarios.yaml', '--lang', 'en')
    expect([code, stdout]).toEqual([1, expect.stringContaining('Do you mean `fever`?')])
  })
})

describe('zorgpad test', () => {
  it('plays the stories and shows their coverage', async () => {
    const { code, stdout } = await zorgpad(project(), 'test', 'small.scenarios.yaml')
    expect(code).toBe(0)
    expect(stdout).toContain('✓ Koorts wordt gezien')
    expect(stdout).toContain('20% (1 van 5) fasen')
    expect(stdout).toContain('1 van 1 verhalen zijn goed.')
  })

  it('says what was expected and what was found, and where', async () => {
    const { code, stdout } = await zorgpad(project({ 'small.scenarios.yaml': wrong }), 'test', 'small.yaml')
    expect(code).toBe(1)
    expect(stdout).toContain('small.scenarios.yaml:6:1  op 2026-03-27 08:00')
    expect(stdout).toMatch(
      /6 -       - \{ threshold: fever, level: red \}\n +\+       - \{ threshold: fever, level: amber \}/,
    )
  })

  it('answers as JSON', async () => {
    const { code, stdout } = await zorgpad(
      project({ 'small.scenarios.yaml': wrong }),
      'test',
      '--json',
      'small.scenarios.yaml',
    )
    const report = JSON.parse(stdout) as { stories: object[]; coverage: Record<string, Record<string, object>> }
    expect(code).toBe(1)
    expect(Object.keys(report.stories[0]!)).toEqual(['file', 'story', 'passed', 'generated', 'failures', 'diffs'])
    expect(Object.keys(report.coverage['small']!)).toEqual([
      'states',
      'transitions',
      'conditions',
      'schedules',
      'routes',
      'outcomes',
      'items',
    ])
    expect(report.coverage['small']!['schedules']).toEqual({
      hit: 1,
      total: 2,
      missed: ['/schedules/weekly'],
      percent: 50,
    })
  })

  it('answers as JUnit, with everything escaped', async () => {
    const { stdout } = await zorgpad(
      project({ 'small.scenarios.yaml': wrong }),
      'test',
      '--junit',
      'small.scenarios.yaml',
    )
    expect(stdout).toContain('<testsuite name="small.scenarios.yaml" tests="1" failures="1">')
    expect(stdout).toContain('name="Koorts wordt &lt;gezien&gt; &amp; &quot;gehoord&quot;"')
  })

  it('JUnit has no control characters, which XML does not know', async () => {
    const cwd = project({ 'small.scenarios.yaml': stories.replace('Koorts wordt gezien', String.raw`"Koorts\e[31m"`) })
    const { stdout } = await zorgpad(cwd, 'test', '--junit', 'small.scenarios.yaml')
    expect(stdout).toContain('name="Koorts\ufffd[31m"')
  })

  it('with --require says what is not touched, and fails', async () => {
    const { code, stderr } = await zorgpad(project(), 'test', '--require', 'small.yaml', '--lang', 'en')
    expect(code).toBe(1)
    expect(stderr).toContain('small: 20% of states touched, required is 100%.')
    expect(stderr).not.toContain('outcomes')
  })

  it('derives stories, writes them beside the pathway, and plays them', async () => {
    const cwd = project()
    const printed = await zorgpad(cwd, 'test', '--generate', 'small.yaml')
    expect([printed.code, printed.stdout]).toEqual([0, expect.stringContaining('generated: true')])
    expect(printed.stderr).toContain('small: 6 van 6 overgangen genomen')
    const written = await zorgpad(cwd, 'test', '--generate', '--write', 'small.yaml')
    expect(written.stdout).toContain('small.generated.scenarios.yaml')
    const played = await zorgpad(cwd, 'test', 'small.generated.scenarios.yaml')
    expect([played.code, played.stdout]).toEqual([0, expect.stringContaining('0% (0 van 5) fasen')])
  })

  it('refuses options that do not go together', async () => {
    const { code, stderr } = await zorgpad(project(), 'test', '--write', 'small.yaml')
    expect([code, stderr]).toEqual([2, expect.stringContaining('write-needs-generate')])
    const none = await zorgpad(project(), 'test', '--generate')
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('generate.needs')])
  })

  it('without a file plays everything under pathways', async () => {
    const cwd = folder()
    const none = await spawned(cwd, 'test')
    expect([none.code, none.stdout, none.stderr]).toEqual([2, '', expect.stringContaining('no-stories: ')])
    mkdirSync(join(cwd, 'pathways'))
    for (const [name, text] of [
      ['small.yaml', smallText],
      ['small.scenarios.yaml', stories],
    ] as const)
      writeFileSync(join(cwd, 'pathways', name), text)
    const some = await spawned(cwd, 'test', '--json')
    expect([some.code, some.stderr]).toEqual([0, ''])
    expect(JSON.parse(some.stdout)).toMatchObject({
      stories: [{ file: 'pathways/small.scenarios.yaml', passed: true }],
    })
  })
})

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

describe('what cannot be used', () => {
  const folderName = import.meta.dirname

  it.each([
    ['unknown-command-near', ['chekc', 'small.yaml']],
    ['unknown-command', ['xyzzy-nothing']],
    ['unknown-command', ['constructor']],
    ['unknown-option', ['check', '--jsn', 'small.yaml']],
    ['unusable-option', ['check', '--json=3', 'small.yaml']],
    ['unusable-option', ['replay', 'small.yaml', '--csv']],
    ['unknown-language', ['check', 'small.yaml', '--lang', 'fr']],
    ['both-formats', ['test', '--json', '--junit']],
    ['no-files', ['check']],
    ['replay.needs', ['replay', 'small.yaml']],
    ['not-found', ['check', 'absent.yaml']],
    ['not-found', ['test', 'absent.yaml']],
    ['directory', ['check', folderName]],
    ['directory', ['replay', 'small.yaml', '--csv', folderName]],
    ['not-text', ['check', 'junk.yaml']],
    ['too-large', ['check', 'big.yaml']],
    ['pathway-not-found', ['test', 'alone.scenarios.yaml']],
    ['unusable-pathway', ['test', 'wrong.scenarios.yaml']],
    ['unusable-stories', ['test', 'small.scenarios.yaml']],
    ['serve.port', ['serve', '--port', '99999']],
    ['serve.argument', ['serve', 'now']],
    ['serve.not-writable', ['serve', '--port', '0', '--store', 'small.yaml']],
  ])('%s: %j', async (code, args) => {
    const cwd = project({
      'junk.yaml': new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x81]),
      'big.yaml': 'a'.repeat(1_100_000),
      'alone.scenarios.yaml': stories,
      'wrong.scenarios.yaml': stories,
      'small.scenarios.yaml': stories.replace('fever', 'fevr'),
    })
    const ran = await zorgpad(cwd, ...args)
    expect([ran.code, ran.stdout, ran.stderr.split(': ')[0]]).toEqual([2, '', code])
    expect(ran.stderr).not.toMatch(/^\s+at /m)
    expect(ran.stderr).not.toContain('{')
  })

  it.skipIf(process.platform === 'win32')('stops at a pipe that nobody writes to, instead of waiting', async () => {
    const cwd = project()
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')])
    expect((await zorgpad(cwd, 'check', 'pipe.yaml')).stderr).toContain('not-a-file: ')
  })

  it('explains itself', async () => {
    const cwd = folder()
    expect(await zorgpad(cwd, '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('zorgpad check BESTAND'),
    })
    expect(await zorgpad(cwd, 'check', '--help', '--lang', 'en')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('zorgpad check FILE'),
    })
    expect(await zorgpad(cwd)).toMatchObject({ code: 2, stdout: '' })
  })

  it.skipIf(process.platform === 'win32')('a reader that stops reading, as `head` does, is no failure', () => {
    const cli = join(import.meta.dirname, '../../runtime/cli.ts')
    const cwd = project({ 'small.scenarios.yaml': wrong.repeat(300) })
    const command = `"${process.execPath}" "${cli}" test --json small.scenarios.yaml | head -c 1`
    expect(execFileSync('sh', ['-c', `${command} 2>&1`], { cwd, encoding: 'utf8' })).toBe('{')
  })
})

describe('zorgpad serve', () => {
  it('serves until it is told to stop; a second one on the same folder or port is told why not', async () => {
    const cwd = folder()
    const server = serving(cwd)
    const url = await server.url
    expect((await fetch(url)).status).toBeLessThan(500)
    const sameFolder = await spawned(cwd, 'serve', '--port', '0', '--store', join(cwd, 'data'))
    expect([sameFolder.code, sameFolder.stderr.split(': ')[0]]).toEqual([2, 'serve.in-use'])
    const samePort = await spawned(cwd, 'serve', '--port', new URL(url).port, '--store', join(cwd, 'other'))
    expect([samePort.code, samePort.stderr.split(': ')[0]]).toEqual([2, 'serve.port-in-use'])
    expect(await server.stop()).toBe(0)
  })
})
