/** The examples for integrators are run against a demonstration: what they say must work. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type Running } from '../../runtime/server.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'zorgpad-examples-'))
let server: Running

beforeAll(async () => {
  server = await serve({ port: 0, dataDir: join(folder, 'data'), demo: true })
}, 60_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** The commands of the page, in order; the first block says which server and who. */
const [settings = '', ...commands] = [
  ...readFileSync(join(root, 'examples/README.md'), 'utf8').matchAll(/```sh\n(.*?)```/gs),
].map(([, command = '']) => command)

/** What a command of the page prints, and the status of its answer. A stream that is cut off after its time is an answer too. */
async function onThePage(command: string): Promise<{ status: number; body: string }> {
  const here = settings.replace('http://127.0.0.1:8080', server.url)
  const script = `${here}\n${command.trim()} --write-out '\\n%{http_code}' || true`
  const { stdout } = await run('sh', ['-c', script])
  const end = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) }
}

describe('the commands of examples/README.md', () => {
  const [asJson = '', asFhir = '', search = '', changes = '', worklist = '', clock = ''] = commands

  it('are these six', () => {
    expect(commands).toHaveLength(6)
  })

  it('send a blood pressure and get four sentences, and the same again', async () => {
    const sent = await onThePage(asJson)
    expect(sent.status).toBe(201)
    expect(JSON.parse(sent.body)).toMatchObject({
      received: expect.stringContaining('128'),
      meaning: expect.any(String),
      next: expect.any(String),
      call: expect.stringContaining('112'),
    })
    expect(await onThePage(asJson)).toEqual({ status: 200, body: sent.body })
    expect((await onThePage(asJson.replace('128', '129'))).status).toBe(409)
  })

  it('send it as FHIR, and find it', async () => {
    const sent = await onThePage(asFhir)
    expect(sent.status).toBe(201)
    expect(JSON.parse(sent.body)).toMatchObject({ resourceType: 'OperationOutcome' })
    const found = await onThePage(search)
    expect(found.status).toBe(200)
    expect(found.body).toContain('cuff-0002')
  })

  it('hear of what changed', async () => {
    const { status, body } = await onThePage(changes)
    expect(status).toBe(200)
    expect(body).toMatch(/^data: .*"patient":"patient-01"/m)
  })

  it('show the worklist, and move the clock', async () => {
    expect((await onThePage(worklist)).status).toBe(200)
    const moved = await onThePage(clock)
    expect(moved.status).toBe(200)
    expect(JSON.parse(moved.body)).toHaveProperty('now')
  })
})

describe('examples/send-blood-pressure.ts', () => {
  it('sends, is heard at once, sends again without harm, and reads back', async () => {
    const { stdout } = await run(process.execPath, ['examples/send-blood-pressure.ts', server.url, 'patient-09'], {
      cwd: root,
    })
    expect(stdout).toContain('Bovendruk 188')
    expect(stdout).toContain('112')
    expect(stdout).toContain('"what":"raised"')
    expect(stdout).toContain('200, the same answer')
    expect(stdout).toMatch(/201, Observation \S+ \(final\)/)
  })
})
