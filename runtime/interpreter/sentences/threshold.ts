/** A threshold as a clinician says it. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { capital, sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { isObject } from '../walk.ts'
import { conditionSentence } from './condition.ts'
import { durationIn, titleIn } from './names.ts'

/**
 * The threshold `name`; empty when there is none of that name.
 *
 * @example Een rode melding via “urgent” als Bovendruk hoger dan 180 mmHg is, nadat de patiënt binnen 15 minuten opnieuw gemeten heeft.
 */
export function thresholdSentence(written: PathwayDefinition, name: string, language: Language): string {
  const definition = soundDefinition(written)
  const threshold = definition.thresholds?.[name]
  if (!isObject(threshold)) return ''
  const say = (key: Parameters<typeof sayIn>[1], fillings: Parameters<typeof sayIn>[2] = {}): string =>
    sayIn(language, key, fillings)
  const { level, route, when, remeasure, quiet } = threshold
  const alert = say('alert-of', { level: say(`level-one-${level}`) })
  const via = route === undefined ? '' : say('via', { route: titleIn(definition, 'routes', route, language) })
  const again = isObject(remeasure) ? say('remeasured', { duration: durationIn(remeasure.within, language) }) : ''
  const silent = quiet === undefined ? '' : say('quiet-for', { duration: durationIn(quiet, language) })
  return capital(`${alert}${via} ${conditionSentence(definition, when, language)}${again}.${silent}`)
}
