/** The worklist in a real browser: a crisis sent over HTTP appears by itself, and is taken up and closed by keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFocused, Stage, tabTo, wordsIn } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await Stage.open()
  page = await stage.visit('#/worklist')
  await page.locator('zorgpad-work-item').first().waitFor()
})
afterAll(() => stage.close())

const device = 'meetapp:device@papieren-beuk'
const anneke = () => page.locator('zorgpad-work-item', { hasText: 'Anneke Allesgoed' })

async function send(patient: string, identifier: string, values: Record<string, number | boolean>): Promise<void> {
  const measurements = Object.entries(values).map(([measurement, value]) => ({ measurement, value }))
  const answer = await stage.post(`/patients/${patient}/measurements`, device, { identifier, measurements })
  expect(answer.status).toBe(201)
}

describe('the worklist', () => {
  it('shows the worst first, with who, why, since when, and who is asked', async () => {
    const first = page.locator('zorgpad-work-item').first()
    expect(await wordsIn(first)).toMatch(/rood.*Zeer hoge bloeddruk met klachten.*Els Escalatie/s)
    expect(await wordsIn(first)).toMatch(/Bovendruk 192 mmHg/)
    expect(await wordsIn(first)).toMatch(/Sinds .* Gevraagd: .* reageren voor/s)
  })

  it('shows a crisis that is sent over HTTP, without reload and without taking the focus', async () => {
    // given somebody who works on another alert
    await page.evaluate(() => Object.assign(globalThis, { sameVisit: true }))
    const other = page
      .locator('zorgpad-work-item', { hasText: 'Greet Gering' })
      .getByRole('button', { name: 'Oppakken' })
    await other.focus()
    // when
    await send('patient-01', 'crisis-1', { systolic: 190, diastolic: 114, complaints: true })
    // then
    await anneke().waitFor({ timeout: 10_000 })
    expect(await wordsIn(anneke())).toMatch(/rood.*Zeer hoge bloeddruk met klachten/s)
    expect(await page.evaluate(() => 'sameVisit' in globalThis)).toBe(true)
    expect(await isFocused(other)).toBe(true)
    expect(await wordsIn(page.locator('zorgpad-worklist').getByRole('status').first())).toContain('Anneke Allesgoed')
  })

  it('is taken up by keyboard, and the focus stays with the alert', async () => {
    const take = anneke().getByRole('button', { name: 'Oppakken' })
    await page.locator('zorgpad-worklist').getByLabel('Ernst').focus()
    await tabTo(page, take)
    await page.keyboard.press('Enter')
    await anneke()
      .getByText(/Opgepakt door Nina Nachtdienst/)
      .waitFor()
    expect(await isFocused(anneke().getByRole('button', { name: 'Afsluiten…' }))).toBe(true)
  })

  it('is not closed without an outcome, and closed with one and a note by keyboard', async () => {
    await page.keyboard.press('Enter')
    const close = anneke().getByRole('button', { name: 'Afsluiten', exact: true })
    await tabTo(page, close)
    await page.keyboard.press('Enter')
    await anneke().getByText('Kies eerst een uitkomst.').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('Gebeld, huisarts gaat langs.')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Space')
    await tabTo(page, close)
    await page.keyboard.press('Enter')
    await anneke().waitFor({ state: 'detached' })
    const resolved = await stage.post('/demo/clock', 'nina:centre-nurse@centrum', { advance: '1 minute' })
    expect(resolved.ok).toBe(true)
  })

  it('shows what was closed, with the outcome and the note', async () => {
    await page.locator('zorgpad-worklist').getByLabel('Stand').selectOption('resolved')
    await anneke().waitFor()
    expect(await wordsIn(anneke())).toMatch(/Afgesloten door Nina Nachtdienst.*“ ?Gebeld, huisarts gaat langs/s)
    await page.locator('zorgpad-worklist').getByLabel('Stand').selectOption('unresolved')
  })

  it('shows only the level that is asked for', async () => {
    await page.locator('zorgpad-worklist').getByLabel('Ernst').selectOption('green')
    await expect
      .poll(() => page.locator('zorgpad-work-item header .level').allTextContents())
      .toSatisfy((levels: string[]) => levels.length > 0 && levels.every((level) => level === 'groen'))
    await page.locator('zorgpad-worklist').getByLabel('Ernst').selectOption('')
  })
})

describe('the patient page', () => {
  it('shows the readings and why the alert came', async () => {
    await page.goto(`${stage.url}/#/patient/patient-01`)
    const patient = page.locator('zorgpad-patient')
    await patient.getByRole('heading', { name: 'Anneke Allesgoed' }).waitFor()
    expect(await wordsIn(patient.locator('zorgpad-readings tbody tr').first())).toMatch(/190.*114.*ja/s)
    const history = patient.locator('zorgpad-history')
    await history.getByRole('button', { name: 'Waarom, en waarom niet' }).first().click()
    await history.locator('zorgpad-trace').waitFor()
    expect(await wordsIn(history.locator('zorgpad-trace'))).toContain('Gevonden: 190 mmHg')
  })

  it('takes a reading that the nurse heard on the phone, and reads out what the patient is told', async () => {
    const form = page.locator('zorgpad-reading-form')
    await form.getByText('Meting invoeren na een telefoongesprek').click()
    await form.getByLabel('Bovendruk').fill('128')
    await form.getByLabel('Onderdruk').fill('79')
    await form.getByRole('button', { name: 'Meting bewaren' }).click()
    await expect.poll(() => wordsIn(form.getByRole('status'))).toMatch(/128/)
    await expect.poll(() => wordsIn(page.locator('zorgpad-readings tbody tr').first())).toMatch(/128.*79/s)
  })
})
