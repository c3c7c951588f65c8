/** A pathway with what the small one lacks: phases, a questionnaire, a score, events, review of everything. */
import { compile } from '../../runtime/interpreter/compile.ts'
import { examine } from '../../runtime/interpreter/examine.ts'
import type { Pathway } from '../../runtime/interpreter/pathway.ts'
import { CoverageWitness, type Coverage } from '../../runtime/simulation/coverage.ts'
import { playStories, type StoryResult } from '../../runtime/simulation/stories/play.ts'
import { readStories } from '../../runtime/simulation/stories/read.ts'
import { smallPathway } from './small-pathway.ts'

const richText = `
pathway: rich
version: 1.0.0
title: { nl: Rijk, en: Rich }
timezone: Europe/Amsterdam
setting: { origin: practice, responsible: gp, monitoring: nurse, lead: nurse }
evidence: { local: { title: Afspraak, certainty: proposal } }
parties:
  nurse: { title: { nl: Verpleegkundige }, kind: centre }
  gp: { title: { nl: Huisarts }, kind: practice }
facts:
  age: { type: integer, from: 0, to: 120 }
measurements:
  systolic: { unit: "mm[Hg]", precision: 1, plausible: { from: 40, to: 300 }, title: { nl: Bovendruk } }
  pulse: { unit: "/min", precision: 1, plausible: { from: 20, to: 250 }, title: { nl: Hartslag } }
questionnaires:
  mood:
    title: { nl: Stemming }
    items:
      sleep: { ask: { nl: Slaapt u slecht? }, options: [ { answer: 0 }, { answer: 1 }, { answer: 2 } ] }
      worry: { ask: { nl: Piekert u? }, scale: { from: 0, to: 10 } }
      alone: { ask: { nl: Bent u alleen? }, optional: true }
scores:
  burden:
    title: { nl: Last }
    combine: sum
    inputs:
      sleep: { answer: sleep }
      worry: { answer: worry }
    outcomes: [ { outcome: heavy, atLeast: 8 }, { outcome: light, below: 8 } ]
schedules:
  daily: { measure: [ systolic, pulse ], every: 1 day, windows: [ "08:00-10:00" ], remind: 1 hour, missedAfter: 1 hour }
  weekly-mood: { measure: [ mood ], every: 1 week, windows: [ "18:00-20:00" ], missedAfter: 1 hour }
thresholds:
  high: { level: amber, route: calm, when: { measurement: systolic, above: 180 } }
  burdened: { level: amber, route: calm, when: { score: burden, is: heavy } }
routes:
  calm: [ { to: nurse, by: worklist, within: 4 hours }, { to: gp, by: phone, within: 4 hours, repeat: true } ]
events:
  admitted: { title: { nl: Opgenomen } }
initial: home
states:
  home:
    initial: first
    schedules: [ daily ]
    transitions:
      - { event: admitted, to: hospital }
    states:
      first: { transitions: [ { after: 2 days, to: home.later } ] }
      later: { schedules: [ weekly-mood ], review: all }
  hospital: { transitions: [ { decision: home, by: [ gp ], to: home } ] }
  withdrawn: { exit: withdrawn }
always:
  - { decision: withdraw, by: [ patient, gp ], to: withdrawn }
`

export const richPathway: Pathway = (() => {
  const { document, problems } = examine(richText)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!document || errors.length > 0) throw new Error(JSON.stringify(errors, null, 2))
  return compile(document)
})()

/** The other pathway that a patient of these stories may be on. */
const others = (name: string): Pathway | null => (name === 'small' ? smallPathway : null)

export const problemsOf = (text: string) =>
  readStories(text, richPathway.definition, (name) => others(name)?.definition ?? null).problems

export function playedRich(text: string): { results: StoryResult[]; coverage: Coverage } {
  const { document, problems } = readStories(text, richPathway.definition, (name) => others(name)?.definition ?? null)
  if (!document) throw new Error(JSON.stringify(problems, null, 2))
  const witness = new CoverageWitness(richPathway)
  return { results: playStories(richPathway, document, witness, others), coverage: witness.coverage }
}

/** The start of every story, on a Monday, with these facts and other pathways in between. */
export const storyOf = (steps: string[], more = ''): string =>
  `- story: verhaal\n  start: 2026-01-12T05:00\n${more}  steps:\n${steps.map((step) => `    - { ${step} }\n`).join('')}`

/** What differs in one story, as `path: expected / found`, or as the message when there is no such pair. */
export function differs(steps: string[], more = ''): string[] {
  return playedRich(storyOf(steps, more)).results[0]!.failures.map(({ path, expected, found, message }) =>
    expected === undefined ? `${path}: ${message.nl}` : `${path}: ${expected} / ${found}`,
  )
}
