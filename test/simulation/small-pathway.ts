/** A pathway with one of everything, small enough to keep in mind while reading the stories about it. */
import { compile } from '../../runtime/interpreter/compile.ts'
import { examine } from '../../runtime/interpreter/examine.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { CoverageWitness, type Coverage } from '../../runtime/simulation/coverage.ts'
import { playStories, type StoryResult } from '../../runtime/simulation/stories/play.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'

export const smallText = `
pathway: small
version: 1.0.0
title: { nl: Klein, en: Small }
timezone: Europe/Amsterdam
setting: { origin: practice, responsible: gp, monitoring: nurse, lead: gp }
evidence: { local: { title: Afspraak, certainty: proposal } }
parties:
  nurse: { title: { nl: Verpleegkundige }, kind: centre }
  gp: { title: { nl: Huisarts }, kind: practice }
  hap: { title: { nl: Huisartsenpost }, kind: out-of-hours }
facts:
  age: { type: integer, from: 0, to: 120 }
include: { fact: age, atLeast: 18 }
measurements:
  systolic: { unit: "mm[Hg]", precision: 1, plausible: { from: 40, to: 300 }, title: { nl: Bovendruk } }
  complaints: { code: complaints, type: boolean, title: { nl: Klachten } }
  temperature: { unit: Cel, precision: 0.1, plausible: { from: 30, to: 45 }, title: { nl: Temperatuur } }
parameters:
  target: { measurement: systolic, default: 135, from: 120, to: 150, setBy: [ gp ] }
schedules:
  two-days: { measure: [ systolic ], every: 1 day, windows: [ "06:00-10:00", "18:00-22:00" ], readings: 2, for: 2 days, remind: 1 hour, missedAfter: 2 hours }
  weekly: { measure: [ temperature ], every: 1 week, windows: [ "09:00-10:00" ] }
thresholds:
  urgent: { level: red, route: urgent, when: { all: [ { measurement: systolic, above: 180 }, { measurement: complaints, is: true } ] } }
  crisis: { level: amber, route: calm, when: { measurement: systolic, above: 180 }, remeasure: { within: 15 minutes }, quiet: 12 hours }
  fever: { level: amber, route: calm, when: { measurement: temperature, atLeast: 38.5 }, quiet: 1 day }
calendars:
  office: { days: [ mon, tue, wed, thu, fri ], from: "08:00", to: "17:00" }
routes:
  urgent:
    - { to: nurse, by: worklist, within: 15 minutes }
    - { to: gp, by: phone, within: 30 minutes, during: office, otherwise: { to: hap, by: phone, within: 30 minutes }, repeat: true }
  calm: [ { to: nurse, by: worklist, within: 4 hours }, { to: gp, by: phone, within: 4 hours, repeat: true } ]
messages:
  welcome: { to: patient, text: { nl: Welkom. } }
initial: measuring
states:
  measuring:
    schedules: [ two-days ]
    enter: [ { message: welcome } ]
    transitions:
      - { completed: two-days, if: { mean: systolic, over: 2 days, readings: 4, atLeast: { parameter: target } }, to: review, alert: calm }
      - { completed: two-days, to: stable }
  review:
    transitions:
      - { decision: keep, by: [ gp ], to: stable }
      - { after: 14 days, alert: { route: calm, level: green } }
  stable:
    schedules: [ weekly ]
    transitions:
      - { if: { inState: 7 days }, to: done, confirm: [ gp ] }
  done: { exit: done }
always:
  - { decision: withdraw, by: [ patient, gp ], to: withdrawn }
indicators:
  warm: { title: { nl: Warm, en: Warm }, patientsWhere: { mean: temperature, over: 7 days, above: 38 } }
`.replace('  done: { exit: done }\n', '  done: { exit: done }\n  withdrawn: { exit: withdrawn }\n')

export const smallPathway: Pathway = (() => {
  const { document, problems } = examine(smallText)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!document || errors.length > 0) throw new Error(JSON.stringify(errors, null, 2))
  return compile(document)
})()

/** The start of every story: a Friday before the clock goes forward. */
export const begin = '- story: verhaal\n  start: 2026-03-27T05:00\n  facts: { age: 64 }\n  steps:\n'

export function played(text: string): { results: StoryResult[]; coverage: Coverage } {
  const { document, problems } = readStories(text, smallPathway.definition)
  if (!document) throw new Error(JSON.stringify(problems, null, 2))
  const witness = new CoverageWitness(smallPathway)
  return { results: playStories(smallPathway, document, witness), coverage: witness.coverage }
}

/** Plays one story, given its steps; what differs as `path: expected / found`, or as the message when there is no such pair. */
export function failuresOf(...steps: string[]): string[] {
  const { results } = played(begin + steps.map((step) => `    - { ${step} }\n`).join(''))
  return results[0]!.failures.map(({ path, expected, found, message }) =>
    expected === undefined ? `${path}: ${message.nl}` : `${path}: ${expected} / ${found}`,
  )
}
