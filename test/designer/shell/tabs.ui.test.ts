/** The tabs and the header: accessible, and operated by keyboard. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import { setLanguage, language } from '../../../designer/language.ts'
import '../../../designer/shell/header.ts'
import '../../../designer/shell/tabs.ts'
import type { ZorgpadTabs } from '../../../designer/shell/tabs.ts'

const tabs = (): Promise<ZorgpadTabs> =>
  fixture<ZorgpadTabs>(
    html`<zorgpad-tabs
      label="Weergaven"
      chosen="form"
      .tabs=${[
        { id: 'form', title: 'Formulier' },
        { id: 'yaml', title: 'YAML' },
        { id: 'problems', title: 'Problemen', count: 2, tone: 'red' },
      ]}
      ><p>Inhoud</p></zorgpad-tabs
    >`,
  )

describe('zorgpad-tabs', () => {
  it('is accessible', async () => {
    await expect(await tabs()).to.be.accessible()
  })

  it('tells which tab a key or a click chooses', async () => {
    const element = await tabs()
    const told: string[] = []
    element.addEventListener('tab-chosen', (event) => told.push((event as CustomEvent<string>).detail))
    const tab = element.shadowRoot!.querySelector<HTMLElement>('#tab-form')!
    for (const key of ['ArrowRight', 'ArrowLeft', 'End', 'Home', 'x'])
      tab.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    element.shadowRoot!.querySelector<HTMLElement>('#tab-yaml')!.click()
    assert.deepEqual(told, ['yaml', 'problems', 'problems', 'form', 'yaml'])
  })
})

describe('zorgpad-header', () => {
  it('is accessible and switches the language of the page', async () => {
    setLanguage('nl')
    const element = await fixture<HTMLElement>(html`<zorgpad-header></zorgpad-header>`)
    await expect(element).to.be.accessible()
    element.shadowRoot!.querySelector<HTMLElement>('button[lang="en"]')!.click()
    assert.deepEqual([language(), document.documentElement.lang], ['en', 'en'])
    setLanguage('nl')
  })
})
