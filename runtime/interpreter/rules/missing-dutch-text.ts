/** Rule `missing-dutch-text`: what a clinician or patient reads is there, in Dutch. */
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import type { Part } from '../reading/references.ts'
import { fill } from '../say.ts'
import { isObject, objectsIn } from '../walk.ts'
import { partsWritten, statesOf } from './reasoning/walked.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  noDutch: {
    nl: 'Hier ontbreekt de Nederlandse tekst. Voeg “nl” toe.',
    en: 'The Dutch text is missing here. Add “nl”.',
  },
  noDutchExample: {
    nl: 'Een patiënt of zorgverlener die Nederlands leest, krijgt hier: “{text}”.',
    en: 'A patient or clinician who reads Dutch gets this here: “{text}”.',
  },
  noTitle: {
    nl: '“{name}” heeft geen titel. Voeg een “title” toe met een Nederlandse tekst.',
    en: '“{name}” has no title. Add a “title” with a Dutch text.',
  },
}

const nurseReads = {
  nl: 'De verpleegkundige leest bij een patiënt “{name}” in plaats van een gewone naam.',
  en: 'For a patient, the nurse reads “{name}” instead of an ordinary name.',
}

/** Parts whose title is read by somebody, and what they read without one. */
const readers = {
  facts: {
    nl: 'Bij de aanmelding van een patiënt staat er “{name}” in plaats van een vraag.',
    en: 'When a patient is registered, “{name}” stands there instead of a question.',
  },
  measurements: {
    nl: 'Een patiënt leest “{name}” in plaats van wat er gemeten moet worden.',
    en: 'A patient reads “{name}” instead of what to measure.',
  },
  questionnaires: {
    nl: 'Een patiënt leest “{name}” boven de vragen.',
    en: 'A patient reads “{name}” above the questions.',
  },
  scores: nurseReads,
  baselines: nurseReads,
  events: nurseReads,
  parameters: {
    nl: 'De praktijk leest bij een patiënt “{name}” in plaats van de naam van de grens.',
    en: 'For a patient, the practice reads “{name}” instead of what the limit is called.',
  },
  thresholds: {
    nl: 'De verpleegkundige leest bij een melding van een patiënt “{name}” in plaats van wat er aan de hand is.',
    en: 'With an alert of a patient, the nurse reads “{name}” instead of what is the matter.',
  },
}

const stateReaders = {
  nl: 'Bij een patiënt in deze fase leest de verpleegkundige “{name}”.',
  en: 'For a patient in this state, the nurse reads “{name}”.',
}

export const missingDutchText: Rule = {
  code: 'missing-dutch-text',
  check: (pathway) => [
    ...partsWritten(pathway).flatMap((part) => withoutDutch(part) ?? []),
    ...titledParts(pathway).flatMap((part) => withoutTitle(pathway, part) ?? []),
  ],
}

/** A text in another language only. An empty one, or one with a slip in its keys, is reported by the reading. */
function withoutDutch({ path, value, schema }: Part): Draft | null {
  if (!schema.properties?.nl || !schema.properties.en || !isObject(value)) return null
  const keys = Object.keys(value)
  if (keys.length === 0 || keys.some((key) => key !== 'en')) return null
  const { en } = value as { en?: unknown }
  const example = typeof en === 'string' ? fill(words.noDutchExample, { text: en }) : undefined
  return { path, message: words.noDutch, example }
}

type Titled = { path: string; name: string; part: object; reader: BothLanguages }

function titledParts(pathway: Examined): Titled[] {
  const named = (Object.keys(readers) as (keyof typeof readers)[]).flatMap((section) =>
    objectsIn<object>(pathway.definition[section]).map(([name, part]) => ({
      path: below(`/${section}`, name),
      name,
      part,
      reader: readers[section],
    })),
  )
  const states = statesOf(pathway).map(({ path, id, state }) => ({ path, name: id, part: state, reader: stateReaders }))
  return [...named, ...states]
}

function withoutTitle({ broken }: Examined, { path, name, part, reader }: Titled): Draft | null {
  if ('title' in part || 'exit' in part || broken(path)) return null
  const [message, example] = [fill(words.noTitle, { name }), fill(reader, { name })]
  return { path, at: 'key', severity: 'warning', message, example }
}
