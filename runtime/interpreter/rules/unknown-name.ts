/** Rule `unknown-name`: every name that is used is defined somewhere in the pathway. */
import { nearest, sameLetters } from '../nearest.ts'
import { keysOf } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { isName } from '../reading/grammar.ts'
import type { Reference } from '../reading/references.ts'
import { fill } from '../say.ts'
import { namesWritten } from './reasoning/walked.ts'
import { stateAt } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

export const unknownName: Rule = {
  code: 'unknown-name',
  check: (pathway) =>
    namesWritten(pathway)
      .filter((reference) => isUnknown(pathway, reference))
      .map((reference, index) => finding(pathway, reference, index < GUESSES)),
}

/** Only for so many unknown names the nearest known one is looked for. */
const GUESSES = 50

/** A name that is written wrongly where it is given is reported there. */
function isUnknown(pathway: Examined, reference: Reference): boolean {
  const { name } = reference
  const known = knownTo(pathway, reference)
  return known !== null && !known.some((other) => other === name || (!isName(other) && sameLetters(other, name)))
}

/** The names that can stand here. A phase begins in one of its own sub-states, by the name that it has inside the phase. */
function knownTo({ names }: Examined, { path, section }: Reference): string[] | null {
  const [first, phase, key] = keysOf(path)
  const known = names(section)
  if (first !== 'states' || key !== 'initial' || known === null) return known
  return known.flatMap((name) => (name.startsWith(`${phase}.`) ? [name.slice(`${phase}.`.length)] : []))
}

function finding(pathway: Examined, reference: Reference, guess: boolean): Draft {
  const { path, name, section } = reference
  const known = knownTo(pathway, reference) ?? []
  const meant = guess ? (inOwnPhase(path, name, known) ?? nearest(name, known)) : null
  const about = { name, section: placeOf(section), known: known.join(', '), meant: meant ?? '' }
  const message = meant !== null ? words.near : known.length === 0 ? words.none : words.unknown
  const fix = meant === null ? undefined : pathway.replace(path, meant)
  return { path, message: fill(message, about), example: example(pathway, path, name, section), fix }
}

/** Inside a phase it is tempting to call its sub-states by their own name alone. */
function inOwnPhase(path: string, name: string, known: readonly string[]): string | null {
  const [first, phase] = keysOf(path)
  return first === 'states' && known.includes(`${phase}.${name}`) ? `${phase}.${name}` : null
}

function example({ definition }: Examined, path: string, name: string, section: string): BothLanguages | undefined {
  const consequence = consequences[section]
  const where = stateAt(definition, path)
  const patient = where === null ? words.patient : fill(words.patientIn, { state: where })
  return consequence && fill(consequence, { patient, name })
}

const words = {
  unknown: {
    nl: '“{name}” bestaat niet onder {section}. Daar staat: {known}.',
    en: '“{name}” does not exist under {section}. What is there: {known}.',
  },
  near: {
    nl: '“{name}” bestaat niet onder {section}. Bedoelt u “{meant}”?',
    en: '“{name}” does not exist under {section}. Do you mean “{meant}”?',
  },
  none: {
    nl: '“{name}” bestaat niet: onder {section} staat nog niets.',
    en: '“{name}” does not exist: there is nothing under {section} yet.',
  },
  patient: { nl: 'een patiënt', en: 'a patient' },
  patientIn: { nl: 'een patiënt in “{state}”', en: 'a patient in “{state}”' },
}

/** Where the author should look. Some names may come from more than one section. */
const placeOf = (section: string): BothLanguages => places[section] ?? { nl: section, en: section }

const places: Record<string, BothLanguages> = {
  roles: { nl: 'parties', en: 'parties' },
  values: { nl: 'measurements, questionnaires of scores', en: 'measurements, questionnaires or scores' },
  measurables: { nl: 'measurements of questionnaires', en: 'measurements or questionnaires' },
  items: { nl: 'questionnaires', en: 'questionnaires' },
}

