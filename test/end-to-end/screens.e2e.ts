/** Every screen, in both languages, wide and narrow: axe finds nothing serious, and nothing scrolls sideways. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from './stage.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

type Words = Record<'form' | 'outline' | 'yaml' | 'problems' | 'simulator' | 'begin', string>

const words: Record<'nl' | 'en', Words> = {
  nl: {
    form: 'Formulier',
    outline: 'Overzicht',
    yaml: 'YAML',
    problems: 'Problemen',
    simulator: 'Simulator',
    begin: 'Beginnen',
  },
  en: { form: 'Form', outline: 'Outline', yaml: 'YAML', problems: 'Problems', simulator: 'Simulator', begin: 'Begin' },
}

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

type Finding = { id: string; impact: string | null; nodes: { html: string; target: string[][] }[] }

/**
 * In the drawing and the tree a name says more, and in another order, than the letters inside the shape: the rule that
 * compares the two is meant for buttons and links with words on them.
 */
const named = ['zorgpad-drawing', 'zorgpad-outline']

/** The serious findings, each with the element it is about. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: Finding[] }>('axe.run()')
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isExempt(id, node)).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

function isExempt(id: string, { target }: Finding['nodes'][number]): boolean {
  return (
    id === 'label-content-name-mismatch' && target.flat().some((part) => named.some((name) => part.startsWith(name)))
  )
}

/** How many pixels the page can be moved sideways. */
const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function inspect(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
  expect(await sideways(page)).toBeLessThanOrEqual(0)
}

for (const language of ['nl', 'en'] as const) {
  for (const width of [1280, 390]) {
    describe(`in ${language} at ${width} pixels`, () => {
      const say = words[language]

      it('the first page, which leads to the work of the person chosen', async () => {
        const page = await stage.visit('', { language, width, person: null })
        const choices = page.locator('zorgpad-welcome').getByRole('button')
        await choices.first().waitFor()
        await inspect(page)
        await choices.nth(1).click()
        await page.locator('zorgpad-work-item').first().waitFor()
        await page.context().close()
      })

      it('the library', async () => {
        const page = await stage.visit('#/', { language, width, role: 'author' })
        await page.locator('zorgpad-library h2').first().waitFor()
        await inspect(page)
        await page.context().close()
      })

      it('the worklist', async () => {
        const page = await stage.visit('#/worklist', { language, width })
        await page.locator('zorgpad-work-item').first().getByRole('button').last().click()
        await page.locator('zorgpad-resolve-form').waitFor()
        await inspect(page)
        await page.context().close()
      })

      it('a patient', async () => {
        const page = await stage.visit('#/patient/patient-05', {
          language,
          width,
          person: 'pim',
          role: 'poh',
          organisation: 'papieren-beuk',
        })
        await page.locator('zorgpad-history').getByRole('button').first().click()
        await page.locator('zorgpad-trace').waitFor()
        await inspect(page)
        await page.context().close()
      })

      it('the editor: drawing, form, outline, YAML, problems and simulator', async () => {
        const page = await stage.visit('#/', { language, width, role: 'author' })
        await page.goto(`${stage.url}/#/editor/${await stage.draft(page)}`)
        await page.locator('zorgpad-tabs').waitFor()
        for (const view of ['form', 'outline', 'yaml', 'problems', 'simulator'] as const) {
          await page.getByRole('tab', { name: say[view] }).click()
          if (view === 'yaml') await page.locator('.monaco-editor .view-line').first().waitFor()
          await inspect(page)
        }
        await page.getByRole('button', { name: say.begin, exact: true }).click()
        await page.locator('zorgpad-send-form').getByRole('textbox').first().fill('188')
        await page.locator('zorgpad-send-form').getByRole('button').click()
        await page.locator('zorgpad-send-form').getByRole('button').click()
        await page.locator('zorgpad-open-alerts').waitFor()
        await inspect(page)
        await page.context().close()
      })
    })
  }
}
