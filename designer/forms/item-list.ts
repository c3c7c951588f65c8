/** A list of parts that have forms of their own: each as a sentence to open, to move, to take away, and one to add. */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { text } from '../texts/text.ts'
import { FormChange, ItemMoved, PartWanted } from './events.ts'

/** `path` is the item's own pointer; `words` what people read. */
export type Item = { path: string; words: string }

type List = {
  title: string
  help?: string
  items: Item[]
  /** The pointer of the list when its order means something. */
  ordered?: string
  problems?: string[]
  add?: { words: string; act: () => void }
}

/** Told through the host: `part-wanted`, `item-moved`, and `form-change` with `undefined` for what is taken away. */
export function itemList(host: EventTarget, list: List): TemplateResult {
  return html`<fieldset class="items">
    <legend>${list.title}</legend>
    ${itemRows(host, list)}
  </fieldset>`
}

/** The same list behind its title and count, for a form that has many of them. */
export function foldedList(host: EventTarget, list: List): TemplateResult {
  return html`<details class="items">
    <summary>${list.title} <span class="word">(${list.items.length})</span></summary>
    ${itemRows(host, list)}
  </details>`
}

function itemRows(host: EventTarget, list: List): TemplateResult {
  return html`${list.help === undefined ? nothing : html`<small class="help">${list.help}</small>`}
    <ol class=${list.ordered === undefined ? 'plain' : ''}>
      ${repeat(
        list.items,
        ({ path }) => path,
        (item, index) => row(host, list, item, index),
      )}
    </ol>
    ${(list.problems ?? []).map((words) => html`<small class="problem">${words}</small>`)}
    ${list.add === undefined ? nothing : html`<button type="button" class="button small" @click=${list.add.act}>${list.add.words}</button>`}`
}

function row(host: EventTarget, list: List, item: Item, index: number): TemplateResult {
  return html`<li>
    <div>
      <button type="button" class="link" @click=${() => host.dispatchEvent(new PartWanted(item.path))}>
        ${item.words}
      </button>
      <span class="whole">
        ${list.ordered !== undefined && index > 0 ? up(host, list.ordered, item, index) : nothing}
        <button
          type="button"
          class="button quiet small"
          @click=${() => host.dispatchEvent(new FormChange(item.path, undefined))}
        >
          ${text('form.remove')}<span class="visually-hidden"> ${item.words}</span>
        </button>
      </span>
    </div>
  </li>`
}

function up(host: EventTarget, path: string, item: Item, index: number): TemplateResult {
  const move = () => host.dispatchEvent(new ItemMoved(path, index, index - 1))
  return html`<button type="button" class="button quiet small" @click=${move}>
    ${text('form.up')}<span class="visually-hidden"> ${item.words}</span>
  </button>`
}
