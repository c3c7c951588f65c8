/** Names, values and times as people read them: "Bovendruk 142 mmHg", "vandaag om 08:20", "maandag 5 januari". */
import type { Text } from '../../schemas/index.ts'
import type { Instant, Value } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import { dayOf, dayText, localText, weekday } from '../interpreter/time/zone.ts'
import { quantity, unitIn } from '../interpreter/sentence.ts'
import { fill } from './texts/index.ts'
import type { TextLanguage } from './texts/index.ts'
import { valuesIn } from './values.ts'

/** The text in this language, else in the other, else the name itself. */
export function textOr(text: Text | undefined, language: TextLanguage, otherwise: string): string {
  return text?.[language] ?? text?.nl ?? text?.en ?? otherwise
}

/** The title of what is measured or asked, else its name. */
export function measurementName(pathway: Pathway, measurement: string, language: TextLanguage): string {
  return textOr(valuesIn(pathway.definition).get(measurement)?.title, language, measurement)
}

/** Something that is answered on the screen, not measured. */
export function isQuestion({ definition }: Pathway, measurement: string): boolean {
  const known = valuesIn(definition).get(measurement)
  return known?.kind === 'item' || known?.type === 'boolean'
}

/** `Bovendruk en Onderdruk`: what is measured. The questions that go with it have long titles and are asked on the screen. */
export function measurementNames(pathway: Pathway, measurements: string[], language: TextLanguage): string {
  const measured = measuredNames(pathway, measurements, language)
  return measured.length === 0 ? fill(language, 'words.question') : listed(measured, language)
}

/** The names of what is measured, without the questions. */
export function measuredNames(pathway: Pathway, measurements: string[], language: TextLanguage): string[] {
  const measured = measurements.filter((measurement) => !isQuestion(pathway, measurement))
  return measured.map((measurement) => measurementName(pathway, measurement, language))
}

/** `Bovendruk, Onderdruk en Pols` */
export function listed(parts: string[], language: TextLanguage): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : fill(language, 'and', { first: parts.slice(0, -1).join(', '), last })
}

/** `142 mmHg`, `ja`, `36,5 °C`. */
export function valueText(value: Value, unit: string | undefined, language: TextLanguage): string {
  if (typeof value === 'boolean') return fill(language, value ? 'value.yes' : 'value.no')
  return quantity(value, unitIn(unit, language), language)
}

/** `08:20`, local to the zone. */
export const clockText = (zone: string, instant: Instant): string => localText(zone, instant).slice(11, 16)

/** `vandaag`, `morgen`, `maandag 5 januari`. */
export function dayWord(zone: string, instant: Instant, now: Instant, language: TextLanguage): string {
  const day = dayOf(zone, instant)
  const ahead = day - dayOf(zone, now)
  if (ahead === 0) return fill(language, 'day.today')
  if (ahead === 1) return fill(language, 'day.tomorrow')
  const [, month = '1', dayOfMonth = '1'] = dayText(day).split('-')
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  return fill(language, 'day.other', {
    weekday: fill(language, 'weekdays').split(' ')[weekdays.indexOf(weekday(day))] ?? '',
    day: Number(dayOfMonth),
    month: fill(language, 'months').split(' ')[Number(month) - 1] ?? '',
  })
}

/** `vandaag om 08:20`. */
export function momentText(zone: string, instant: Instant, now: Instant, language: TextLanguage): string {
  return fill(language, 'at', { day: dayWord(zone, instant, now, language), time: clockText(zone, instant) })
}
