/** Closes an alert: what came of it, and a note for whoever reads it later. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ResolveOutcome } from '../../runtime/alerts/alert.ts'
import { LanguageController } from '../language.ts'
import { outcomes } from '../simulator/open-alerts.ts'
import { playStyles } from '../simulator/styles.ts'
import { written } from '../simulator/written.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { AlertClosed } from './events.ts'

/** `<zorgpad-resolve-form alert="…">`; tells `alert-closed`. No outcome is chosen beforehand: closing must be a decision. */
@customElement('zorgpad-resolve-form')
export class ResolveForm extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      form {
        display: grid;
        gap: var(--gap-s);
        margin-block-start: var(--gap-s);
      }
      .choices {
        flex-wrap: wrap;
      }
      textarea {
        width: 100%;
      }
    `,
  ]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property() alert = ''
  @state() private outcome: ResolveOutcome | null = null
  @state() private complaint = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    return html`<form @submit=${this.#submit}>
      <fieldset>
        <legend>${text('work.outcome')}</legend>
        <div class="choices">${outcomes.map((outcome) => this.#choice(outcome))}</div>
      </fieldset>
      <label class="field"
        ><span>${text('work.note')}</span><textarea name="note" rows="2" maxlength="2000"></textarea>
      </label>
      ${this.complaint === '' ? nothing : html`<p class="problem" role="alert">${this.complaint}</p>`}
      <div><button class="button main">${text('work.close-now')}</button></div>
    </form>`
  }

  #choice(outcome: ResolveOutcome): TemplateResult {
    const choose = () => {
      this.outcome = outcome
    }
    return html`<label>
      <input
        type="radio"
        name="outcome"
        .checked=${this.outcome === outcome}
        @change=${choose}
      />${text(`outcome.${outcome}`)}
    </label>`
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    this.complaint = this.outcome === null ? text('work.choose-outcome') : ''
    if (this.outcome === null) return
    this.dispatchEvent(new AlertClosed(this.alert, this.outcome, written(event.target, 'note')))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-resolve-form': ResolveForm
  }
}
