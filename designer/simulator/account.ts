/** What one moment brought, as lines to read; each knows the place in the pathway that it comes from. */
import type { AlertEffect } from '../../runtime/alerts/alert.ts'
import type { Effect, Firing, Reading } from '../../runtime/interpreter/enrolment.ts'
import { refusals } from '../../runtime/interpreter/refusals.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { statePath } from '../element-path.ts'
import { below } from '../forms/pointer.ts'
import { inLanguage, language } from '../language.ts'
import { text, type TextKey } from '../texts/text.ts'
import type { Moment, Play } from './play.ts'
import { measurementNames, momentText, nameOf, readingText, transitionsFrom } from './words.ts'

/** `tone` colours a line; `path` is where a click leads. */
export type Line = {
  words: string
  tone: 'plain' | 'state' | 'message' | 'refused' | 'red' | 'amber' | 'green'
  path?: string
}

type Context = { definition: PathwayDefinition; zone: string }

/** The moment from its cause to its consequences. */
export function linesOf(play: Play, moment: Moment): Line[] {
  const context = contextOf(play)
  return [...cause(moment, context), ...consequencesOf(play, moment)]
}

/** The consequences alone, without what one did oneself. */
export function consequencesOf(play: Play, moment: Moment): Line[] {
  const context = contextOf(play)
  return [
    ...(moment.computed ?? []).map((score) => scoreLine(score, context)),
    ...moment.effects.flatMap((effect) => effectLines(effect, context)),
    ...moment.alertEffects.flatMap((effect) => alertLines(effect, context)),
  ]
}

function contextOf({ pathway }: Play): Context {
  return { definition: pathway.definition, zone: pathway.zone }
}

/** `/thresholds/crisis` for `threshold:crisis`, `/states/review/transitions/2` for `transition:review/2` and `review/2`. */
export function placeOf(key: string): string {
  const id = key.replace(/^transition:/, '')
  if (id.startsWith('threshold:')) return below('/thresholds', id.slice('threshold:'.length))
  const cut = id.lastIndexOf('/')
  const [state, index] = [id.slice(0, cut), id.slice(cut + 1)]
  return state === 'always' ? `/always/${index}` : `${statePath(state)}/transitions/${index}`
}

function scoreLine(score: Reading, { definition }: Context): Line {
  const words = text('play.score', { what: readingText(score, definition) })
  return { words, tone: 'plain', path: below('/scores', score.measurement) }
}

function cause({ event, before }: Moment, { definition, zone }: Context): Line[] {
  switch (event?.type) {
    case 'submission':
      return [
        {
          words: text('play.sent', {
            what: event.readings.map((reading) => readingText(reading, definition)).join(', '),
          }),
          tone: 'plain',
        },
      ]
    case 'decision':
      return [
        {
          words: text('play.decided', {
            decision: decisionName(definition, before.state, event.decision),
            who: nameOf(definition, 'parties', event.by.role),
          }),
          tone: 'plain',
        },
      ]
    case 'parameter':
      return [
        {
          words: text('play.limit-set', {
            what: nameOf(definition, 'parameters', event.parameter),
            value: event.value,
          }),
          tone: 'plain',
          path: below('/parameters', event.parameter),
        },
      ]
    case 'answer':
      return [
        {
          words: text(event.accept ? 'play.accepted' : 'play.declined', {
            who: nameOf(definition, 'parties', event.by.role),
          }),
          tone: 'plain',
        },
      ]
    case 'report':
      return [
        {
          words: text('play.reported', { event: nameOf(definition, 'events', event.event) }),
          tone: 'plain',
          path: below('/events', event.event),
        },
      ]
    case 'pause': {
      const { reason, from, until } = event.pause
      const end = until === null ? '' : text('play.pause-until', { time: momentText(until, zone) })
      const why = text(`pause.${reason}`)
      return [{ words: text('play.paused', { why, from: momentText(from, zone) }) + end, tone: 'plain' }]
    }
    case 'resume':
      return [{ words: text('play.resumed'), tone: 'plain' }]
    case 'correction':
      return [{ words: text(event.value === null ? 'play.withdrawn' : 'play.corrected'), tone: 'plain' }]
    case 'wake':
    case undefined:
      return []
  }
}

/** What a decision is called where it was taken; its code name when nobody gave it a title. */
function decisionName(definition: PathwayDefinition, state: string, decision: string): string {
  const here = transitionsFrom(definition, state)
  return inLanguage(here.find((transition) => transition.decision === decision)?.title, decision)
}

