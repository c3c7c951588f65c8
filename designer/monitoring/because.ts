/** The readings behind an alert in one or a few lines: what was measured together is told together, a week as its mean. */
import type { WorkItem } from '../../runtime/http/api.ts'
import { inLanguage } from '../language.ts'
import { shortTitle, valueText } from '../simulator/words.ts'
import { text } from '../texts/text.ts'
import { momentText } from './times.ts'

type Because = WorkItem['because'][number]

/** With more readings of one measurement than this, their mean is told. */
const few = 3

export function becauseLines(readings: Because[]): string[] {
  const measurements = [...Map.groupBy(readings, ({ measurement }) => measurement).values()]
  const isLong = measurements.some((one) => one.length > few)
  return isLong ? measurements.map(meanLine) : [...Map.groupBy(readings, ({ at }) => at).values()].map(togetherLine)
}

function togetherLine(readings: Because[]): string {
  const [first] = readings
  const values = readings.map(({ title, value, unit }) => `${shortTitle(inLanguage(title))} ${valueText(value, unit)}`)
  return first === undefined ? '' : `${values.join(' · ')} (${momentText(first.at)})`
}

function meanLine(readings: Because[]): string {
  const numbers = readings.map(({ value }) => Number(value))
  const mean = Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length)
  const [first] = readings
  if (first === undefined) return ''
  return text('work.mean', {
    what: shortTitle(inLanguage(first.title)),
    mean: valueText(mean, first.unit),
    count: readings.length,
  })
}
