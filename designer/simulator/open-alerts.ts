/** The open alerts of the play, each climbing its route as a small time line, to be acknowledged and resolved. */
import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Alert, ResolveOutcome } from '../../runtime/alerts/alert.ts'
import { inLanguage } from '../language.ts'
import { text } from '../texts/text.ts'
import { MoveMade } from './events.ts'
import { PlayPart } from './play-part.ts'
import { momentText, nameOf, readingText } from './words.ts'

export const outcomes: ResolveOutcome[] = ['acted', 'wait-and-see', 'measuring-error', 'technical']

/** `<zorgpad-open-alerts .play=${play}>`; tells `move-made`. Who is asked now is also who acknowledges and resolves. */
@customElement('zorgpad-open-alerts')
export class OpenAlerts extends PlayPart {
  override render(): TemplateResult {
    const { open } = this.play.alerts
    return html`<section class="card" aria-label=${text('play.alerts')}>
      <h3>${text('play.alerts')}</h3>
      <ul class="grid">
        ${repeat(
          open,
          ({ id }) => id,
          (alert) => html`<li>${this.#alert(alert)}</li>`,
        )}
      </ul>
    </section>`
  }

  #alert(alert: Alert): TemplateResult {
    const { definition } = this.play.pathway
    const because = alert.head.because.map((reading) => readingText(reading, definition)).join(', ')
    return html`
      <p class="row">
        <span class="level ${alert.level}">${text(`level.${alert.level}`)}</span>
        <strong>${inLanguage(alert.title)}</strong>
        <span class="quiet-text">${because}</span>
      </p>
      <ol class="rail" aria-label=${text('play.route')}>
        ${alert.told.map((told, index) => this.#told(alert, told, index === alert.told.length - 1))}
      </ol>
      <div class="row">${this.#buttons(alert)}</div>
    `
  }

  #told(alert: Alert, told: Alert['told'][number], last: boolean): TemplateResult {
    const { definition } = this.play.pathway
    const zone = definition.timezone
    const until = last && alert.status === 'open' ? text('play.until', { time: momentText(told.deadline, zone) }) : ''
    return html`<li class=${last ? 'now' : ''}>
      ${momentText(told.since, zone)}: ${nameOf(definition, 'parties', told.party)} (${text(`channel.${told.by}`)})
      <span class="quiet-text small">${text(`told.${told.reason}`)}${until}</span>
    </li>`
  }

  #buttons(alert: Alert): TemplateResult {
    const by = { person: alert.step.party, role: alert.step.party }
    const acknowledge = () => this.#tell(new MoveMade({ type: 'acknowledge', alert: alert.id, by }))
    const resolve = (outcome: ResolveOutcome) => () =>
      this.#tell(new MoveMade({ type: 'resolve', alert: alert.id, by, outcome }))
    return html`
      ${alert.status === 'open' ? html`<button class="button main" @click=${acknowledge}>${text('alert.acknowledge')}</button>` : text('alert.acknowledged')}
      <span class="quiet-text small">${text('alert.close-as')}</span>
      ${outcomes.map((outcome) => html`<button class="button small" @click=${resolve(outcome)}>${text(`outcome.${outcome}`)}</button>`)}
    `
  }

  #tell(event: MoveMade): void {
    this.dispatchEvent(event)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zorgpad-open-alerts': OpenAlerts
  }
}
