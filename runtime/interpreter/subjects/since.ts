/** `since: weight`: the hours since the previous reading; in a guard up to now, so that time alone can make it true. */
import { missing, number } from '../condition/found.ts'
import { kept, newestUntil } from '../condition/single.ts'
import type { Situation } from '../condition/situation.ts'
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import { valueTitle, wordsIn } from '../sentences/parts.ts'
import type { ComparedSubject } from './subject.ts'

const words = {
  compared: {
    nl: 'de vorige meting van {name} {comparison} geleden is',
    en: 'the previous reading of {name} is {comparison} ago',
  },
  alone: { nl: 'de tijd sinds de vorige meting van {name}', en: 'the time since the previous reading of {name}' },
  unit: { nl: 'uur', en: 'hours' },
}

/** Hours are kept exact: a millisecond is 5/18 of a millionth of an hour. */
const [PARTS, PER_MILLISECOND] = [18, 5]

export const since = {
  key: 'since',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Tijd sinds',
      description: 'De tijd sinds de vorige meting, in uren.',
      en: { title: 'Time since', description: 'The time since the previous reading, in hours.' },
    },
    takes: [],
    requires: [],
  },
  compile: (condition) => {
    const name = condition.since!
    return {
      find: (situation) => {
        const previous = previousReading(situation, name)
        if (previous === undefined) return missing('no-reading')
        const until = situation.submission === null ? situation.now : situation.t
        return number(Math.max(0, until - previous.at) * PER_MILLISECOND, PARTS)
      },
      readings: (situation) => [previousReading(situation, name)].flatMap((reading) => reading ?? []),
      measurements: [name],
      window: true,
      single: true,
      precision: null,
      instants: (enrolment, limits) => instantsOf(enrolment, name, limits),
    }
  },
  domain: () => ({ from: 0, to: Infinity, step: null }),
  needs: (condition) => ({ readings: [{ of: condition.since!, over: 0, newest: 2 }] }),
  style: 'amount',
  sentence: ({ definition, condition, language }, comparison) => {
    const name = valueTitle(definition, String(condition.since), language)
    return wordsIn(language, comparison === '' ? words.alone : words.compared, { name, comparison })
  },
  unit: ({ language }) => words.unit[language],
} as const satisfies ComparedSubject

/** In a threshold the readings that just arrived, and those of the moment itself, are not the previous one. */
function previousReading(situation: Situation, name: string): Reading | undefined {
  const list = kept(situation, name)
  const { submission, t } = situation
  if (submission === null) return newestUntil(list, t)
  return list.findLast((reading) => reading.at < t && !submission.includes(reading))
}

/** The instants at which a limit is reached, and just passed. */
function instantsOf(enrolment: Enrolment, name: string, limits: readonly number[]): Instant[] {
  const newest = own(enrolment.readings, name)?.at(-1)
  if (newest === undefined) return []
  return limits.flatMap((limit) => {
    const length = (limit * PARTS) / PER_MILLISECOND
    return [newest.at + Math.ceil(length), newest.at + Math.floor(length) + 1]
  })
}
