/** Everything that happened in a play, newest first: what came of each moment, and on request why and why not. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { explain } from '../../runtime/interpreter/index.ts'
import { PartWanted } from '../forms/events.ts'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'
import { linesOf, type Line } from './account.ts'
import type { Moment, Play } from './play.ts'
import { playStyles } from './styles.ts'
import './trace.ts'
import { momentText } from './words.ts'

/** More than these are looked up by stepping back. */
const shown = 60

/** `<zorgpad-account .play=${play}>`; tells `part-wanted` when a line is followed. */
@customElement('zorgpad-account')
export class AccountView extends LitElement {
  static override styles = [
    shared,
    playStyles,
    css`
      .moment {
        padding-block: var(--gap-s);
        border-block-start: 1px solid var(--line);
      }
      time {
        font-size: var(--text-s);
        color: var(--ink-quiet);
      }
      .line {
        padding-inline-start: var(--gap-s);
        border-inline-start: 3px solid transparent;
      }
      .line.state {
        border-color: var(--accent);
        font-weight: 600;
      }
      .line.message {
        border-color: var(--blue);
      }
      .line.red,
      .line.amber,
      .line.green {
        border-color: currentcolor;
        background: none;
        font-weight: 600;
      }
      .line.refused {
        color: var(--red);
      }
      .line .link {
        color: inherit;
        font-weight: inherit;
      }
    `,
  ]

  @property({ attribute: false }) play!: Play
  /** Traces that were opened or closed by hand; the newest is open until somebody closes it. */
  @state() private turned: ReadonlyMap<Moment, boolean> = new Map()

  constructor() {
    super()
    new LanguageController(this)
  }

  override render(): TemplateResult {
    const told = this.play.moments.filter((moment) => moment.event?.type !== 'wake' || visible(moment))
    const newest = told.findLast((moment) => moment.event !== undefined)
    return html`<section class="card" aria-label=${text('play.account')}>
      <h3>${text('play.account')}</h3>
      <ol>
        ${repeat(
          told.slice(-shown).toReversed(),
          (moment) => this.play.moments.indexOf(moment),
          (moment) => this.#moment(moment, moment === newest),
        )}
      </ol>
    </section>`
  }

  #moment(moment: Moment, newest: boolean): TemplateResult {
    return html`<li class="moment">
      <time>${momentText(moment.at, this.play.pathway.zone)}</time>
      ${linesOf(this.play, moment).map((line) => this.#line(line))}
      ${moment.event === undefined ? nothing : this.#why(moment, newest)}
    </li>`
  }

  #line({ words, tone, path }: Line): TemplateResult {
    const show = () => this.dispatchEvent(new PartWanted(path ?? ''))
    return html`<p class="line ${tone}">
      ${path === undefined ? words : html`<button class="link" @click=${show}>${words}</button>`}
    </p>`
  }

  /** The trace is made only when somebody looks: a play of weeks has hundreds of moments. */
  #why(moment: Moment, newest: boolean): TemplateResult {
    const open = this.turned.get(moment) ?? newest
    const turn = (event: Event) => {
      this.turned = new Map(this.turned).set(moment, (event.currentTarget as HTMLDetailsElement).open)
    }
    return html`<details ?open=${open} @toggle=${turn}>
      <summary>${text('trace.title')}</summary>
      ${open ? this.#trace(moment) : nothing}
    </details>`
  }

  #trace({ event, before, at }: Moment): TemplateResult | typeof nothing {
    if (event === undefined) return nothing
    const { pathway } = this.play
    return html`<zorgpad-trace
      .trace=${explain(pathway, before, event, at)}
      .definition=${pathway.definition}
    ></zorgpad-trace>`
  }
}

/** Whether a wake-up brought anything that people see. */
function visible(moment: Moment): boolean {
  return moment.effects.length + moment.alertEffects.length > 0
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-account': AccountView
  }
}
