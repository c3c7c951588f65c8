/** "What happens next": measure again, who looks and until when, or the next moment to measure. */
import { plannedWindows } from '../interpreter/index.ts'
import type { SubmissionAnswer, Telling } from './answer.ts'
import { alertOf } from './meaning.ts'
import { fill } from './texts/index.ts'
import { clockText, dayWord, measurementNames, momentText, textOr } from './words.ts'

/** How far ahead a next measurement is named. */
const AHEAD = 92 * 24 * 60 * 60_000

/** In what is urgent, that somebody is coming is said first. */
export function nextOf(telling: Telling, again: SubmissionAnswer['again']): string {
  const measureAgain = again ? [againText(telling, again)] : []
  const isUrgent = alertOf(telling.effects)?.level === 'red'
  const sentences = isUrgent ? [...askedText(telling), ...measureAgain] : [...measureAgain, ...askedText(telling)]
  return sentences.length > 0 ? sentences.join(' ') : windowText(telling)
}

function againText(
  { pathway, language }: Telling,
  { measurements, until }: NonNullable<SubmissionAnswer['again']>,
): string {
  const names = measurementNames(pathway, measurements, language)
  if (until === undefined) return fill(language, 'next.again', { measurements: names })
  return fill(language, 'next.again-until', { measurements: names, until: clockText(pathway.zone, until) })
}

/** Who was asked because of this submission, and before when. */
function askedText({ effects, library, language, now }: Telling): string[] {
  const alert = alertOf(effects)
  if (!alert) return []
  const pathway = library.get(alert.origin.pathway, alert.origin.version)
  const party = textOr(pathway.definition.parties[alert.step.party]?.title, language, alert.step.party)
  return [
    fill(language, 'next.asked', { party, deadline: momentText(pathway.zone, alert.step.deadline, now, language) }),
  ]
}

function windowText({ record, library, language, now }: Telling): string {
  const windows = record.enrolments
    .filter(({ exit }) => exit === undefined)
    .flatMap((enrolment) => {
      const pathway = library.get(enrolment.pathway, enrolment.version)
      const first = plannedWindows(pathway, enrolment, now, now + AHEAD).find((window) => window.opens > now)
      return first ? [{ ...first, zone: pathway.zone }] : []
    })
  const [soonest] = windows.toSorted((a, b) => a.opens - b.opens)
  if (!soonest) return fill(language, 'next.nothing')
  const { zone, opens, closes } = soonest
  return fill(language, 'next.window', {
    day: dayWord(zone, opens, now, language),
    opens: clockText(zone, opens),
    closes: clockText(zone, closes),
  })
}
