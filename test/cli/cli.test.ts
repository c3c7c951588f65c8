/** The command line: what it says when it cannot, and serving. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, serving, spawned, zorgpad } from './command.ts'
import { stories, wrong, project } from './project.ts'

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
