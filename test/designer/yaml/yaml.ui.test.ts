/** The YAML editor with the real Monaco: typing, edits of other views and undo are one history; cursor and selection follow. */
import { assert, fixture, html, waitUntil } from '@open-wc/testing'
import { setLanguage } from '../../../designer/language.ts'
import type { Session } from '../../../designer/session.ts'
import '../../../designer/yaml/editor.ts'
import type { ZorgpadYaml } from '../../../designer/yaml/editor.ts'
import type { monaco as Monaco } from '../../../designer/yaml/monaco.ts'
import { session, text } from '../pathway.ts'

type Editor = Monaco.editor.IStandaloneCodeEditor

async function open(own: Session): Promise<Editor> {
  const element = await fixture<ZorgpadYaml>(html`<zorgpad-yaml style="height: 400px" .session=${own}></zorgpad-yaml>`)
  await waitUntil(() => element.querySelector('.view-line'), 'Monaco does not come', { timeout: 30_000 })
  const { monaco } = await import('../../../designer/yaml/monaco.ts')
  return monaco.editor.getEditors().at(-1) as Editor
}

describe('zorgpad-yaml', function () {
  this.timeout(60_000)
  beforeEach(() => setLanguage('nl'))

  it('takes typing into the one history, and undo from anywhere out of it', async () => {
    const own = session()
    const editor = await open(own)
    editor.setPosition({ lineNumber: 1, column: 14 })
    editor.trigger('test', 'type', { text: 'x' })
    assert.equal(own.document.text, text.replace('demo', 'demox'))
    own.undo()
    assert.deepEqual([own.document.text, editor.getValue()], [text, text])
  })

  it('shows what another view changed, and nothing else moves', async () => {
    const own = session()
    const editor = await open(own)
    own.edit((document) => document.set('/schedules/week/for', '14 days'), 'form')
    assert.equal(editor.getValue(), own.document.text)
    assert.equal(own.document.text, text.replace('for: 7 days', 'for: 14 days'))
  })

  it('moves the cursor to what is selected elsewhere', async () => {
    const own = session()
    const editor = await open(own)
    own.select('/states/review', 'drawing')
    await waitUntil(() => editor.getPosition()?.lineNumber === text.split('\n').indexOf('  review:') + 1)
  })

  it('marks the problems', async () => {
    const own = session(text.replace('to: review', 'to: reviw'))
    const editor = await open(own)
    const { monaco } = await import('../../../designer/yaml/monaco.ts')
    const marks = monaco.editor.getModelMarkers({ resource: editor.getModel()!.uri })
    assert.include(
      marks.map(({ code }) => code),
      'unknown-name',
    )
  })

  it('lets a field of another element keep the focus', async () => {
    const own = session()
    await open(own)
    own.select('/states/review', 'form')
    assert.equal(document.activeElement?.closest('zorgpad-yaml') ?? null, null)
  })
})
