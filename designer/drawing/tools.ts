/** The tools of the drawing: add, connect, rename, delete. Each asks what it needs in a small dialog and edits the one text. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { isName, referencesTo } from '../document/rename.ts'
import { pointer, segments } from '../document/tree.ts'
import { elementOf } from '../element-path.ts'
import { statesOf, titleOf } from '../forms/options.ts'
import { at } from '../forms/pointer.ts'
import { LanguageController, inLanguage, language } from '../language.ts'
import { SessionController, type Session } from '../session.ts'
import { icon, type IconName } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text, type TextKey } from '../texts/text.ts'

type Task = 'add' | 'connect' | 'rename' | 'delete'

const icons: Record<Task, IconName> = { add: 'plus', connect: 'arrow-right', rename: 'pencil', delete: 'trash' }

/** @event edit-wanted - Something new is selected: its form is wanted. */
@customElement('zorgpad-drawing-tools')
export class ZorgpadDrawingTools extends LitElement {
  static override styles = [
    shared,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-xs);
        padding: var(--gap-xs) var(--gap-s);
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      dialog {
        width: min(30rem, calc(100vw - 2rem));
        padding: var(--gap-l);
        border: 1px solid var(--line);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(10 20 26 / 45%);
      }
      form {
        display: grid;
        gap: var(--gap-m);
      }
      label {
        display: grid;
        gap: var(--gap-xs);
        font-weight: 550;
      }
      fieldset {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-s) var(--gap-m);
      }
      fieldset label {
        display: inline-flex;
        align-items: center;
        font-weight: 400;
      }
      fieldset input {
        min-height: 1.2rem;
      }
      .actions {
        display: flex;
        justify-content: flex-end;
        gap: var(--gap-s);
      }
      .wrong {
        color: var(--red);
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2rem;
        max-height: 12rem;
        overflow: auto;
        overflow-wrap: anywhere;
      }
      @media (max-width: 40rem) {
        .word {
          position: absolute;
          clip-path: inset(50%);
          width: 1px;
          overflow: hidden;
          white-space: nowrap;
        }
      }
    `,
  ]

  @property({ attribute: false }) session!: Session
  @state() private task: Task | null = null
  @state() private wrong: TextKey | null = null
  @query('dialog') private readonly dialog!: HTMLDialogElement

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  protected override render(): TemplateResult {
    const path = this.#selected()
    const isState = this.#state() !== null
    return html`<div class="tools" role="toolbar" aria-label=${text('drawing.tools')}>
        ${this.#tool('add', true)} ${this.#tool('connect', isState)} ${this.#tool('rename', isState)}
        ${this.#tool('delete', isState || /\/(transitions|always)\/\d+$/.test(path))}
      </div>
      <dialog aria-labelledby="heading" @close=${() => (this.task = null)}>
        ${this.task ? this.#form(this.task) : nothing}
      </dialog>`
  }

  #tool(task: Task, possible: boolean): TemplateResult {
    const able = possible && !this.session.stale
    return html`<button
      class="button quiet ${task}"
      aria-disabled=${!able}
      title=${text(`drawing.${task}`)}
      @click=${() => able && this.#begin(task)}
    >
      ${icon(icons[task])}<span class="word">${text(`drawing.${task}`)}</span>
    </button>`
  }

  #form(task: Task): TemplateResult {
    return html`<form @submit=${this.#submitted}>
      <h2 id="heading">${this.#heading(task)}</h2>
      ${this.#fields(task)} ${this.wrong ? html`<p class="wrong" role="alert">${text(this.wrong)}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${text('drawing.cancel')}</button>
        <button class="button main">${text(task === 'delete' ? 'drawing.delete' : 'drawing.ok')}</button>
      </div>
    </form>`
  }

  #heading(task: Task): string {
    const name = this.#title(this.#selected())
    if (task === 'add') return text('drawing.new-state')
    if (task === 'connect') return text('drawing.connect-from', { name })
    return text(task === 'rename' ? 'drawing.rename-state' : 'drawing.delete-state', { name })
  }

  #fields(task: Task): TemplateResult {
    if (task === 'connect') return this.#connection()
    if (task === 'delete') return this.#dependents()
    return html`<label
        >${text('drawing.technical-name')}
        <input name="name" required autofocus autocomplete="off" .value=${task === 'rename' ? this.#state()! : ''} />
      </label>
      ${task === 'add' ? html`<label>${text('drawing.title')}<input name="title" required /></label>` : nothing}`
  }

  #connection(): TemplateResult {
    const { parties } = this.#definition
    return html`<label
        >${this.#heading('connect')}
        <select name="to" autofocus>
          ${statesOf(this.#definition).map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
        </select>
      </label>
      <label>${text('drawing.decision')}<input name="decision" required autocomplete="off" /></label>
      <fieldset>
        <legend>${text('drawing.decision-by')}</legend>
        ${Object.entries(parties).map(
          ([id, { title }]) =>
            html`<label><input type="checkbox" name="by" value=${id} /> ${inLanguage(title, id)}</label>`,
        )}
      </fieldset>`
  }

  #dependents(): TemplateResult {
    const id = this.#state()
    const all = id === null ? [] : referencesTo(this.session.document.value, 'state', id)
    const outside = all.filter((path) => !path.startsWith(`${this.#selected()}/`))
    if (outside.length === 0) return html`<p>${text('drawing.delete-free')}</p>`
    return html`<p>${text('drawing.delete-depends')}</p>
      <ul>
        ${outside.map((path) => html`<li>${this.#title(elementOf(path))} <span class="small quiet-text">${path}</span></li>`)}
      </ul>`
  }

  get #definition(): PathwayDefinition {
    return this.session.pathway!.value
  }

  #selected(): string {
    return elementOf(this.session.selection?.path ?? '')
  }

  #state(): string | null {
    const [section, id, ...rest] = segments(this.#selected())
    return section === 'states' && id !== undefined && rest.length === 0 ? id : null
  }

  /** The title of what stands at the path, or of the state around it. */
  #title(path: string): string {
    const [section, id, inner, name] = segments(path)
    const deep = section === 'states' && inner === 'states' && name !== undefined
    const owner = pointer('', ...[section, id, ...(deep ? [inner, name] : [])].filter((part) => part !== undefined))
    return titleOf(at(this.session.pathway?.value, owner), (deep ? name : (id ?? section)) ?? path)
  }

  async #begin(task: Task): Promise<void> {
    this.task = task
    this.wrong = null
    await this.updateComplete
    this.dialog.showModal()
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault()
    const values = new FormData(event.target as HTMLFormElement)
    const name = written(values, 'name')
    this.wrong = this.#check(name)
    if (this.wrong || !this.task) return
    const selected = this.#carryOut(this.task, values, name)
    this.dialog.close()
    if (selected === null) return
    this.session.select(selected, 'outline')
    if (this.task !== 'delete') this.dispatchEvent(new Event('edit-wanted'))
  }

  #check(name: string): TextKey | null {
    if (this.task !== 'add' && this.task !== 'rename') return null
    if (!isName(name)) return 'drawing.name-wrong'
    return name !== this.#state() && name in this.#definition.states ? 'drawing.name-taken' : null
  }

  /** The path of what is then selected; null when the edit was refused. */
  #carryOut(task: Task, values: FormData, name: string): string | null {
    const path = this.#selected()
    switch (task) {
      case 'add':
        return this.#add(name, written(values, 'title'))
      case 'connect':
        return this.#connect(path, values)
      case 'rename':
        return this.#rename(name)
      case 'delete':
        return this.session.edit((document) => document.remove(path), 'drawing') ? '/states' : null
    }
  }

  #add(name: string, title: string): string | null {
    const done = this.session.edit(
      (document) => document.insert('/states', name, { title: { nl: title }, transitions: [] }, this.#lastOpen()),
      'drawing',
    )
    return done ? pointer('/states', name) : null
  }

  /** A new state stands before the exits, as an author would write it. */
  #lastOpen(): string | undefined {
    const states = Object.entries(this.#definition.states)
    return states.findLast(([, { exit }]) => exit === undefined)?.[0]
  }

  #connect(path: string, values: FormData): string | null {
    const by = values.getAll('by').map(String)
    const title = written(values, 'decision').trim()
    const decision = title.toLowerCase().replaceAll(/\s+/g, '-')
    const transition = {
      decision,
      title: { [language()]: title },
      ...(by.length > 0 ? { by } : {}),
      to: written(values, 'to'),
    }
    const count = this.#definition.states[this.#state()!]?.transitions?.length ?? 0
    const list = pointer(path, 'transitions')
    return this.session.edit((document) => document.append(list, transition), 'drawing') ? pointer(list, count) : null
  }

  #rename(name: string): string | null {
    const old = this.#state()!
    if (name === old) return pointer('/states', old)
    return this.session.edit((document) => document.rename('state', old, name), 'drawing')
      ? pointer('/states', name)
      : null
  }
}

/** The text of a field; empty when the form has no such field. */
function written(values: FormData, field: string): string {
  const value = values.get(field)
  return typeof value === 'string' ? value : ''
}
