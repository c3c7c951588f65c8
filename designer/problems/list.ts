/** The problems of the pathway: what is wrong, an example patient, where, and the fix. Choosing one leads to line, form and shape. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Fix, Problem, Severity } from '../../runtime/interpreter/problem.ts'
import { LanguageController, language } from '../language.ts'
import { SessionController, type Session } from '../session.ts'
import { icon } from '../style/icons.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { severityIcon } from './severity.ts'

@customElement('zorgpad-problems')
export class ZorgpadProblems extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: var(--gap-m);
      }
      ul {
        list-style: none;
        margin: var(--gap-s) 0 0;
        padding: 0;
        display: grid;
        gap: var(--gap-s);
      }
      li {
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--tone);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li.error {
        --tone: var(--red);
      }
      li.warning {
        --tone: var(--amber);
      }
      li.hint {
        --tone: var(--blue);
      }
      .jump {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.125rem var(--gap-s);
        width: 100%;
        padding: var(--gap-s) var(--gap-m);
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .jump:hover {
        background: var(--sunken);
      }
      .jump > * {
        grid-column: 2;
      }
      .jump > svg {
        grid-column: 1;
        grid-row: 1;
        margin-top: 0.15em;
        color: var(--tone);
      }
      .place {
        color: var(--ink-quiet);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .severity {
        color: var(--tone);
        font-weight: 650;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-s);
        margin: 0 var(--gap-m) var(--gap-s) calc(var(--gap-m) + 1.65em);
      }
      .none {
        display: flex;
        gap: var(--gap-s);
        align-items: center;
        color: var(--green);
      }
    `,
  ]

  @property({ attribute: false }) session!: Session

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
  }

  protected override render(): TemplateResult {
    const { problems } = this.session
    return html`<p role="status" class=${problems.length === 0 ? 'none' : 'quiet-text small'}>
        ${problems.length === 0 ? html`${icon('check')} ${text('problems.none')}` : this.#count()}
      </p>
      ${
        problems.length === 0
          ? nothing
          : html`<ul aria-label=${text('problems.list')}>
              ${problems.map((problem) => this.#problem(problem))}
            </ul>`
      }`
  }

  #count(): string {
    const of = (severity: Severity): number => this.session.problems.filter((each) => each.severity === severity).length
    return text('problems.count', { errors: of('error'), warnings: of('warning'), hints: of('hint') })
  }

  #problem(problem: Problem): TemplateResult {
    const { severity, message, example, fix } = problem
    return html`<li class=${severity} data-code=${problem.code}>
      <button class="jump" @click=${() => this.#jump(problem)}>
        ${icon(severityIcon[severity])}
        <span><span class="severity">${text(`problems.${severity}`)}:</span> ${message[language()]}</span>
        ${example ? html`<span>${text('problems.example')} ${example[language()]}</span>` : nothing}
        <span class="place">${text('problems.line', { line: problem.line })} · ${problem.path || '/'}</span>
      </button>
      <div class="actions">
        ${fix ? this.#fix(fix) : nothing}
        <button class="button quiet form" @click=${() => this.#showForm(problem)}>${text('problems.form')}</button>
      </div>
    </li>`
  }

  #fix(fix: Fix): TemplateResult {
    return html`<button class="button fix" @click=${() => this.session.fix(fix)}>
      ${icon('wrench')} ${text('problems.fix', { title: fix.title[language()] })}
    </button>`
  }

  /** @event problem-chosen - The selection has moved to the problem; `detail` is the problem. */
  #jump(problem: Problem): void {
    this.session.select(problem.path, 'problems', problem)
    this.dispatchEvent(new CustomEvent('problem-chosen', { detail: problem }))
  }

  /** @event edit-wanted - The form of the place is wanted. */
  #showForm(problem: Problem): void {
    this.session.select(problem.path, 'problems', problem)
    this.dispatchEvent(new Event('edit-wanted'))
  }
}
