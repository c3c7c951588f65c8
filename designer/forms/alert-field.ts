/** The alert of a transition: a route alone, or a route with its level and title. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Level, Text, Transition } from '../../schemas/index.ts'
import { text } from '../texts/text.ts'
import type { FieldChange } from './events.ts'
import './fields/choice-field.ts'
import type { Option } from './fields/choice-field.ts'
import { Field } from './fields/field.ts'
import './fields/texts-field.ts'
import { listed } from './options.ts'

type Alert = NonNullable<Transition['alert']>
type Parts = { route: string; level?: Level | undefined; title?: Text | undefined }

/** `<zorgpad-alert-field label="Melding" .routes=${options} .value=${'routine'}>` */
@customElement('zorgpad-alert-field')
export class AlertField extends Field<Alert> {
  @property({ attribute: false }) routes: Option[] = []

  get #parts(): Parts | undefined {
    return typeof this.value === 'string' ? { route: this.value } : this.value
  }

  protected override control(): TemplateResult {
    const parts = this.#parts
    return html`<span id="input" class="stack" role="group" aria-label=${this.label} aria-describedby="about">
      <zorgpad-choice-field
        inline
        label=${text('transition.alert-route')}
        .options=${this.routes}
        .value=${parts?.route}
        @field-change=${({ value }: FieldChange<string>) => this.#put(value === undefined ? undefined : { ...parts, route: value })}
      ></zorgpad-choice-field>
      ${parts === undefined ? nothing : this.#details(parts)}
    </span>`
  }

  #details(parts: Parts): TemplateResult {
    return html`<zorgpad-choice-field
        inline
        label=${text('transition.alert-level')}
        .options=${listed(['level.red', 'level.amber', 'level.green'])}
        .value=${parts.level}
        @field-change=${({ value }: FieldChange<Level>) => this.#put({ ...parts, level: value })}
      ></zorgpad-choice-field>
      <zorgpad-texts-field
        inline
        label=${text('transition.alert-title')}
        .value=${parts.title}
        @field-change=${({ value }: FieldChange<Text>) => this.#put({ ...parts, title: value })}
      ></zorgpad-texts-field>`
  }

  /** A route alone is written as its name, the way people write it by hand. */
  #put(parts: Parts | undefined): void {
    if (parts === undefined) return this.tell(undefined)
    const { route, level, title } = parts
    const details = { ...(level === undefined ? {} : { level }), ...(title === undefined ? {} : { title }) }
    this.tell(Object.keys(details).length === 0 ? route : { route, ...details })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-alert-field': AlertField
  }
}
