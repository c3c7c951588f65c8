/** The form of the pathway itself: its header, and the way to every part of it. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { text } from '../texts/text.ts'
import { choiceField, textField, textsField } from './bound.ts'
import { PartForm } from './form.ts'
import { helpOf } from './help.ts'
import { foldedList, itemList } from './item-list.ts'
import { firstPart, freeName, type Addable } from './new-part.ts'
import { partsOf, titleOf } from './options.ts'
import { below } from './pointer.ts'
import { FormChange, PartWanted } from './events.ts'
import { collections, type Collection } from './which-form.ts'

/** The parts that one may add here; states are added in the drawing, the rest of the language in the YAML. */
const addable: ReadonlySet<Collection> = new Set<Addable>([
  'thresholds',
  'parameters',
  'schedules',
  'routes',
  'messages',
])

/** `<zorgpad-pathway-form .value=${definition} .definition=${definition}>`: `path` stays empty, it is the whole document. */
@customElement('zorgpad-pathway-form')
export class PathwayForm extends PartForm<PathwayDefinition> {
  readonly kind = 'pathway'

  protected override sentence(): string {
    const { pathway, version } = this.value
    return text('pathway.sentence', { title: titleOf(this.value, pathway), version })
  }

  protected override fields(): TemplateResult {
    const names = Object.keys(collections) as Collection[]
    return html`
      ${textsField(this, 'title')} ${textField(this, 'version', { required: true, pattern: '\\d+\\.\\d+\\.\\d+' })}
      ${choiceField(this, 'initial', partsOf(this.value, 'states'), true)} ${this.#inclusion()}
      ${names.map((name) => this.#parts(name))}
    `
  }

  #inclusion(): TemplateResult {
    const present = (['include', 'exclude'] as const).filter((name) => this.value[name] !== undefined)
    const items = present.map((name) => ({ path: `/${name}`, words: helpOf('pathway', name, language()).title }))
    return itemList(this, { title: text('pathway.inclusion'), items })
  }

  #parts(collection: Collection): TemplateResult {
    const { title, description } = this.help(collection)
    const items = partsOf(this.value, collection).map(({ value, label }) => {
      return { path: below('', collection, value), words: label }
    })
    const add = {
      words: text('form.add', { what: helpOf(collections[collection], null, language()).title }),
      act: () => this.#add(collection as Addable),
    }
    return foldedList(this, { title, help: description, items, ...(addable.has(collection) ? { add } : {}) })
  }

  /** Adds the part with a free name and opens its form. */
  #add(collection: Addable): void {
    const path = below('', collection, freeName(collection, this.value))
    this.dispatchEvent(new FormChange(path, firstPart(collection, this.value)))
    this.dispatchEvent(new PartWanted(path))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-pathway-form': PathwayForm
  }
}
