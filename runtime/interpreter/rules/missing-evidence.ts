/** Rule `missing-evidence`: every number says where it comes from, and every source is used. */
import type { Condition, EvidenceReference, PathwayDefinition, Text } from '../../../schemas/index.ts'
import { below, keysOf, lastKeyOf } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { fill } from '../say.ts'
import { textOf } from '../sentences/names.ts'
import { isObject, objectsIn } from '../walk.ts'
import { examplePatient } from './reasoning/patient.ts'
import { namesWritten, transitionsOf } from './reasoning/walked.ts'
import { both, lasting } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  missing: {
    nl: 'Hier staat een getal ({number}) zonder bron. Voeg “evidence” toe, met de naam van een bron die onder evidence staat. Een eigen afspraak is ook een bron.',
    en: 'Here is a number ({number}) without a source. Add “evidence”, with the name of a source defined under evidence. An agreement of your own is a source too.',
  },
  missingExample: {
    nl: 'Vraagt een patiënt waarom er bij “{name}” {number} staat, dan is er niets om het in na te zien.',
    en: 'A patient who asks why it says {number} at “{name}” gets no answer: there is nothing to look it up in.',
  },
  missingForPatient: {
    nl: 'Bij {patient} gebeurt er iets om een getal waarvan niemand weet waar het vandaan komt.',
    en: 'For {patient} something happens because of a number of which nobody knows where it comes from.',
  },
  unused: {
    nl: 'Naar de bron “{source}” verwijst niets. Noem haar bij een getal, of verwijder haar.',
    en: 'Nothing points at the source “{source}”. Name it at a number, or remove it.',
  },
  unusedExample: {
    nl: 'Bij geen enkele patiënt gebeurt er iets op grond van “{source}”.',
    en: 'For no patient does anything happen on the ground of “{source}”.',
  },
}

export const missingEvidence: Rule = {
  code: 'missing-evidence',
  check: (pathway) => [...unproven(pathway), ...unused(pathway)],
}

/** A part that can name its evidence, itself answering for all that is in it. Calendars cannot: opening hours are an arrangement. */
type Part = { path: string; value: Proven }
type Proven = { evidence?: EvidenceReference; title?: Text; when?: Condition; if?: Condition }

const sections = [
  'facts',
  'measurements',
  'questionnaires',
  'scores',
  'baselines',
  'parameters',
  'schedules',
  'thresholds',
] as const

function partsOf(pathway: Examined): Part[] {
  const { definition } = pathway
  return [
    ...(isObject(definition.budget) ? [{ path: '/budget', value: definition.budget }] : []),
    ...sections.flatMap((section) => namedParts(section, definition[section])),
    ...(['include', 'exclude'] as const).flatMap((key) => conditions(`/${key}`, definition[key])),
    ...routeSteps(definition),
    ...transitionsOf(pathway).map(({ path, transition }) => ({ path, value: withoutProven(transition) })),
    ...objectsIn(definition.indicators).flatMap(([id, { patientsWhere }]) =>
      conditions(below('/indicators', id, 'patientsWhere'), patientsWhere),
    ),
  ]
}

const namedParts = (section: string, parts: Record<string, Proven> | undefined): Part[] =>
  objectsIn(parts).map(([id, value]) => ({ path: below(`/${section}`, id), value: withoutProven(value) }))

const routeSteps = ({ routes }: PathwayDefinition): Part[] =>
  Object.entries(routes).flatMap(([route, steps]) =>
    objectsIn(steps).map(([index, value]) => ({ path: below('/routes', route, index), value })),
  )

/** A condition that names its evidence answers for all that is in it; otherwise its parts do. */
function conditions(path: string, condition: Condition | undefined): Part[] {
  if (!isObject(condition)) return []
  const { all, any, not, evidence } = condition
  if (evidence || !(all || any || not)) return [{ path, value: condition }]
  const inner = (key: string, list?: Condition[]): Part[] =>
    objectsIn(list).flatMap(([index, one]) => conditions(below(path, key, index), one))
  return [...inner('all', all), ...inner('any', any), ...conditions(below(path, 'not'), not as Condition | undefined)]
}

/** The evidence of a threshold or a guard may stand at its condition instead. */
function withoutProven(value: Proven): Proven {
  const { if: guard, when, ...others } = value
  const proven = conditions('', guard ?? when).every((part) => part.value.evidence)
  return proven && (guard ?? when) ? others : value
}

/** What people read, and codes, are no numbers. */
const apart = new Set(['title', 'because', 'evidence', 'ask', 'intro', 'loinc', 'snomed', 'panel'])

/** The first number in a part, also in a duration or hours of the day; null when there is none. */
function numberIn(value: unknown): string | number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return /^(\d+ [a-z]+|\d\d:\d\d(-\d\d:\d\d)?)$/.test(value) ? value : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = apart.has(key) ? null : numberIn(inner)
    if (found !== null) return found
  }
  return null
}

function unproven(pathway: Examined): Draft[] {
  return partsOf(pathway).flatMap(({ path, value }) => {
    const found = value.evidence === undefined && !pathway.broken(path) ? numberIn(value) : null
    if (found === null) return []
    const about = { number: typeof found === 'string' ? lasting(found) : found, name: nameOf(path, value) }
    const example = exampleOf(pathway, value) ?? fill(words.missingExample, about)
    return [{ path, at: 'key', severity: 'warning', message: fill(words.missing, about), example }]
  })
}

/** The title of a part, else the name under which it stands. */
const nameOf = (path: string, { title }: { title?: Text }): BothLanguages =>
  both((language) => textOf(title, language) ?? keysOf(path)[1] ?? lastKeyOf(path))

/** For a condition: a patient for whom it is true. */
function exampleOf({ definition }: Examined, value: Proven): BothLanguages | null {
  const condition = value.when ?? value.if
  return condition ? fill(words.missingForPatient, { patient: examplePatient(definition, condition) }) : null
}

function unused(pathway: Examined): Draft[] {
  const used = new Set(namesWritten(pathway).flatMap(({ section, name }) => (section === 'evidence' ? [name] : [])))
  return objectsIn(pathway.definition.evidence)
    .filter(([source]) => !used.has(source))
    .map(([source]) => ({
      path: below('/evidence', source),
      at: 'key',
      severity: 'hint',
      message: fill(words.unused, { source }),
      example: fill(words.unusedExample, { source }),
    }))
}
