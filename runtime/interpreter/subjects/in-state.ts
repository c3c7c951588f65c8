/** `inState: 14 days`: the patient has been in this state so long. True or false by itself. */
import type { Situation } from '../condition/situation.ts'
import { stayedSince } from '../condition/stay.ts'
import { durationIn } from '../sentences/names.ts'
import { wordsIn } from '../sentences/parts.ts'
import { addDuration, parseDuration } from '../time/duration.ts'
import type { PlainSubject } from './subject.ts'

const words = {
  long: { nl: 'de patiënt al {duration} in deze fase is', en: 'the patient has been in this state for {duration}' },
}

export const inState = {
  key: 'inState',
  compared: false,
  grammar: {
    schema: {
      $ref: '#/$defs/duration',
      title: 'In deze fase',
      description: 'Waar als de patiënt al zo lang in deze fase is.',
      en: { title: 'In this state', description: 'True when the patient has been in this state so long.' },
    },
    takes: [],
    requires: [],
  },
  /** In a transition of a phase it is counted from the entry into the phase. */
  compile: ({ inState: text }, path, { zone, stay = 'state' }) => {
    const length = parseDuration(text!)
    const test = ({ now, enrolment }: Situation): boolean =>
      now >= addDuration(zone, stayedSince(enrolment, stay), length)
    return {
      path,
      test,
      trace: (situation) => ({ path, truth: test(situation), limit: { comparator: 'inState', value: text! } }),
      behind: () => [],
      measurements: new Set(),
      window: false,
      single: false,
      steady: true, // the instant at which it turns is known, and looked at
    }
  },
  sentence: ({ condition, language }) =>
    wordsIn(language, words.long, { duration: durationIn(String(condition.inState), language) }),
} as const satisfies PlainSubject
