/** What all forms share: a part of the pathway comes in as a value, the changed part goes out as an event. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Problem } from '../../runtime/interpreter/problem.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { language, LanguageController } from '../language.ts'
import { FormChange, type FieldChange } from './events.ts'
import { helpOf, type Help, type Kind } from './help.ts'
import { below, isWithin } from './pointer.ts'
import { formStyles } from './styles.ts'

/**
 * `value` is the part at `path` of `definition`; `problems` are those of the whole pathway.
 * A change is told as `form-change` with the whole new part; nothing is changed here.
 */
export abstract class PartForm<T extends object> extends LitElement {
  static override styles = formStyles
  /** What the schema calls this part: where labels and help come from. */
  abstract readonly kind: Kind

  @property({ attribute: false }) value!: T
  @property({ attribute: false }) definition!: PathwayDefinition
  @property() path = ''
  @property({ attribute: false }) problems: readonly Problem[] = []

  constructor() {
    super()
    new LanguageController(this)
  }

  /** The whole part in one plain sentence; empty when it has none. */
  protected sentence(): string {
    return ''
  }

  protected abstract fields(): TemplateResult

  help(property: string): Help {
    return helpOf(this.kind, property, language())
  }

  /** The problems at a property or inside it, in the language of the screen. */
  problemsAt(property: string): string[] {
    const place = below(this.path, property)
    return this.problems.filter(({ path }) => isWithin(path, place)).map(({ message }) => message[language()])
  }

  /** A listener for a field: its new value becomes that of the property. */
  put(property: string): (event: FieldChange) => void {
    return ({ value }) => this.change({ [property]: value })
  }

  /** Tells the part with these properties changed; `undefined` takes one away. */
  change(properties: Record<string, unknown>): void {
    const changed = Object.entries({ ...this.value, ...properties }).filter(([, value]) => value !== undefined)
    this.dispatchEvent(new FormChange(this.path, Object.fromEntries(changed)))
  }

  override render(): TemplateResult {
    const sentence = this.sentence()
    return html`
      ${sentence === '' ? nothing : html`<p class="sentence">${sentence}</p>`}
      ${this.#ownProblems().map((words) => html`<p class="problem">${words}</p>`)}
      <div class="fields">${this.fields()}</div>
    `
  }

  /** Problems of the part as a whole; those of a property stand at its field. */
  #ownProblems(): string[] {
    const own = this.problems.filter(({ path }) => path === this.path)
    return own.map(({ message }) => message[language()])
  }
}
