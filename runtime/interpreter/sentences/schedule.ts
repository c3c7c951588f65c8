/** A schedule as a clinician says it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { own } from '../own.ts'
import { capital, listed, sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import type { Weekday } from '../time/zone.ts'
import { isObject } from '../walk.ts'
import { durationIn, quoted, textOf } from './names.ts'
import { valueTitle, wordsIn } from './parts.ts'

/**
 * The schedule `name`; empty when there is none of that name.
 *
 * @example Elke dag tussen 06:00-10:00 en 18:00-22:00 meten: Bovendruk en Onderdruk, 2 keer per venster, 7 dagen lang. …
 */
export function scheduleSentence(written: PathwayDefinition, name: string, language: Language): string {
  const definition = soundDefinition(written)
  const schedule = definition.schedules?.[name]
  if (!isObject(schedule)) return ''
  const { measure, windows, days, readings, discard, remind, missedAfter } = schedule
  const duration = (key: 'lasting' | 'discarded' | 'reminded' | 'missed-after', text: string | undefined): string =>
    text === undefined ? '' : sayIn(language, key, { duration: durationIn(text, language) })
  const what = strings(measure).map((name) => quoted(measured(definition, name, language)))
  const base = sayIn(language, 'measures', {
    every: whenIn(schedule.every, strings(days), language),
    windows: listed(strings(windows), language, 'and'),
    what: listed(what, language, 'and'),
  })
  const times = readings === undefined || readings === 1 ? '' : sayIn(language, 'times-each', { number: readings })
  const details =
    duration('discarded', discard?.first) + duration('reminded', remind) + duration('missed-after', missedAfter)
  return `${capital(base)}${times}${duration('lasting', schedule.for)}.${details}`
}

const strings = (list: readonly string[] | undefined): string[] => (Array.isArray(list) ? list.map(String) : [])

/** A measurement, or a questionnaire with its own title. */
function measured(definition: PathwayDefinition, name: string, language: Language): string {
  const questionnaire = own(isObject(definition.questionnaires) ? definition.questionnaires : {}, name)
  return textOf(questionnaire?.title, language) ?? valueTitle(definition, name, language)
}

const words = { on: { nl: 'op {days}', en: 'on {days}' } }

/** `op maandag en donderdag`, `elke 2 weken op maandag`; without days of the week only how often. */
function whenIn(every: string, days: string[], language: Language): string {
  if (days.length === 0) return everyIn(every, language)
  const names = days.map((day) => dayIn(day, language))
  const on = wordsIn(language, words.on, { days: listed(names, language, 'and') })
  return every === '1 day' ? on : `${everyIn(every, language)} ${on}`
}

const dayIn = (day: string, language: Language): string => (isWeekday(day) ? sayIn(language, `day-${day}`) : day)

const isWeekday = (day: string): day is Weekday => ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].includes(day)

/** `1 day` → elke dag; `4 weeks` → elke 4 weken. */
function everyIn(every: string, language: Language): string {
  const duration = durationIn(every, language)
  return sayIn(language, 'each', { duration: duration.replace(/^1 /, '') })
}
