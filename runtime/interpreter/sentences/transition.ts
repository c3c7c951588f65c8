/** A transition as a clinician says it: what must happen, then what follows. */
import type { PathwayDefinition, Transition } from '../../../schemas/index.ts'
import { own } from '../own.ts'
import { partAt } from '../pointer.ts'
import { capital, listed, sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { isObject } from '../walk.ts'
import { clauseIn } from './condition.ts'
import { durationIn, textOf, titleIn } from './names.ts'

/**
 * The transition at `path` (`/states/review/transitions/0`); empty when there is none.
 *
 * @example Als Meetweek klaar is en het gemiddelde van Bovendruk over 7 dagen 135 mmHg of hoger is: naar Beoordelen, met een melding via “routine”.
 */
export function transitionSentence(written: PathwayDefinition, path: string, language: Language): string {
  const definition = soundDefinition(written)
  const transition = partAt(definition, path) as Transition | undefined
  if (!isObject(transition)) return ''
  const cause = [trigger(definition, transition, language), guard(definition, transition, language)].filter(
    (part) => part !== '',
  )
  const effect = effects(definition, transition, language).join(', ')
  const reason = textOf(transition.because, language)
  return `${capital(cause.join(` ${sayIn(language, 'and')} `))}: ${effect}.${reason ? ` ${reason}` : ''}`
}

function trigger(definition: PathwayDefinition, transition: Transition, language: Language): string {
  const { threshold, completed, decision, event, by, after } = transition
  if (threshold !== undefined)
    return sayIn(language, 'on-threshold', { name: titleIn(definition, 'thresholds', threshold, language) })
  if (completed !== undefined)
    return sayIn(language, 'on-completed', { name: titleIn(definition, 'schedules', completed, language) })
  if (after !== undefined) return sayIn(language, 'on-after', { duration: durationIn(after, language) })
  if (event !== undefined)
    return sayIn(language, 'on-event', { name: textOf(own(definition.events, event)?.title, language) || event })
  if (decision !== undefined)
    return sayIn(language, 'on-decision', {
      name: textOf(transition.title, language) || decision,
      by: parties(definition, by, language),
    })
  return ''
}

/** After a trigger the guard goes on in the same sentence. */
function guard(definition: PathwayDefinition, transition: Transition, language: Language): string {
  const clause = clauseIn(definition, transition.if, language)
  if (clause === '') return ''
  return transition.completed === undefined ? sayIn(language, 'if', { clause }) : clause
}

const parties = (definition: PathwayDefinition, names: readonly string[] | undefined, language: Language): string =>
  listed(
    (Array.isArray(names) ? names : []).map((name: string) => titleIn(definition, 'parties', name, language)),
    language,
    'or',
  )

function effects(definition: PathwayDefinition, transition: Transition, language: Language): string[] {
  const { to, confirm, alert, message } = transition
  const route = isObject(alert) ? String(alert.route) : alert
  return [
    ...(to === undefined ? [] : [sayIn(language, 'moves-to', { state: titleIn(definition, 'states', to, language) })]),
    ...(confirm === undefined ? [] : [sayIn(language, 'confirmed-by', { by: parties(definition, confirm, language) })]),
    ...(route === undefined
      ? []
      : [sayIn(language, 'with-alert', { route: titleIn(definition, 'routes', route, language) })]),
    ...(message === undefined ? [] : [sayIn(language, 'with-message', { message })]),
  ]
}
