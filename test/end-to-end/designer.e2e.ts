/** The editor as an author uses it: form, YAML, problem, shape and undo are views of one text. With the mouse, and without. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from './stage.ts'

const hypertension = readFileSync(new URL('../../pathways/hypertension.yaml', import.meta.url), 'utf8')

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

const author = { role: 'author' } as const
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click()
const outline = (page: Page, path: string): Locator => page.locator(`zorgpad-outline [data-path="${path}"] > .line`)
const shape = (page: Page, path: string): Locator => page.locator(`zorgpad-drawing [data-path="${path}"]`)
const target = (page: Page): Locator => page.locator('zorgpad-forms').getByLabel('Gewone waarde').first()

/** The draft as the server has it, once it is saved. */
async function savedText(page: Page): Promise<string> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Bewaard$/ })
    .waitFor()
  const draft = decodeURIComponent(new URL(page.url()).hash.split('/')[2]!)
  const answer = await page.request.get(`${stage.url}/api/drafts/${draft}`)
  return ((await answer.json()) as { text: string }).text
}

const newDraft = (page: Page) => page.getByRole('button', { name: 'Nieuw concept van Hypertensie' })

async function openDraft(page: Page): Promise<void> {
  await newDraft(page).click()
  await page.locator('zorgpad-editor-bar').waitFor()
  await shape(page, '/states/measuring').waitFor()
}

/** The line of the YAML in which the words stand, as Monaco draws it. */
const line = (page: Page, words: string): Locator =>
  page.locator('zorgpad-yaml .view-line').filter({ hasText: words }).first()

describe('one text', () => {
  it('changes exactly those bytes, shows a broken name on its line and shape, and undoes through both', async () => {
    const page = await stage.visit('#/', author)
    await openDraft(page)

    // The target in the form.
    await tab(page, 'Overzicht')
    await outline(page, '/parameters/target').click()
    await tab(page, 'Formulier')
    await target(page).fill('130')
    await target(page).press('Tab')
    await page.getByRole('status').filter({ hasText: 'Nog niet bewaard' }).waitFor()
    const changed = hypertension.replace('default: 135', 'default: 130')
    expect(await savedText(page)).toBe(changed)
    await tab(page, 'YAML')
    await line(page, 'default: 130').waitFor()
    await tab(page, 'Problemen')
    await page.getByText('Geen problemen gevonden.').waitFor()

    // A name that does not exist, typed in the YAML.
    await tab(page, 'Overzicht')
    await outline(page, '/states/review').click()
    await tab(page, 'YAML')
    const name = page.locator('zorgpad-yaml .view-line span[class^="mtk"]').filter({ hasText: /^\s*stable\s*$/ })
    await name.first().dblclick()
    await page.keyboard.type('stabel')
    await page.getByRole('tab', { name: /Problemen.*1/ }).click()
    const problem = page.locator('zorgpad-problems li[data-code="unknown-name"]')
    await problem.locator('.jump').click()

    // The line has the cursor and the wave, the shape is selected.
    await line(page, 'stabel').waitFor()
    await page.locator('zorgpad-yaml .squiggly-error').first().waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    expect(await page.locator('zorgpad-yaml .current-line').count()).toBeGreaterThan(0)
    await expect
      .poll(() => page.locator('zorgpad-drawing [aria-pressed="true"]').getAttribute('data-path'))
      .toMatch(/^\/states\/review/)

    // Undo in the YAML takes the name back, undo in the bar the number.
    await page.keyboard.press('Control+z')
    await line(page, 'stabel').waitFor({ state: 'detached' })
    expect(await savedText(page)).toBe(changed)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('status').filter({ hasText: 'Nog niet bewaard' }).waitFor()
    expect(await savedText(page)).toBe(hypertension)
    await page.context().close()
  })

  it('helps in the YAML: what a key means, and which names there are', async () => {
    const page = await stage.visit('#/', author)
    await openDraft(page)
    await tab(page, 'Overzicht')
    await outline(page, '/states/review').click()
    await tab(page, 'YAML')
    const word = (pattern: RegExp): Locator =>
      page.locator('zorgpad-yaml .view-line span[class^="mtk"]').filter({ hasText: pattern }).first()
    await word(/^\s*decision\s*$/).hover()
    await page.locator('.monaco-hover').filter({ hasText: 'Als iemand dit besluit neemt' }).first().waitFor()
    await page.mouse.move(200, 700)
    await tab(page, 'Overzicht')
    await outline(page, '/states').click()
    await tab(page, 'YAML')
    await line(page, 'initial').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Control+Backspace')
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'self-management' }).first().waitFor()
    await page.context().close()
  })

  it('asks nothing from elsewhere', async () => {
    const page = await stage.visit('#/', author)
    const foreign: string[] = []
    page.on('request', (request) => !request.url().startsWith(stage.url) && foreign.push(request.url()))
    await openDraft(page)
    await tab(page, 'YAML')
    await line(page, 'pathway').waitFor()
    expect(foreign.filter((url) => !/^(data|blob):/.test(url))).toEqual([])
    await page.context().close()
  })
})

