/** A Chromium for the tests: CHROME_PATH, else the one from npm, else an installed one. Nothing is downloaded. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

export type BrowserProgram = { executablePath: string; env: Record<string, string> }

/** The packaged defaults (single process, no web security) would test another browser than people use. */
export const browserArguments = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** `const browser = await launch()` for an end-to-end test; close it when done. */
export async function launch(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: browserArguments })
}

export async function findBrowser(): Promise<BrowserProgram> {
  const wished = process.env['CHROME_PATH']
  if (wished) return { executablePath: wished, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser()
  const found = installed.find((path) => existsSync(path))
  if (!found) throw new Error('No browser found: set CHROME_PATH to a Chrome or Chromium.')
  return { executablePath: found, env: {} }
}

async function packagedBrowser(): Promise<BrowserProgram> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const cache = join(import.meta.dirname, '../node_modules/.cache/chromium', version)
  if (!existsSync(cache)) await unpack(folder, cache)
  const libraries = join(cache, 'al2023/lib')
  return {
    executablePath: join(cache, 'chromium'),
    env: {
      FONTCONFIG_FILE: writeFontConfiguration(cache),
      ...(existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {}),
    },
  }
}

/** Once per version, about two seconds. Moved into place when complete: another test run may be looking. */
async function unpack(folder: string, cache: string): Promise<void> {
  const draft = `${cache}-${process.pid}`
  mkdirSync(draft, { recursive: true })
  await insideTemporaryFolder(draft, async () => {
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    const program = await packaged.executablePath()
    if (lacksLibraries(program)) await inflate(join(folder, 'bin/al2023.tar.br'))
  })
  if (existsSync(cache)) rmSync(draft, { recursive: true })
  else renameSync(draft, cache)
}

/** The package unpacks into the temporary folder and trusts whatever version lies there: give it one of our own. */
async function insideTemporaryFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The packaged configuration names folders of a cloud machine; without this no text is drawn. */
function writeFontConfiguration(cache: string): string {
  const file = join(cache, 'fonts.conf')
  const folders = [join(cache, 'fonts/fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`)
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join('')}<cachedir>${join(cache, 'fonts/cache')}</cachedir></fontconfig>`,
  )
  return file
}

function lacksLibraries(program: string): boolean {
  return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found')
}