function effectLines(effect: Effect, { definition, zone }: Context): Line[] {
  switch (effect.type) {
    case 'alert':
      return []
    case 'message': {
      const words = inLanguage(definition.messages?.[effect.message]?.text, effect.message)
      return [
        {
          words: text('play.message', { to: nameOf(definition, 'parties', effect.to), words }),
          tone: 'message',
          path: below('/messages', effect.message),
        },
      ]
    }
    case 'measure': {
      const what = measurementNames(definition, effect.measurements)
      const until = effect.until === undefined ? '' : text('play.before', { time: momentText(effect.until, zone) })
      return [
        {
          words: text(`play.measure.${effect.reason}`, { what, until }),
          tone: 'message',
          ...(effect.threshold === undefined ? {} : { path: below('/thresholds', effect.threshold) }),
        },
      ]
    }
    case 'remind':
      return [
        {
          words: text('play.remind', {
            what: measurementNames(definition, effect.measurements),
            until: momentText(effect.closes, zone),
          }),
          tone: 'message',
          path: below('/schedules', effect.schedule),
        },
      ]
    case 'missed':
      return [
        {
          words: text('play.missed', {
            what: nameOf(definition, 'schedules', effect.schedule),
            time: momentText(effect.opens, zone),
          }),
          tone: 'plain',
          path: below('/schedules', effect.schedule),
        },
      ]
    case 'completed':
      return [
        {
          words: text('play.completed', { what: nameOf(definition, 'schedules', effect.schedule) }),
          tone: 'plain',
          path: below('/schedules', effect.schedule),
        },
      ]
    case 'entered':
      return [
        {
          words: text('play.entered', { state: nameOf(definition, 'states', effect.state) }),
          tone: 'state',
          path: statePath(effect.state),
        },
      ]
    case 'proposed':
      return [
        {
          words: text('play.proposed', {
            state: nameOf(definition, 'states', effect.proposal.to),
            who: effect.proposal.roles.map((role) => nameOf(definition, 'parties', role)).join(', '),
          }),
          tone: 'state',
          path: placeOf(effect.proposal.id),
        },
      ]
    case 'withdrawn-proposal':
      return [{ words: text('play.proposal-gone'), tone: 'plain', path: placeOf(effect.id) }]
    case 'review':
      return [{ words: text('play.review'), tone: 'message' }]
    case 'corrected':
      return effect.untrue.map((key) => ({ words: text('play.untrue'), tone: 'state', path: placeOf(key) }))
    case 'refused':
      return [{ words: refusals[effect.code][language()], tone: 'refused' }]
  }
}

function alertLines(effect: AlertEffect, { definition, zone }: Context): Line[] {
  switch (effect.type) {
    case 'raised':
    case 'worse': {
      const { level, title, head } = effect.alert
      return [
        {
          words: text(`play.${effect.type}`, { level: text(`level.${level}`), title: inLanguage(title) }),
          tone: level,
          path: placeOf(head.key),
        },
      ]
    }
    case 'joined':
      return effect.firings.map((firing) => firingLine('play.joined', firing))
    case 'told': {
      const { step, reason } = effect
      const key: TextKey = `told.${reason}`
      const words = text('play.told', {
        who: nameOf(definition, 'parties', step.party),
        how: text(`channel.${step.by}`),
        until: momentText(step.deadline, zone),
        why: text(key),
      })
      return [{ words, tone: 'plain' }]
    }
    case 'acknowledged':
      return [{ words: text('play.acknowledged'), tone: 'plain' }]
    case 'resolved':
    case 'snoozed':
      return [{ words: text(`play.${effect.type}`, { title: inLanguage(effect.alert.title) }), tone: 'plain' }]
    case 'unsnoozed': {
      const words = text(`play.unsnoozed.${effect.reason}`, { title: inLanguage(effect.alert.title) })
      return [{ words, tone: effect.alert.level, path: placeOf(effect.alert.head.key) }]
    }
    case 'corrected':
      return [{ words: text('play.alert-corrected', { title: inLanguage(effect.alert.title) }), tone: 'message' }]
    case 'silent':
      return [firingLine(`play.silent.${effect.reason}`, effect.firing)]
    case 'refused':
      return [{ words: effect.message[language()], tone: 'refused' }]
  }
}

function firingLine(key: TextKey, firing: Firing): Line {
  return {
    words: text(key, { level: text(`level.${firing.level}`), title: inLanguage(firing.title) }),
    tone: 'plain',
    path: placeOf(firing.key),
  }
}
