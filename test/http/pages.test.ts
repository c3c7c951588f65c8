import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine, systemClock } from '../../runtime/engine/index.ts'
import { buildApp } from '../../runtime/http/app.ts'
import { openStore } from '../../runtime/store/open.ts'

describe('the pages of the designer', () => {
  let folder: string
  let app: ReturnType<typeof buildApp>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zorgpad-pages-'))
    await mkdir(join(folder, 'dist/assets'), { recursive: true })
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Zorgpad</title>')
    await writeFile(join(folder, 'dist/assets/main-abc123.js'), 'export {}')
    await writeFile(join(folder, 'dist/icon.svg'), '<svg/>')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    const engine = await openEngine({ store: await openStore({ kind: 'memory' }), clock: systemClock })
    app = buildApp(engine, { pages: join(folder, 'dist') })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('come with a content policy that lets no foreign script in', async () => {
    const page = await app.request('/')
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/)
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(page.headers.get('cache-control')).toBe('no-cache')
  })

  it('are kept for ever when their name changes with their content, and asked again otherwise', async () => {
    const hashed = await app.request('/assets/main-abc123.js')
    expect([hashed.status, hashed.headers.get('content-type'), hashed.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect((await app.request('/icon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/missing.js',
  ])('give nothing outside the folder: %s', async (path) => {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret inside')
    expect(response.headers.get('content-type')).toMatch(/json/)
  })
})
