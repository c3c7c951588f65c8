/** The hours of a day in which to measure: pairs of clock times that can be added and taken away. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { text } from '../texts/text.ts'
import { Field } from './fields/field.ts'

/** What a new window starts as, unless it is there already. */
const firstWindow = '08:00-10:00'

/** `<zorgpad-windows-field label="Vensters" .value=${['06:00-10:00']}>` */
@customElement('zorgpad-windows-field')
export class WindowsField extends Field<string[]> {
  protected override control(): TemplateResult {
    const windows = this.value ?? []
    return html`<span id="input" class="windows" role="group" aria-label=${this.label} aria-describedby="about">
      ${windows.map((window, index) => this.#window(window, index))}
      <button type="button" class="button small" @click=${() => this.tell([...windows, firstWindow])}>
        ${text('schedule.add-window')}
      </button>
    </span>`
  }

  #window(window: string, index: number): TemplateResult {
    const [opens = '', closes = ''] = window.split('-')
    const number = index + 1
    return html`<span class="window">
      <input
        type="time"
        aria-label=${text('schedule.opens', { number })}
        .value=${opens}
        @change=${() => this.#read(index)}
      />
      <span class="word">${text('schedule.until')}</span>
      <input
        type="time"
        aria-label=${text('schedule.closes', { number })}
        .value=${closes}
        @change=${() => this.#read(index)}
      />
      <button type="button" class="button quiet small" @click=${() => this.#remove(index)}>
        ${text('form.remove')}<span class="visually-hidden"> ${text('schedule.window', { number })}</span>
      </button>
    </span>`
  }

  #read(index: number): void {
    const row = this.renderRoot.querySelectorAll('.window')[index]
    const [opens, closes] = [...(row?.querySelectorAll('input') ?? [])].map(({ value }) => value)
    if (!opens || !closes) this.complaint = text('field.not-a-time')
    else if (opens >= closes) this.complaint = text('schedule.closes-before')
    else this.tell((this.value ?? []).with(index, `${opens}-${closes}`))
  }

  #remove(index: number): void {
    const rest = (this.value ?? []).toSpliced(index, 1)
    if (rest.length === 0) this.complaint = text('field.at-least-one')
    else this.tell(rest)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-windows-field': WindowsField
  }
}
