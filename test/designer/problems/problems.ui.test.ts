/** The problem list: what is wrong, in words; it leads to the place, and applies the fix. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import { setLanguage } from '../../../designer/language.ts'
import '../../../designer/problems/list.ts'
import type { ZorgpadProblems } from '../../../designer/problems/list.ts'
import type { Session } from '../../../designer/session.ts'
import { session, text } from '../pathway.ts'

const list = (own: Session): Promise<ZorgpadProblems> =>
  fixture<ZorgpadProblems>(html`<zorgpad-problems .session=${own}></zorgpad-problems>`)
const broken = text.replace('to: review', 'to: reviw')
const first = (element: Element): HTMLElement => element.shadowRoot!.querySelector('li[data-code="unknown-name"]')!

describe('zorgpad-problems', () => {
  beforeEach(() => setLanguage('nl'))

  it('is accessible', async () => {
    await expect(await list(session(broken))).to.be.accessible()
  })

  it('leads to the place in the text and tells that it did', async () => {
    const own = session(broken)
    const element = await list(own)
    let chosen = 0
    element.addEventListener('problem-chosen', () => (chosen += 1))
    first(element).querySelector<HTMLElement>('.jump')!.click()
    assert.equal(chosen, 1)
    assert.deepInclude(own.selection, { path: '/states/measuring/transitions/0/to', from: 'problems' })
    const { offset } = own.selection!.place!
    assert.equal(own.document.text.slice(offset, offset + 5), 'reviw')
  })

  it('applies the fix as an edit that can be undone', async () => {
    const own = session(broken)
    const element = await list(own)
    first(element).querySelector<HTMLElement>('.fix')!.click()
    assert.equal(own.document.text, text)
    own.undo()
    assert.equal(own.document.text, broken)
  })
})
