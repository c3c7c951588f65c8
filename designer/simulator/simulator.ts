/** The simulator: plays a patient on the draft, beside the drawing in which the patient's state is lit. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Instant } from '../../runtime/interpreter/enrolment.ts'
import { atLocal, dayOf, weekday, type Pathway } from '../../runtime/interpreter/index.ts'
import type { PartWanted } from '../forms/events.ts'
import { LanguageController } from '../language.ts'
import { SessionController, type Session } from '../session.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { consequencesOf, type Line } from './account.ts'
import './account-view.ts'
import './clock.ts'
import './decisions.ts'
import { draftPlay, keepPlay, type DraftPlay } from './draft-play.ts'
import type { MoveMade, PatientChosen } from './events.ts'
import './open-alerts.ts'
import { act, back, begin, type Move, type Play } from './play.ts'
import './send-form.ts'
import type { ValuesSent } from './send-form.ts'
import './start-form.ts'
import { playStyles } from './styles.ts'
import { momentText, nameOf } from './words.ts'

const lines = 4

/** `<zorgpad-simulator .session=${session}>` */
@customElement('zorgpad-simulator')
export class Simulator extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      :host {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-m);
        align-content: start;
        padding: var(--gap-m);
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-s) var(--gap-m);
      }
      .where h2 {
        flex: 1 1 14rem;
      }
      .latest {
        padding: var(--gap-s) var(--gap-m);
        border-inline-start: 4px solid var(--accent);
        border-radius: var(--radius);
        background: var(--accent-soft);
      }
      .latest:empty {
        display: none;
      }
    `,
  ]

  @property({ attribute: false }) session!: Session

  constructor() {
    super()
    new LanguageController(this)
    new SessionController(this, () => this.session)
    this.addEventListener('move-made', this.#move)
    this.addEventListener('part-wanted', this.#show)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.session.active !== null) this.session.light(null)
  }

  override render(): TemplateResult {
    const draft = draftPlay(this.session)
    return html`
      ${draft.broken ? html`<p class="notice" role="status">${text(draft.pathway === null ? 'play.cannot-run' : 'play.older-draft')}</p>` : nothing}
      ${draft.play === null ? this.#start(draft) : this.#play(draft.play)}
    `
  }

  /** The drawing follows what was just drawn here. */
  protected override updated(): void {
    const state = draftPlay(this.session).play?.enrolment.state ?? null
    if (this.session.active !== state) this.session.light(state)
  }

  #start({ pathway }: DraftPlay): TemplateResult | typeof nothing {
    if (pathway === null) return nothing
    return html`
      <p>${text('play.intro')}</p>
      <zorgpad-start-form
        .pathway=${pathway}
        .at=${nextMonday(pathway, Date.now())}
        @patient-chosen=${({ facts, at }: PatientChosen) => this.#keep(begin(pathway, facts, at))}
      ></zorgpad-start-form>
    `
  }

  #play(play: Play): TemplateResult {
    const { definition } = play.pathway
    const state = play.enrolment.state
    return html`
      <div class="where">
        <h2>
          ${nameOf(definition, 'states', state)}
          <span class="quiet-text">· ${momentText(play.now, play.pathway.zone)}</span>
        </h2>
        <button class="button" ?disabled=${play.past === null} @click=${() => this.#keep(back(play))}>
          ${text('play.back')}
        </button>
        <button class="button quiet" @click=${() => this.#keep(null)}>${text('play.again')}</button>
      </div>
      <div class="latest" role="status">${latest(play).map(({ words }) => html`<p>${words}</p>`)}</div>
      ${play.alerts.open.length === 0 ? nothing : html`<zorgpad-open-alerts .play=${play}></zorgpad-open-alerts>`}
      ${play.enrolment.exit === undefined ? this.#doing(play) : html`<p class="notice">${text('play.ended')}</p>`}
      <zorgpad-account .play=${play}></zorgpad-account>
      <zorgpad-play-decisions .play=${play}></zorgpad-play-decisions>
    `
  }

  #doing(play: Play): TemplateResult {
    return html`
      <zorgpad-send-form
        .definition=${play.pathway.definition}
        state=${play.enrolment.state}
        @values-sent=${({ values }: ValuesSent) => this.#act({ type: 'send', values })}
      ></zorgpad-send-form>
      <zorgpad-play-clock .play=${play}></zorgpad-play-clock>
    `
  }

  readonly #move = ({ move }: MoveMade): void => this.#act(move)

  readonly #show = ({ path }: PartWanted): void => this.session.select(path, 'simulator')

  #act(move: Move): void {
    const { play } = draftPlay(this.session)
    if (play !== null) this.#keep(act(play, move))
  }

  #keep(play: Play | null): void {
    keepPlay(this.session, play)
    this.requestUpdate()
  }
}

/** What the last move brought, for who wants no more than that: the newest lines, without what one did oneself. */
export function latest(play: Play): Line[] {
  const moments = play.moments.filter(({ move }) => move === play.moves.length)
  return moments.flatMap((moment) => consequencesOf(play, moment)).slice(-lines)
}

/** The next Monday at eight on the clock of the pathway: a whole working week lies ahead. */
function nextMonday(pathway: Pathway, now: Instant): Instant {
  const today = dayOf(pathway.zone, now)
  const ahead = [1, 2, 3, 4, 5, 6, 7].find((days) => weekday(today + days) === 'mon') ?? 1
  return atLocal(pathway.zone, today + ahead, 8 * 60)
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-simulator': Simulator
  }
}
