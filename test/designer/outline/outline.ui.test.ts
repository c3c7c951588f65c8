/** The outline: a tree with the keys of a tree; selecting here selects everywhere. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import { elementOf } from '../../../designer/element-path.ts'
import { setLanguage } from '../../../designer/language.ts'
import '../../../designer/outline/outline.ts'
import type { ZorgpadOutline } from '../../../designer/outline/outline.ts'
import type { Session } from '../../../designer/session.ts'
import { session, wide } from '../pathway.ts'

const outline = (own: Session): Promise<ZorgpadOutline> =>
  fixture<ZorgpadOutline>(html`<zorgpad-outline .session=${own}></zorgpad-outline>`)
const item = (element: Element, path: string): HTMLElement =>
  element.shadowRoot!.querySelector(`[data-path="${path}"]`)!

describe('zorgpad-outline', () => {
  beforeEach(() => setLanguage('nl'))

  it('is accessible', async () => {
    await expect(await outline(session())).to.be.accessible()
  })

  it('follows the selection of another view and opens what hides it', async () => {
    const own = session()
    const element = await outline(own)
    own.select('/states/review/transitions/1/to', 'yaml')
    await element.updateComplete
    assert.equal(item(element, '/states/review/transitions/1').getAttribute('aria-selected'), 'true')
    assert.equal(item(element, '/states/review/transitions/1').tabIndex, 0)
  })

  it('goes in and out with the arrow keys', async () => {
    const own = session()
    const element = await outline(own)
    const visited: (string | undefined)[] = []
    own.select('/states', 'form')
    await element.updateComplete
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'End', 'Home']) {
      const now = item(element, own.selection!.path)
      now.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
      await element.updateComplete
      visited.push(own.selection?.path)
    }
    assert.deepEqual(visited, [
      '/states/measuring',
      '/states/measuring',
      '/states/measuring/transitions/0',
      '/states/measuring',
      '/states/measuring/transitions/0',
      '/always',
      '/parties',
    ])
  })

  it('asks for the form with Enter', async () => {
    const own = session()
    const element = await outline(own)
    let asked = 0
    element.addEventListener('edit-wanted', () => (asked += 1))
    item(element, '/states').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    )
    assert.deepEqual([asked, own.selection?.path], [1, '/states'])
  })

  it('speaks English when the language is switched while it is open', async () => {
    const element = await outline(session())
    setLanguage('en')
    await element.updateComplete
    assert.include(item(element, '/states').textContent, 'States')
    assert.include(item(element, '/states/measuring').textContent, 'Measuring')
  })

  it('has sub-states in their phase, and the questions of a questionnaire', async () => {
    const own = session(wide)
    const element = await outline(own)
    for (const path of ['/states/titrating/states/low/transitions/0/to', '/questionnaires/well/items/pain/ask']) {
      own.select(path, 'yaml')
      await element.updateComplete
      assert.equal(
        element.shadowRoot!.querySelector('[aria-selected="true"]')?.getAttribute('data-path'),
        elementOf(path),
      )
    }
    assert.include(item(element, '/questionnaires/well/items/pain').textContent, 'Pijn?')
    assert.include(item(element, '/scores').textContent, 'Scores')
  })
})
