/** The whole way once without a mouse: change a limit, break and mend a name, play a crisis, and take up a real one. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage, tabTo, wordsIn } from './stage.ts'

const hypertension = readFileSync(new URL('../../pathways/hypertension.yaml', import.meta.url), 'utf8')

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await Stage.open()
  page = await stage.visit('#/', { role: 'author' })
})
afterAll(() => stage.close())

async function press(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  await tabTo(page, wanted, key)
  await page.keyboard.press('Enter')
}

/** To a view of the editor: to the chosen tab, and on with the arrows. */
async function view(name: string): Promise<void> {
  const wanted = page.getByRole('tab', { name })
  await tabTo(page, page.getByRole('tab', { selected: true }))
  for (let presses = 0; presses < 8 && (await wanted.getAttribute('aria-selected')) !== 'true'; presses++) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
  }
  expect(await wanted.getAttribute('aria-selected')).toBe('true')
}

/** The draft as the server has it, as soon as it is what is wished for. */
async function saved(wished: string): Promise<void> {
  const draft = decodeURIComponent(new URL(page.url()).hash.split('/')[2] ?? '')
  const read = async () => {
    const answer = await page.request.get(`${stage.url}/api/drafts/${draft}`)
    return ((await answer.json()) as { text: string }).text === wished
  }
  await expect.poll(read, { timeout: 10_000 }).toBe(true)
}

async function write(field: Locator, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

describe('without a mouse', () => {
  it('changes the target in the form, and exactly those bytes', async () => {
    await press(page.getByRole('button', { name: 'Nieuw concept van Hypertensie' }))
    await page.locator('zorgpad-forms').waitFor()
    await tabTo(page, page.locator('zorgpad-forms summary').filter({ hasText: 'Persoonlijke grenzen' }))
    await page.keyboard.press('Enter')
    await press(page.getByRole('button', { name: 'Streefwaarde bovendruk', exact: true }))
    await write(page.locator('zorgpad-parameter-form').getByLabel('Gewone waarde'), '130')
    await page.keyboard.press('Enter')
    await saved(hypertension.replace('default: 135', 'default: 130'))
  })

  it('breaks a name in the YAML, follows the problem to it, and undoes both', async () => {
    const changed = hypertension.replace('default: 135', 'default: 130')
    await view('YAML')
    const line = (words: string) => page.locator('zorgpad-yaml .view-line').filter({ hasText: words }).first()
    await line('default: 130').waitFor()
    await tabTo(page, page.locator('zorgpad-yaml').locator('textarea, .native-edit-context').first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.type('x')
    await line('measurement: systolicx').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+m')
    await view('Problemen')
    await press(page.locator('zorgpad-problems .jump').first())
    await line('measurement: systolicx').waitFor()
    expect(await page.getByRole('tab', { name: 'YAML' }).getAttribute('aria-selected')).toBe('true')
    await press(page.getByRole('button', { name: 'Ongedaan maken' }), 'Shift+Tab')
    await saved(changed)
    await page.keyboard.press('Enter')
    await saved(hypertension)
  })

  it('plays a crisis in the simulator and reads why', async () => {
    await view('Simulator')
    await press(page.getByRole('button', { name: 'Beginnen', exact: true }))
    const form = page.locator('zorgpad-send-form')
    await write(form.getByLabel('Bovendruk'), '188')
    await write(form.getByLabel('Onderdruk'), '104')
    await press(form.getByRole('button', { name: 'Sturen' }))
    await page
      .locator('zorgpad-simulator')
      .getByText(/gevraagd opnieuw te meten/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.locator('zorgpad-open-alerts').getByText('Zeer hoge bloeddruk zonder klachten').waitFor()
    expect(await wordsIn(page.locator('zorgpad-trace').first())).toContain('gaf een melding')
  })

  it('takes up a crisis that comes in over HTTP', async () => {
    await tabTo(page, page.getByLabel('Wie bent u?'), 'Shift+Tab')
    await page.keyboard.type('Nina Nachtdienst · verpleeg')
    await press(page.getByRole('link', { name: 'Werklijst' }), 'Shift+Tab')
    await page.locator('zorgpad-work-item').first().waitFor()
    const measurements = Object.entries({ systolic: 190, diastolic: 114, complaints: true })
    const answer = await stage.post('/patients/patient-01/measurements', 'meetapp:device@papieren-beuk', {
      identifier: 'keyboard-1',
      measurements: measurements.map(([measurement, value]) => ({ measurement, value })),
    })
    expect(answer.status).toBe(201)
    const alert = page.locator('zorgpad-work-item', { hasText: 'Anneke Allesgoed' })
    await press(alert.getByRole('button', { name: 'Oppakken' }))
    await alert.getByText(/Opgepakt door/).waitFor()
  })
})
