/** The simulator in a real browser: a crisis is played, its alert climbs, its reasons can be read and followed, and it can be undone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage, wordsIn } from './stage.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await Stage.open()
  page = await stage.visit('#/', { role: 'author' })
  await page.goto(`${stage.url}/#/editor/${await stage.draft(page)}`)
  await page.getByRole('tab', { name: 'Simulator' }).click()
  await page.getByRole('button', { name: 'Beginnen', exact: true }).click()
})
afterAll(() => stage.close())

const simulator = () => page.locator('zorgpad-simulator')

async function send(systolic: string, diastolic: string): Promise<void> {
  const form = simulator().locator('zorgpad-send-form')
  await form.getByLabel('Bovendruk').fill(systolic)
  await form.getByLabel('Onderdruk').fill(diastolic)
  await form
    .getByRole('radiogroup', { name: /klachten/i })
    .getByLabel('nee')
    .check()
  await form.getByRole('button', { name: 'Sturen' }).click()
}

describe('a crisis in the simulator', () => {
  it('begins with a patient who may take part, in the first state', async () => {
    await simulator()
      .getByRole('heading', { name: /^Meetweek/ })
      .waitFor()
    expect(await wordsIn(simulator().getByRole('status'))).toContain('Nu in fase: Meetweek')
  })

  it('asks for a second reading before it alerts', async () => {
    await send('188', '104')
    expect(await wordsIn(simulator().getByRole('status'))).toContain('gevraagd opnieuw te meten: Bovendruk')
    expect(await simulator().locator('zorgpad-open-alerts').count()).toBe(0)
  })

  it('alerts when the second reading is high as well, and says who is asked until when', async () => {
    await send('186', '101')
    const alerts = simulator().locator('zorgpad-open-alerts')
    await alerts.getByText('Zeer hoge bloeddruk zonder klachten').waitFor()
    expect(await wordsIn(alerts)).toMatch(/Verpleegkundige monitoringscentrum.*op de werklijst/)
    expect(await wordsIn(alerts)).toContain('reageren voor')
  })

  it('says why, with the value against the limit, and why not', async () => {
    const trace = simulator().locator('zorgpad-trace').first()
    expect(await wordsIn(trace)).toMatch(/gaf een melding/)
    expect(await wordsIn(trace)).toMatch(/Gevonden: 186 mmHg; de vraag was: is ten minste 180 mmHg/)
    expect(await wordsIn(trace.locator('summary').first())).toContain('Bekeken en niet gebeurd')
  })

  it('leads from a line of the trace to its place', async () => {
    await simulator()
      .locator('zorgpad-trace')
      .first()
      .getByRole('button', { name: 'Zeer hoge bloeddruk zonder klachten' })
      .click()
    await page.getByRole('tab', { name: 'Formulier' }).click()
    await page.locator('zorgpad-threshold-form').waitFor()
    expect(await wordsIn(page.locator('zorgpad-forms'))).toContain('crisis')
    await page.getByRole('tab', { name: 'Simulator' }).click()
  })

  it('climbs when nobody answers, and steps back exactly', async () => {
    const alerts = simulator().locator('zorgpad-open-alerts')
    const before = await wordsIn(alerts)
    await simulator().getByRole('button', { name: '1 dag' }).click()
    await alerts
      .getByText(/reageerde niet op tijd/)
      .first()
      .waitFor()
    await simulator().getByRole('button', { name: 'Stap terug' }).click()
    await expect.poll(() => wordsIn(alerts)).toBe(before)
  })

  it('plays on what the author changes meanwhile', async () => {
    await page.getByRole('tab', { name: 'Formulier' }).click()
    const first = page.locator('zorgpad-threshold-form zorgpad-limit').first().getByLabel('Grens')
    await first.fill('190')
    await first.press('Enter')
    await page.getByRole('tab', { name: 'Simulator' }).click()
    await simulator()
      .getByRole('heading', { name: /^Meetweek/ })
      .waitFor()
    await expect.poll(() => simulator().locator('zorgpad-open-alerts').count()).toBe(0)
  })
})
