/** What all fields share: a label, help, the problems found at this place, and an own complaint while the input cannot be used. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { LanguageController } from '../../language.ts'
import { FieldChange } from '../events.ts'
import { fieldStyles } from '../styles.ts'

/**
 * Value in as `value`, a new one out as `field-change`; assignment never fires the event.
 * `inline` hides the label from the eye (not from a screen reader): the field then stands in a sentence.
 */
export abstract class Field<T> extends LitElement {
  static override styles = fieldStyles
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) value: T | undefined
  @property() label = ''
  @property() help = ''
  @property({ attribute: false }) problems: string[] = []
  @property({ type: Boolean, reflect: true }) inline = false
  @property({ type: Boolean }) required = false
  @state() protected complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  protected abstract control(): TemplateResult

  /** Names the input for assistive technology: its label, and its help and problems as description. */
  protected get invalid(): 'true' | 'false' {
    return this.complaint !== '' || this.problems.length > 0 ? 'true' : 'false'
  }

  protected tell(value: T | undefined): void {
    this.complaint = ''
    if (value !== this.value) this.dispatchEvent(new FieldChange(value))
  }

  override render(): TemplateResult {
    const told = this.complaint === '' ? this.problems : [this.complaint]
    return html`
      <label for="input" class=${this.inline ? 'visually-hidden' : ''}>${this.label}</label>
      <span class="control">${this.control()}</span>
      <span id="about">
        ${this.help === '' ? nothing : html`<small class=${this.inline ? 'visually-hidden' : 'help'}>${this.help}</small>`}
        ${told.map((words) => html`<small class="problem">${words}</small>`)}
      </span>
    `
  }
}
