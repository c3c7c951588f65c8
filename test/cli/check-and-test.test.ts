/** The commands check and test: what they report, and with which exit code. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallText } from '../simulation/small-pathway.ts'
import { folder, spawned, zorgpad } from './command.ts'
import { stories, wrong, project } from './project.ts'

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
