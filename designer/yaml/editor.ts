/** The YAML of the pathway in Monaco, loaded late: help from the schema, problems as marks, cursor and selection follow each other. */
import { LitElement, html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { elementOf } from '../element-path.ts'
import { LanguageController, language } from '../language.ts'
import { SessionController, type Selection, type Session } from '../session.ts'
import { isDark } from '../style/theme.ts'
import { text } from '../texts/text.ts'
import type { monaco as Monaco } from './monaco.ts'
import { schemaFor } from './schema.ts'

type Parts = typeof import('./monaco.ts') & typeof import('./bridge.ts')
type Loaded = Parts & {
  editor: Monaco.editor.IStandaloneCodeEditor
  model: Monaco.editor.ITextModel
  shown: Monaco.editor.IEditorDecorationsCollection
}

/** Without a shadow: Monaco's hover does not show inside one. */
@customElement('zorgpad-yaml')
export class ZorgpadYaml extends LitElement {
  @property({ attribute: false }) session!: Session
  @state() private failed = false
  @state() private loaded: Loaded | null = null
  #disconnect: () => void = () => {}
  #followed: Selection | null = null
  #schemaOf = ''

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('zorgpad-theme', this.#colour)
    if (this.hasUpdated) void this.#load()
  }

  override disconnectedCallback(): void {
    window.removeEventListener('zorgpad-theme', this.#colour)
    this.#disconnect()
    this.loaded?.editor.dispose()
    this.loaded?.model.dispose()
    this.loaded = null
    super.disconnectedCallback()
  }

  protected override render(): TemplateResult {
    if (this.failed) return this.#plain()
    return html`${this.loaded ? '' : html`<p class="loading" role="status">${text('yaml.loading')}</p>`}
      <div class="box"></div>
      <p class="hint">${text('yaml.help')}</p>`
  }

  /** The text can be edited even when the editor could not be loaded. */
  #plain(): TemplateResult {
    return html`<p role="alert" class="hint">${text('yaml.failed')}</p>
      <textarea
        aria-label=${text('yaml.label')}
        spellcheck="false"
        .value=${this.session.document.text}
        @change=${(event: Event) => this.#rewrite((event.target as HTMLTextAreaElement).value)}
      ></textarea>`
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  protected override updated(): void {
    const { loaded } = this
    if (!loaded) return
    loaded.mark(loaded.model, this.session, language())
    this.#explain(loaded)
    this.#follow(loaded)
  }

  async #load(): Promise<void> {
    try {
      const [parts, bridge] = await Promise.all([import('./monaco.ts'), import('./bridge.ts')])
      if (this.isConnected && !this.loaded) this.#start({ ...parts, ...bridge })
    } catch (cause) {
      console.error('The YAML editor could not be loaded.', cause)
      this.failed = true
    }
  }

  #start(parts: Parts): void {
    const model = parts.modelOf(this.session)
    const editor = parts.monaco.editor.create(this.querySelector<HTMLElement>('.box')!, { model, ...appearance() })
    this.#disconnect = parts.connect(editor, model, this.session)
    parts.takeUndoKeys(editor, this.session, { undo: text('editor.undo'), redo: text('editor.redo') })
    editor.onDidChangeCursorPosition(
      ({ source }) => source !== 'api' && source !== 'model' && this.#pointAt(editor, model),
    )
    this.loaded = { ...parts, editor, model, shown: editor.createDecorationsCollection() }
    this.#colour()
  }

  /** The schema's help speaks the language of the screen and knows the names of this pathway. */
  #explain({ useSchema }: Loaded): void {
    const schema = schemaFor(language(), this.session.document.value)
    const written = JSON.stringify(schema)
    if (written !== this.#schemaOf) useSchema(schema)
    this.#schemaOf = written
  }

  #follow({ editor, model, shown, rangeOf, monaco }: Loaded): void {
    const { selection, document } = this.session
    if (!selection || selection === this.#followed) return
    this.#followed = selection
    const whole = document.placeOf(elementOf(selection.path))
    const lines = whole && rangeOf(model, whole.offset, whole.length)
    shown.set(
      lines && selection.path !== ''
        ? [{ range: lines, options: { isWholeLine: true, className: 'selected-line' } }]
        : [],
    )
    const place = selection.place ?? document.placeOf(selection.path)
    if (selection.from === 'yaml' || !place) return
    const range = rangeOf(model, place.offset, 0)
    editor.setPosition(range.getStartPosition())
    editor.revealRangeNearTop(lines ?? range, monaco.editor.ScrollType.Immediate)
    editor.revealPositionInCenterIfOutsideViewport(range.getStartPosition(), monaco.editor.ScrollType.Immediate)
    if (selection.from === 'problems') editor.focus()
  }

  #pointAt(editor: Loaded['editor'], model: Loaded['model']): void {
    const position = editor.getPosition()
    const path = position && this.session.document.pathAt(model.getOffsetAt(position))
    if (path && path !== this.session.selection?.path) this.session.select(path, 'yaml')
  }

  #rewrite(written: string): void {
    const { length } = this.session.document.text
    this.session.edit((document) => document.replace([{ offset: 0, length, insert: written }]), 'yaml')
  }

  readonly #colour = (): void => {
    this.loaded?.monaco.editor.setTheme(isDark() ? 'vs-dark' : 'vs')
  }
}

const appearance = (): Monaco.editor.IStandaloneEditorConstructionOptions => ({
  ariaLabel: text('yaml.label'),
  automaticLayout: true,
  fixedOverflowWidgets: true,
  folding: true,
  fontSize: 13,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  quickSuggestions: { strings: true, other: true, comments: false },
  scrollBeyondLastLine: false,
  tabSize: 2,
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
  wrappingIndent: 'indent',
})
