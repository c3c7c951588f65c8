/** "What happens next": measure again, who looks and until when, or the next moment to measure. */
import type { Instant } from '../interpreter/enrolment.ts'
import { plannedWindows } from '../interpreter/index.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { SubmissionAnswer, Telling } from './answer.ts'
import { alertOf } from './meaning.ts'
import { fill } from './texts/index.ts'
import { clockText, dayWord, isQuestion, measurementNames, momentText, textOr } from './words.ts'

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

type Window = { pathway: Pathway; measured: string[]; measurements: string[]; opens: Instant; closes: Instant }

/** The next moment at which the same is asked again; without one, the next at which anything is asked, by its name. */
function windowText(telling: Telling): string {
  const sent = measuredOf(
    telling.pathway,
    telling.readings.map(({ measurement }) => measurement),
  )
  const windows = windowsOf(telling)
  const again = windows.find(({ measured }) => measured.some((measurement) => sent.includes(measurement)))
  const next = again ?? windows[0]
  if (!next) return fill(telling.language, 'next.nothing')
  return windowSentence(next, again !== undefined, telling)
}

/** What is asked of this patient from now on, soonest first. */
function windowsOf({ record, library, now }: Telling): Window[] {
  const running = record.enrolments.filter(({ exit }) => exit === undefined)
  const windows = running.flatMap((enrolment) => {
    const pathway = library.get(enrolment.pathway, enrolment.version)
    const planned = plannedWindows(pathway, enrolment, now, now + AHEAD).filter(({ opens }) => opens > now)
    return planned.map(({ measurements, opens, closes }): Window => {
      return { pathway, measurements, measured: measuredOf(pathway, measurements), opens, closes }
    })
  })
  return windows.toSorted((a, b) => a.opens - b.opens)
}

/** Without the questions: who only answered one is told what is asked first. */
const measuredOf = (pathway: Pathway, measurements: string[]): string[] =>
  measurements.filter((measurement) => !isQuestion(pathway, measurement))

function windowSentence(
  { pathway, measured, measurements, opens, closes }: Window,
  isSame: boolean,
  { language, now }: Telling,
): string {
  const key = isSame ? 'next.window' : measured.length > 0 ? 'next.window-of' : 'next.window-question'
  return fill(language, key, {
    measurements: measurementNames(pathway, measurements, language),
    day: dayWord(pathway.zone, opens, now, language),
    opens: clockText(pathway.zone, opens),
    closes: clockText(pathway.zone, closes),
  })
}
