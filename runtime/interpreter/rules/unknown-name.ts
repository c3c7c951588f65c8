/** Rule `unknown-name`: every name that is used is defined somewhere in the pathway. */
import type { Finding } from '../finding.ts'
import { nearest, sameLetters } from '../nearest.ts'
import type { BothLanguages } from '../problem.ts'
import { isName } from '../reading/grammar.ts'
import { referencesIn, type Reference } from '../reading/references.ts'
import { say } from '../say.ts'
import type { TextKey } from '../texts/nl.ts'
import type { Examined, Rule } from './rule.ts'
import { stateAt } from './reasoning/wording.ts'

export const unknownName: Rule = {
  code: 'unknown-name',
  check: (pathway) =>
    referencesIn(pathway.raw)
      .filter((reference) => isUnknown(pathway, reference))
      .map((reference, index) => finding(pathway, reference, index < GUESSES)),
}

/** Only for so many unknown names the nearest known one is looked for. */
const GUESSES = 50

/** A name that is written wrongly where it is given is reported there. */
function isUnknown({ names }: Examined, { name, section }: Reference): boolean {
  const known = names(section)
  return known !== null && !known.some((other) => other === name || (!isName(other) && sameLetters(other, name)))
}

function finding(pathway: Examined, { path, name, section }: Reference, guess: boolean): Omit<Finding, 'code'> {
  const known = pathway.names(section) ?? []
  const meant = guess ? nearest(name, known) : null
  const about = {
    name,
    section: section === 'roles' ? 'parties' : section,
    known: known.join(', '),
    meant: meant ?? '',
  }
  const key = meant !== null ? 'unknown-name-near' : known.length === 0 ? 'unknown-name-none' : 'unknown-name'
  const fix = meant === null ? undefined : pathway.replace(path, meant)
  return { path, message: say(key, about), example: example(pathway, path, name, section), fix }
}

/** What comes of it for a patient, per section. */
const consequences: Record<string, TextKey> = {
  states: 'unknown-state-example',
  routes: 'unknown-route-example',
  parties: 'unknown-party-example',
  roles: 'unknown-party-example',
  measurements: 'unknown-measurement-example',
  schedules: 'unknown-schedule-example',
  calendars: 'unknown-calendar-example',
  parameters: 'unknown-parameter-example',
  messages: 'unknown-message-example',
  scripts: 'unknown-script-example',
  facts: 'unknown-fact-example',
  thresholds: 'unknown-threshold-example',
  evidence: 'unknown-evidence-example',
}

function example({ definition }: Examined, path: string, name: string, section: string): BothLanguages | undefined {
  const key = consequences[section]
  const where = stateAt(definition, path)
  const patient = where === null ? say('a-patient') : say('a-patient-in', { state: where })
  return key && say(key, { patient, name })
}
