/** The stage of the end-to-end tests: the demonstration on a temporary folder, a real browser, and a person signed in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { serve } from '../../runtime/server.ts'
import { launch } from '../browser.ts'

/** Without a `person`, Nina; with null, nobody is signed in. */
export type Visit = {
  language?: 'nl' | 'en'
  width?: number
  person?: string | null
  role?: string
  organisation?: string
}

/** `const stage = await Stage.open()`; `await stage.close()` leaves nothing behind. */
export class Stage {
  readonly url: string
  readonly #browser: Browser
  readonly #close: () => Promise<void>

  static async open(): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'zorgpad-e2e-'))
    const running = await serve({ port: 0, dataDir: folder, demo: true })
    const browser = await launch()
    return new Stage(running.url, browser, async () => {
      await browser.close()
      await running.close()
      rmSync(folder, { recursive: true, force: true })
    })
  }

  private constructor(url: string, browser: Browser, close: () => Promise<void>) {
    this.url = url
    this.#browser = browser
    this.#close = close
  }

  close(): Promise<void> {
    return this.#close()
  }

  /** A page of somebody who is signed in: Nina, the nurse of the centre who is also an author, unless said otherwise. */
  async visit(address: string, visit: Visit = {}): Promise<Page> {
    const { language = 'nl', width = 1280, person = 'nina', role = 'centre-nurse', organisation = 'centrum' } = visit
    const context = await this.#browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    await context.addInitScript((chosen) => localStorage.setItem('zorgpad-language', chosen), language)
    if (person !== null) await this.#signIn(context, { person, role, organisation })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${this.url}/${address}`)
    return page
  }

  /** A new draft of the published pathway, of the author who opens it. */
  async draft(page: Page): Promise<string> {
    const answer = await page.request.post(`${this.url}/api/drafts`, {
      data: { from: { pathway: 'hypertension', version: '1.0.0' } },
      headers: { origin: this.url },
    })
    return ((await answer.json()) as { id: string }).id
  }

  /** A request over HTTP, as somebody who is not in the browser. */
  async post(path: string, who: string, body: unknown): Promise<Response> {
    const headers = { authorization: `Bearer demo:${who}`, 'content-type': 'application/json' }
    return fetch(`${this.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  async #signIn(context: BrowserContext, data: { person: string; role: string; organisation: string }): Promise<void> {
    const answer = await context.request.post(`${this.url}/api/demo/session`, { data, headers: { origin: this.url } })
    if (!answer.ok()) throw new Error(`nobody signed in: ${answer.status()} ${await answer.text()}`)
  }
}

/** A node of the page, as far as reading goes: these tests run without the types of a browser. */
type PageNode = { nodeName: string; data?: string; childNodes: Iterable<PageNode>; shadowRoot?: PageNode | null }

/** What somebody reads there: the text through all shadow roots. */
export function wordsIn(locator: Locator): Promise<string> {
  return locator.evaluate((element) => {
    const read = (node: PageNode): string => {
      if (node.nodeName === '#text') return node.data ?? ''
      return node.nodeName === 'STYLE' ? '' : [...(node.shadowRoot ?? node).childNodes].map(read).join(' ')
    }
    return read(element as unknown as PageNode).replaceAll(/\s+/g, ' ')
  })
}

/** Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await isFocused(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`not to be reached with ${key}: ${String(wanted)}`)
}

export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) =>
    (element as unknown as { matches: (selector: string) => boolean }).matches(':focus'),
  )
}
