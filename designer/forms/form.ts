/** What all forms share: a part of the pathway comes in as a value, the changed part goes out as an event. */
import { html, nothing, type TemplateResult } from 'lit'
import { language } from '../language.ts'
import { FormChange, type FieldChange } from './events.ts'
import { helpOf, type Help, type Kind } from './help.ts'
import { PartElement } from './part-element.ts'
import { below, isWithin } from './pointer.ts'

/** A change is told as `form-change` with the whole new part; nothing is changed here. */
export abstract class PartForm<T extends object> extends PartElement<T> {
  /** What the schema calls this part: where labels and help come from. */
  abstract readonly kind: Kind

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
    return this.problemsWhere((path) => isWithin(path, place))
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
      ${this.ownProblems().map((words) => html`<p class="problem">${words}</p>`)}
      <div class="fields">${this.fields()}</div>
    `
  }
}
