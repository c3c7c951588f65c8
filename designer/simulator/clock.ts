/** Moves the clock of the play: by an hour, a day, a week, or until something happens. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { addDuration, parseDuration } from '../../runtime/interpreter/index.ts'
import { text } from '../texts/text.ts'
import { MoveMade } from './events.ts'
import { nextHappening } from './pass.ts'
import { PlayPart } from './play-part.ts'

const leaps = [
  { words: 'play.minutes', duration: '15 minutes' },
  { words: 'play.hour', duration: '1 hour' },
  { words: 'play.day', duration: '1 day' },
  { words: 'play.week', duration: '1 week' },
] as const

/** `<zorgpad-play-clock .play=${play}>`; tells `move-made`. A day is a day on the clock of the pathway, also when the clock changes. */
@customElement('zorgpad-play-clock')
export class PlayClock extends PlayPart {
  override render(): TemplateResult {
    return html`<div class="card row" role="group" aria-labelledby="title">
      <strong id="title">${text('play.clock')}</strong>
      ${leaps.map(({ words, duration }) => html`<button class="button" @click=${() => this.#leap(duration)}>${text(words)}</button>`)}
      <button class="button" @click=${this.#next}>${text('play.until-something')}</button>
    </div>`
  }

  #leap(duration: string): void {
    this.#move(addDuration(this.play.pathway.zone, this.play.now, parseDuration(duration)))
  }

  /** When nothing is to come the button still answers: the clock moves a week. */
  readonly #next = (): void => {
    const next = nextHappening(this.play)
    if (next === null) this.#leap('1 week')
    else this.#move(next)
  }

  #move(until: number): void {
    this.dispatchEvent(new MoveMade({ type: 'clock', until }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-play-clock': PlayClock
  }
}
