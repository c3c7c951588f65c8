/** The sentences of a history: what somebody sent or did, and what came of it. */
import type { AlertEffect } from '../../alerts/index.ts'
import { shownValue, valuesIn } from '../../engine/index.ts'
import type { StepData } from '../../engine/index.ts'
import type { Effect, Instant, Pause, Value } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import { quantity, unitIn } from '../../interpreter/sentence.ts'
import type { InBoth } from '../api.ts'
import { moment } from '../moment.ts'
import { say } from '../texts/index.ts'
import { both, bothOf, stateTitle, title, valueTitle } from './both.ts'

/** What somebody did or sent. */
export function eventTexts(pathway: Pathway, { event, failed }: StepData, by: InBoth): InBoth[] {
  const { definition } = pathway
  switch (event.type) {
    case 'wake':
      return []
    case 'submission':
      return [
        say(failed ? 'history.submission.failed' : 'history.submission', {
          readings: readingsText(pathway, event.readings),
        }),
      ]
    case 'decision':
      return [say('history.decision', { by, decision: decisionName(pathway, event.decision) })]
    case 'answer':
      return [say(event.accept ? 'history.answer.yes' : 'history.answer.no', { by })]
    case 'parameter':
      return [
        say('history.parameter', {
          parameter: title(definition, 'parameters', event.parameter),
          value: event.value,
          by,
        }),
      ]
    case 'report':
      return [say('history.report', { by, event: bothOf(definition.events?.[event.event]?.title, event.event) })]
    case 'pause':
      return [pauseText(pathway, event.pause, by)]
    case 'resume':
      return [say('history.resume', { by })]
    case 'correction':
      return [correctionText(event.value, by)]
  }
}

/** A pause without a person behind it is the system's own: an outage. */
function pauseText({ zone }: Pathway, { reason, from, until, by: actor }: Pause, by: InBoth): InBoth {
  const values = {
    reason: say(`pause.${reason}`),
    from: momentText(zone, from),
    by: actor ? by : say('by.system'),
  }
  return until === null
    ? say('history.pause.open', values)
    : say('history.pause', { ...values, until: momentText(zone, until) })
}

/** `2026-03-27 08:00`. */
const momentText = (zone: string, instant: Instant): string => moment(instant, zone).slice(0, 16).replace('T', ' ')

function correctionText(value: Value | null, by: InBoth): InBoth {
  if (value === null) return say('history.correction.withdrawn', { by })
  if (typeof value !== 'boolean') return say('history.correction', { by, value })
  return say('history.correction', { by, value: say(value ? 'history.answered.yes' : 'history.answered.no') })
}

function decisionName({ transitions }: Pathway, decision: string): InBoth {
  const own = transitions.find(({ trigger }) => trigger.type === 'decision' && trigger.decision === decision)
  return bothOf(own?.title, decision)
}

/** `Bovendruk 142 mmHg, Onderdruk 88 mmHg, antwoord nee`. */
function readingsText(pathway: Pathway, readings: { measurement: string; value: Value }[]): InBoth {
  return both((language) => readings.map((reading) => readingText(pathway, reading, language)).join(', '))
}

/** A question has a long title: its answer alone says enough here. */
function readingText(
  { definition }: Pathway,
  { measurement, value }: { measurement: string; value: Value },
  language: 'nl' | 'en',
): string {
  if (typeof value === 'boolean') return say(value ? 'history.answered.yes' : 'history.answered.no')[language]
  const unit = unitIn(valuesIn(definition).get(measurement)?.unit, language)
  return `${valueTitle(definition, measurement)[language]} ${quantity(shownValue(definition, measurement, value), unit, language)}`
}

/** What is worth a line of its own; alerts have theirs. */
export function effectText({ definition }: Pathway, effect: Effect): InBoth | null {
  switch (effect.type) {
    case 'entered':
      return say('history.entered', { state: stateTitle(definition, effect.state) })
    case 'missed':
    case 'remind':
    case 'completed':
      return say(`history.${effect.type}`, { schedule: title(definition, 'schedules', effect.schedule) })
    case 'message':
    case 'measure':
    case 'withdrawn-proposal':
      return say(`history.${effect.type}`)
    case 'proposed':
      return say('history.proposed', { state: stateTitle(definition, effect.proposal.to) })
    case 'review':
      return say('history.review')
    case 'corrected':
      return effect.keys.length > 0 ? say('history.corrected.alerts') : null
    case 'alert':
    case 'refused':
      return null
  }
}

/** What became of an alert. */
export function alertTexts({ definition, zone }: Pathway, effect: AlertEffect, by: InBoth): InBoth[] {
  switch (effect.type) {
    case 'raised':
    case 'joined':
    case 'worse':
      return [say(`history.alert.${effect.type}`, { title: bothOf(effect.alert.title, effect.alert.id) })]
    case 'told': {
      const { reason } = effect
      const said = reason === 'unanswered' || reason === 'no-longer-shared'
      return [
        say(said ? `history.alert.told.${reason}` : 'history.alert.told', {
          party: title(definition, 'parties', effect.step.party),
        }),
      ]
    }
    case 'acknowledged':
      return [say('history.alert.acknowledged', { by })]
    case 'resolved':
      return [
        say('history.alert.resolved', {
          by,
          outcome: say(`outcome.${effect.alert.resolved?.outcome ?? 'acted'}`),
        }),
      ]
    case 'snoozed': {
      const until = momentText(zone, effect.alert.snoozed?.until ?? effect.alert.raised)
      return [say('history.alert.snoozed', { by, until })]
    }
    case 'unsnoozed':
      return [say(`history.alert.unsnoozed.${effect.reason}`)]
    case 'corrected':
      return [say(effect.untrue.length > 0 ? 'history.alert.corrected.untrue' : 'history.alert.corrected')]
    case 'silent':
      return [say(`history.alert.silent.${effect.reason}`, { title: bothOf(effect.firing.title, effect.firing.key) })]
    case 'refused':
      return []
  }
}
