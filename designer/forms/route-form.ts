/** The form of a route: who gets the alert, how, within what time, and who comes next. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { routeSentence } from '../../runtime/interpreter/sentence.ts'
import type { Route, RouteStep } from '../../schemas/index.ts'
import { language } from '../language.ts'
import { text } from '../texts/text.ts'
import { FormChange, ItemMoved } from './events.ts'
import { PartElement } from './part-element.ts'
import { below, nameAt } from './pointer.ts'
import './route-step-form.ts'

/** `<zorgpad-route-form .value=${route} path="/routes/urgent" .definition=${definition}>`; each step has a form of its own. */
@customElement('zorgpad-route-form')
export class RouteForm extends PartElement<Route> {
  override render(): TemplateResult {
    return html`
      <p class="sentence">${routeSentence(this.definition, nameAt(this.path), language())}</p>
      ${this.ownProblems().map((words) => html`<p class="problem">${words}</p>`)}
      <ol class="steps">
        ${this.value.map((step, index) => html`<li>${this.#step(step, index)}</li>`)}
      </ol>
      <button type="button" class="button small" @click=${this.#add}>${text('route.add-step')}</button>
    `
  }

  #step(step: RouteStep, index: number): TemplateResult {
    const number = index + 1
    return html`
      <div class="row">
        <strong>${text('route.step', { number })}</strong>
        <span class="whole">
          ${index === 0 ? '' : this.#button('form.up', number, () => this.#move(index, index - 1))}
          ${this.value.length === 1 ? '' : this.#button('form.remove', number, () => this.#remove(index))}
        </span>
      </div>
      <zorgpad-route-step-form
        .value=${step}
        .definition=${this.definition}
        .problems=${this.problems}
        path=${below(this.path, index)}
      ></zorgpad-route-step-form>
    `
  }

  #button(key: 'form.up' | 'form.remove', number: number, act: () => void): TemplateResult {
    return html`<button type="button" class="button quiet small" @click=${act}>
      ${text(key)}<span class="visually-hidden"> ${text('route.step', { number })}</span>
    </button>`
  }

  #move(from: number, to: number): void {
    this.dispatchEvent(new ItemMoved(this.path, from, to))
  }

  #remove(index: number): void {
    this.dispatchEvent(new FormChange(below(this.path, index), undefined))
  }

  #add(): void {
    const to = Object.keys(this.definition.parties)[0] ?? ''
    const step: RouteStep = { to, by: 'worklist', within: '4 hours' }
    this.dispatchEvent(new FormChange(this.path, [...this.value, step]))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-route-form': RouteForm
  }
}
