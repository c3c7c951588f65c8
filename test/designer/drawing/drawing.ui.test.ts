/** The drawing: accessible, travelled by keyboard, and what is chosen or changed goes through the session. */
import { aTimeout, assert, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../../designer/drawing/drawing.ts'
import type { ZorgpadDrawing } from '../../../designer/drawing/drawing.ts'
import { setLanguage } from '../../../designer/language.ts'
import type { Session } from '../../../designer/session.ts'
import { session, text, wide } from '../pathway.ts'

async function drawn(own: Session): Promise<ZorgpadDrawing> {
  const style = 'display: flex; width: 800px; height: 600px'
  const holder = await fixture<HTMLElement>(
    html`<div style=${style}><zorgpad-drawing style="flex: 1" .session=${own}></zorgpad-drawing></div>`,
  )
  const element = holder.querySelector('zorgpad-drawing') as ZorgpadDrawing
  await waitUntil(() => shape(element, '/states/measuring'), 'the layout does not come', { timeout: 8000 })
  return element
}

const shape = (element: Element, path: string): SVGElement | null =>
  element.shadowRoot!.querySelector(`[data-path="${path}"]`)
const press = (target: Element, key: string, more: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }))
const paths = (element: Element): (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll('svg [data-path]')].map((each) => each.getAttribute('data-path'))

describe('zorgpad-drawing', () => {
  beforeEach(() => setLanguage('nl'))

  it('is accessible', async () => {
    await expect(await drawn(session())).to.be.accessible()
  })

  it('draws every state and every transition, those of every state in one box', async () => {
    const element = await drawn(session())
    assert.deepEqual(new Set(paths(element)), new Set([
      '/always', '/always/0', '/states/done', '/states/measuring', '/states/measuring/transitions/0',
      '/states/measuring/transitions/1', '/states/review', '/states/review/transitions/0', '/states/review/transitions/1',
    ])) // prettier-ignore
    assert.include(shape(element, '/states/measuring/transitions/1')!.getAttribute('aria-label'), 'rood')
    assert.include(shape(element, '/states/done')!.getAttribute('aria-label'), 'einde')
  })

  it('selects by click and travels along the transitions by keyboard', async () => {
    const own = session()
    const element = await drawn(own)
    shape(element, '/states/measuring')!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    assert.deepInclude(own.selection, { path: '/states/measuring', from: 'drawing' })
    const visited: (string | undefined)[] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Home']) {
      press(shape(element, own.selection!.path)!, key)
      await element.updateComplete
      visited.push(own.selection?.path)
    }
    assert.deepEqual(visited, [
      '/states/measuring/transitions/0',
      '/states/review',
      '/states/review/transitions/0',
      '/states/review/transitions/1',
      '/states/done',
      '/states/measuring',
    ])
    await aTimeout(0)
    assert.equal(element.shadowRoot!.activeElement, shape(element, '/states/measuring'))
  })

  it('keeps one shape in the tab order, and moves the picture with shift', async () => {
    const element = await drawn(session())
    assert.lengthOf(element.shadowRoot!.querySelectorAll('svg [tabindex="0"]'), 1)
    const where = (): string | null => element.shadowRoot!.querySelector('svg.canvas > g')!.getAttribute('transform')
    const before = where()
    press(shape(element, '/states/measuring')!, 'ArrowDown', { shiftKey: true })
    await element.updateComplete
    assert.notEqual(where(), before)
  })

  it('keeps the last good picture while the text is broken, and says so', async () => {
    const own = session()
    const element = await drawn(own)
    own.edit((document) => document.replace([{ offset: 0, length: 0, insert: '[' }]), 'yaml')
    await element.updateComplete
    assert(shape(element, '/states/review'), 'the picture is gone')
    assert.include(element.shadowRoot!.querySelector('.over')!.textContent, 'kan nu niet gelezen worden')
  })

  it('lights the state of the simulated patient', async () => {
    const own = session()
    const element = await drawn(own)
    own.light('review')
    await element.updateComplete
    assert.equal(shape(element, '/states/review')!.classList.contains('active'), true)
  })

  it('adds a state with its tools, as one step of undo', async () => {
    const own = session()
    const element = await drawn(own)
    const tools = element.shadowRoot!.querySelector('zorgpad-drawing-tools')!
    tools.shadowRoot!.querySelector<HTMLElement>('.add')!.click()
    await waitUntil(() => tools.shadowRoot!.querySelector('dialog[open]'))
    await expect(tools).to.be.accessible()
    tools.shadowRoot!.querySelector<HTMLInputElement>('[name="name"]')!.value = 'waiting'
    tools.shadowRoot!.querySelector<HTMLInputElement>('[name="title"]')!.value = 'Wachten'
    tools.shadowRoot!.querySelector<HTMLElement>('form .main')!.click()
    await waitUntil(() => shape(element, '/states/waiting'), 'the state does not come', { timeout: 5000 })
    assert.equal(own.selection?.path, '/states/waiting')
    own.undo()
    assert.equal(own.document.text, text)
  })

  it('says before deleting what depends on a state', async () => {
    const own = session()
    const element = await drawn(own)
    own.select('/states/done', 'outline')
    await element.updateComplete
    const tools = element.shadowRoot!.querySelector('zorgpad-drawing-tools')!
    tools.shadowRoot!.querySelector<HTMLElement>('.delete')!.click()
    await waitUntil(() => tools.shadowRoot!.querySelector('dialog[open]'))
    const listed = [...tools.shadowRoot!.querySelectorAll('li span')].map((each) => each.textContent)
    assert.deepEqual(listed, ['/states/review/transitions/1/to', '/always/0/to'])
  })

  it('draws a phase as a box around its sub-states, and lights both', async () => {
    const own = session(wide)
    const element = await drawn(own)
    const box = (path: string): DOMRect => shape(element, path)!.querySelector('rect')!.getBoundingClientRect()
    const phase = box('/states/titrating')
    for (const name of ['low', 'high']) {
      const inside = box(`/states/titrating/states/${name}`)
      assert.isTrue(inside.top > phase.top && inside.bottom < phase.bottom, name)
      assert.isTrue(inside.left > phase.left && inside.right < phase.right, name)
    }
    assert.exists(shape(element, '/states/titrating/states/low/transitions/0'), 'an arrow between sub-states')
    own.light('titrating.low')
    await element.updateComplete
    const lit = element.shadowRoot!.querySelectorAll('.state.active')
    assert.deepEqual([...lit].map((each) => each.getAttribute('data-path')), ['/states/titrating', '/states/titrating/states/low']) // prettier-ignore
  })
})