describe('without a mouse', () => {
  /** Presses Tab until the element is focused, as a person would. */
  async function tabTo(page: Page, goal: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await goal.evaluate((element) => element.matches(':focus')).catch(() => false)) return
    }
    throw new Error(`the keyboard does not reach ${String(goal)}`)
  }

  it('travels along the transitions, opens the form, renames a state and takes it back', async () => {
    const page = await stage.visit('#/', author)
    await newDraft(page).waitFor()
    await tabTo(page, newDraft(page))
    await page.keyboard.press('Enter')
    await shape(page, '/states/measuring').waitFor()
    await tabTo(page, shape(page, '/states/measuring'))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const review = shape(page, '/states/review')
    expect(await review.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(await review.getAttribute('aria-pressed')).toBe('true')

    const rename = page.getByRole('button', { name: 'Hernoemen' })
    for (let presses = 0; presses < 10 && !(await rename.evaluate((e) => e.matches(':focus'))); presses++)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('assessment')
    await page.keyboard.press('Enter')
    await shape(page, '/states/assessment').waitFor()
    const renamed = await savedText(page)
    expect(renamed).toBe(
      hypertension.replaceAll('to: review', 'to: assessment').replace('  review:\n', '  assessment:\n'),
    )

    await page.keyboard.press('Control+z')
    await shape(page, '/states/review').waitFor()
    expect(await savedText(page)).toBe(hypertension)
    await page.context().close()
  })
})

describe('work is not lost', () => {
  it('comes back after a reload when the server could not save it', async () => {
    const page = await stage.visit('#/', author)
    await openDraft(page)
    await page.route('**/api/drafts/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await tab(page, 'Overzicht')
    await outline(page, '/parameters/target').click()
    await tab(page, 'Formulier')
    await target(page).fill('130')
    await target(page).press('Tab')
    await page.getByText('Bewaren lukte niet', { exact: false }).waitFor()
    await page.unroute('**/api/drafts/*')
    await page.reload()
    await page.getByText('Uw wijzigingen van de vorige keer zijn teruggezet.').waitFor()
    expect(await savedText(page)).toBe(hypertension.replace('default: 135', 'default: 130'))
    await page.context().close()
  })

  it('tells when somebody else saved first, and lets the author choose', async () => {
    const page = await stage.visit('#/', author)
    await openDraft(page)
    const draft = decodeURIComponent(new URL(page.url()).hash.split('/')[2]!)
    const theirs = hypertension.replace('default: 135', 'default: 128')
    const saved = await page.request.put(`${stage.url}/api/drafts/${draft}`, {
      data: { text: theirs, version: 1 },
      headers: { origin: stage.url },
    })
    expect(saved.ok()).toBe(true)
    await tab(page, 'Overzicht')
    await outline(page, '/parameters/target').click()
    await tab(page, 'Formulier')
    await target(page).fill('130')
    await target(page).press('Tab')
    await page.getByRole('button', { name: 'De andere tekst nemen' }).click()
    expect(await savedText(page)).toBe(theirs)
    await page.context().close()
  })
})
