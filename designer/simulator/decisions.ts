/** What people can decide now: the decisions of this state, and proposals that wait for a yes or a no. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Proposal } from '../../runtime/interpreter/enrolment.ts'
import type { PathwayDefinition, Transition } from '../../schemas/index.ts'
import { inLanguage } from '../language.ts'
import { text } from '../texts/text.ts'
import { MoveMade } from './events.ts'
import { PlayPart } from './play-part.ts'
import { nameOf, transitionsFrom } from './words.ts'
import { written } from './written.ts'

type Decision = { decision: string; title: string; by: string[]; to?: string }

/** `<zorgpad-play-decisions .play=${play}>`; tells `move-made`. */
@customElement('zorgpad-play-decisions')
export class PlayDecisions extends PlayPart {
  override render(): TemplateResult | typeof nothing {
    const { enrolment, pathway } = this.play
    const decisions = possible(pathway.definition, enrolment.state)
    if (enrolment.exit !== undefined || decisions.length + enrolment.proposals.length === 0) return nothing
    return html`<details class="card" ?open=${enrolment.proposals.length > 0}>
      <summary>${text('play.decisions')} (${decisions.length + enrolment.proposals.length})</summary>
      <div class="grid">
        ${enrolment.proposals.map((proposal) => this.#proposal(proposal))}
        ${decisions.map((decision) => this.#decision(decision))}
      </div>
    </details>`
  }

  #proposal({ id, to, roles }: Proposal): TemplateResult {
    const [role = ''] = roles
    const state = nameOf(this.play.pathway.definition, 'states', to)
    const answer = (accept: boolean) => () =>
      this.#tell({ type: 'answer', proposal: id, accept, by: { person: role, role } })
    return html`<div class="row" role="group" aria-label=${text('play.proposal', { state })}>
      <span>${text('play.proposal', { state })}</span>
      <button class="button main" @click=${answer(true)}>${text('answer.yes')}</button>
      <button class="button" @click=${answer(false)}>${text('answer.no')}</button>
    </div>`
  }

  #decision({ decision, title, by, to }: Decision): TemplateResult {
    const { definition } = this.play.pathway
    const leadsTo = to === undefined ? '' : text('play.leads-to', { state: nameOf(definition, 'states', to) })
    return html`<form class="row" @submit=${(event: Event) => this.#decide(event, decision)}>
      <button class="button">${title || leadsTo || decision}</button>
      <label class="row">
        <span class="quiet-text small">${text('play.by')}</span>
        <select name="role">
          ${by.map((role) => html`<option value=${role}>${nameOf(definition, 'parties', role)}</option>`)}
        </select>
      </label>
      <span class="quiet-text small">${title ? leadsTo : ''}</span>
    </form>`
  }

  #decide(event: Event, decision: string): void {
    event.preventDefault()
    const role = written(event.target, 'role')
    this.#tell({ type: 'decide', decision, by: { person: role, role } })
  }

  #tell(move: ConstructorParameters<typeof MoveMade>[0]): void {
    this.dispatchEvent(new MoveMade(move))
  }
}

/** Every decision of the state, of the phase around it and of `always`, once; the first transition of that name says where it leads. */
function possible(definition: PathwayDefinition, state: string): Decision[] {
  const found = new Map<string, Decision>()
  for (const transition of transitionsFrom(definition, state)) {
    const decision = decisionOf(transition)
    if (decision !== null && !found.has(decision.decision)) found.set(decision.decision, decision)
  }
  return [...found.values()]
}

function decisionOf({ decision, title: own, by = [], to }: Transition): Decision | null {
  if (decision === undefined) return null
  const title = inLanguage(own)
  return to === undefined ? { decision, title, by } : { decision, title, by, to }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-play-decisions': PlayDecisions
  }
}