const party = {
  nl: 'Bij {patient} wordt gewacht op “{name}”, maar die partij bestaat niet.',
  en: 'For {patient}, “{name}” is waited for, but that party does not exist.',
}
const measurement = {
  nl: '{patient} krijgt nooit de vraag om “{name}” te meten: die meting bestaat niet.',
  en: '{patient} is never asked to measure “{name}”: that measurement does not exist.',
}

/** What comes of it for a patient, per section. */
const consequences: Record<string, BothLanguages> = {
  states: {
    nl: '{patient} kan niet naar “{name}”: die fase bestaat niet.',
    en: '{patient} cannot go to “{name}”: that state does not exist.',
  },
  routes: {
    nl: 'De melding van {patient} bereikt niemand: de route “{name}” bestaat niet.',
    en: 'The alert of {patient} reaches nobody: the route “{name}” does not exist.',
  },
  parties: party,
  roles: party,
  measurements: measurement,
  values: {
    nl: 'Van {patient} komt nooit een waarde van “{name}”: die bestaat niet.',
    en: 'No value of “{name}” ever comes from {patient}: it does not exist.',
  },
  measurables: {
    nl: '{patient} krijgt nooit de vraag naar “{name}”: die meting of vragenlijst bestaat niet.',
    en: '{patient} is never asked for “{name}”: that measurement or questionnaire does not exist.',
  },
  items: {
    nl: 'Aan {patient} wordt “{name}” nooit gevraagd: die vraag bestaat niet.',
    en: '{patient} is never asked “{name}”: that item does not exist.',
  },
  scores: {
    nl: 'Voor {patient} wordt “{name}” nooit berekend: die score bestaat niet.',
    en: 'For {patient} “{name}” is never computed: that score does not exist.',
  },
  baselines: {
    nl: 'Bij {patient} is er niets om mee te vergelijken: de uitgangswaarde “{name}” bestaat niet.',
    en: 'For {patient} there is nothing to compare with: the baseline “{name}” does not exist.',
  },
  events: {
    nl: 'Voor {patient} wordt “{name}” nooit gemeld: dat bericht van buiten bestaat niet.',
    en: 'For {patient} “{name}” is never reported: that event does not exist.',
  },
  schedules: {
    nl: '{patient} meet nooit volgens “{name}”: dat meetschema bestaat niet.',
    en: '{patient} never measures by “{name}”: that schedule does not exist.',
  },
  calendars: {
    nl: 'Bij {patient} is niet te zeggen wanneer er iemand is: de kalender “{name}” bestaat niet.',
    en: 'For {patient} nobody can say when somebody is there: the calendar “{name}” does not exist.',
  },
  parameters: {
    nl: 'Voor {patient} geldt hier geen grens: de persoonlijke grens “{name}” bestaat niet.',
    en: 'For {patient} no limit holds here: the personal limit “{name}” does not exist.',
  },
  messages: {
    nl: '{patient} krijgt geen bericht: “{name}” bestaat niet.',
    en: '{patient} gets no message: “{name}” does not exist.',
  },
  scripts: {
    nl: 'Wie {patient} belt, krijgt geen vragen: het belscript “{name}” bestaat niet.',
    en: 'Who phones {patient} gets no questions: the call script “{name}” does not exist.',
  },
  facts: {
    nl: 'Van {patient} wordt “{name}” nooit gevraagd: dat gegeven bestaat niet.',
    en: '{patient} is never asked for “{name}”: that fact does not exist.',
  },
  thresholds: {
    nl: 'Bij {patient} wordt nooit op “{name}” gelet: die drempel bestaat niet.',
    en: 'For {patient} nobody looks at “{name}”: that threshold does not exist.',
  },
  evidence: {
    nl: 'Wie wil nazien waarom dit voor {patient} geldt, vindt niets: de bron “{name}” bestaat niet.',
    en: 'Who wants to see why this holds for {patient} finds nothing: the source “{name}” does not exist.',
  },
}
