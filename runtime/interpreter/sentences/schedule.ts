/** A schedule as a clinician says it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { capital, listed, sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { isObject } from '../walk.ts'
import { durationIn, quoted, titleIn } from './names.ts'

/**
 * The schedule `name`; empty when there is none of that name.
 *
 * @example Elke dag tussen 06:00-10:00 en 18:00-22:00 meten: Bovendruk en Onderdruk, 2 keer per venster, 7 dagen lang. …
 */
export function scheduleSentence(written: PathwayDefinition, name: string, language: Language): string {
  const definition = soundDefinition(written)
  const schedule = definition.schedules?.[name]
  if (!isObject(schedule)) return ''
  const { measure, windows, readings, discard, remind, missedAfter } = schedule
  const duration = (key: 'lasting' | 'discarded' | 'reminded' | 'missed-after', text: string | undefined): string =>
    text === undefined ? '' : sayIn(language, key, { duration: durationIn(text, language) })
  const what = strings(measure).map((measurement) => quoted(titleIn(definition, 'measurements', measurement, language)))
  const base = sayIn(language, 'measures', {
    every: everyIn(schedule.every, language),
    windows: listed(strings(windows), language, 'and'),
    what: listed(what, language, 'and'),
  })
  const times = readings === undefined || readings === 1 ? '' : sayIn(language, 'times-each', { number: readings })
  const details =
    duration('discarded', discard?.first) + duration('reminded', remind) + duration('missed-after', missedAfter)
  return `${capital(base)}${times}${duration('lasting', schedule.for)}.${details}`
}

const strings = (list: readonly string[] | undefined): string[] => (Array.isArray(list) ? list.map(String) : [])

/** `1 day` → elke dag; `4 weeks` → elke 4 weken. */
function everyIn(every: string, language: Language): string {
  const duration = durationIn(every, language)
  return sayIn(language, 'each', { duration: duration.replace(/^1 /, '') })
}
