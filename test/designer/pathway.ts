/** A small pathway for the tests of the elements, read by the real parser and checked by the real rules. */
import { examine, parse } from '../../runtime/interpreter/index.ts'
import { Session } from '../../designer/session.ts'

export const text = `pathway: demo
version: 1.0.0
title: { nl: Proef, en: Trial }
timezone: Europe/Amsterdam
parties: { nurse: { title: { nl: Verpleegkundige }, kind: centre } }
measurements: { systolic: { loinc: 8480-6, unit: "mm[Hg]", precision: 1, plausible: { from: 40, to: 300 }, title: { nl: Bovendruk } } }
schedules: { week: { title: { nl: Meetweek }, measure: [ systolic ], every: 1 day, windows: [ "06:00-10:00" ], for: 7 days } }
routes:
  routine: [ { to: nurse, by: worklist, within: 1 day, repeat: true } ]
initial: measuring
states:
  measuring:
    title: { nl: Meten, en: Measuring }
    schedules: [ week ]
    transitions:
      - { completed: week, to: review, alert: routine }
      - { if: { measurement: systolic, above: 180 }, alert: { route: routine, level: red } }
  review:
    title: { nl: Beoordelen, en: Review }
    transitions:
      - { decision: again, by: [ nurse ], to: measuring }
      - { decision: ready, by: [ nurse ], to: done }
  done: { title: { nl: Klaar, en: Done }, exit: done }
always:
  - { decision: stop, by: [ nurse ], to: done }
`

export function session(own = text): Session {
  return new Session(own, { parse, examine })
}

/** The same with what the language has beyond it: a phase with sub-states, a questionnaire, a score, an event, every kind of subject. */
export const wide = text
  .replace(
    'schedules:',
    `questionnaires:
  well: { title: { nl: Vragen, en: Questions }, items: {
    breath: { ask: { nl: Benauwd?, en: Breathless? }, options: [ { answer: 0, title: { nl: nooit, en: never }, points: 0 }, { answer: 6, title: { nl: altijd, en: always }, points: 6 } ] },
    pain: { ask: { nl: Pijn?, en: Pain? }, scale: { from: 0, to: 10 } }, dizzy: { ask: { nl: Duizelig?, en: Dizzy? } } } }
scores: { burden: { title: { nl: Ziektelast, en: Burden }, combine: sum, inputs: { breath: { answer: breath } } } }
events: { admitted: { title: { nl: Opgenomen, en: Admitted } } }
thresholds: { rising: { level: red, route: routine, when: { all: [ { rise: systolic, over: 3 days, atLeast: 20 }, { measurement: systolic, above: 140 } ] } } }
schedules:`,
  )
  .replace('measure: [ systolic ]', 'measure: [ systolic, well ]')
  .replace(
    '  done:',
    `  titrating:
    title: { nl: Instellen, en: Titrating }
    initial: low
    schedules: [ week ]
    states:
      low: { title: { nl: Lage dosis, en: Low dose }, transitions: [ { decision: more, by: [ nurse ], to: titrating.high } ] }
      high: { title: { nl: Hoge dosis, en: High dose } }
    transitions:
      - { decision: settled, by: [ nurse ], to: review }
      - { event: admitted, to: done }
  done:`,
  )
  .replace('decision: again, by: [ nurse ], to: measuring', 'decision: again, by: [ nurse ], to: titrating')
