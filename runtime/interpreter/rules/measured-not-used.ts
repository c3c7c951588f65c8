/** Rule `measured-not-used`: what a patient is asked to measure, somebody or something looks at. */
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { lived, objectsIn } from '../walk.ts'
import { once } from './reasoning/once.ts'
import { valueTitled } from './reasoning/values.ts'
import { leafStatesOf, namesWritten } from './reasoning/walked.ts'
import { lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: '“{value}” wordt gevraagd, maar geen drempel, overgang, score, uitgangswaarde of indicator gebruikt het. Gebruik het, of vraag het niet.',
    en: '“{value}” is asked for, but no threshold, transition, score, baseline or indicator uses it. Use it, or do not ask for it.',
  },
  example: {
    nl: 'Een patiënt met “{schedule}” geeft om de {every} antwoord op “{value}”, en er gebeurt nooit iets mee.',
    en: 'A patient on “{schedule}” answers “{value}” every {every}, and nothing is ever done with it.',
  },
  score: {
    nl: '“{value}” wordt berekend, maar geen drempel, overgang, andere score, uitgangswaarde of indicator gebruikt het. Gebruik de score, of laat haar weg.',
    en: '“{value}” is computed, but no threshold, transition, other score, baseline or indicator uses it. Use the score, or leave it out.',
  },
  scoreExample: {
    nl: 'Hoe hoog “{value}” bij een patiënt ook is, er komt nooit een melding van.',
    en: 'However high “{value}” is for a patient, it never raises an alert.',
  },
}

export const measuredNotUsed: Rule = {
  code: 'measured-not-used',
  // A part that cannot be read may be the one that uses it.
  check: (pathway) => (users.some(pathway.broken) ? [] : [...measured(pathway), ...computed(pathway)]),
}

const users = ['/thresholds', '/states', '/always', '/scores', '/baselines', '/indicators']

/** Every name of a value that stands where something is done with it. Asking for it, or limiting it, does nothing by itself. */
const used = once(
  (pathway: Examined): Set<string> =>
    new Set(
      namesWritten(pathway)
        .filter(
          ({ path, section }) =>
            ofValues.has(section) && !path.startsWith('/schedules/') && !path.startsWith('/parameters/'),
        )
        .map(({ name }) => name),
    ),
)

const ofValues = new Set(['measurements', 'items', 'scores', 'values'])

/** The first schedule that asks for a value says so. Where a nurse sees every submission, she uses what is in it. */
function measured(pathway: Examined): Draft[] {
  const { definition } = pathway
  const told = new Set<string>()
  return objectsIn(definition.schedules).flatMap(([schedule, { measure, every }]) => {
    if (isReviewed(pathway, schedule) || pathway.broken(below('/schedules', schedule))) return []
    return measure.flatMap((name, index) =>
      unused(pathway, name, below('/schedules', schedule, 'measure', index)).flatMap(({ value, ...place }) => {
        if (told.has(value)) return []
        told.add(value)
        const about = {
          value: valueTitled(definition, value),
          schedule: titled(definition, 'schedules', schedule),
          every: lasting(every),
        }
        return [{ ...place, message: fill(words.message, about), example: fill(words.example, about) }]
      }),
    )
  })
}

const isReviewed = (pathway: Examined, schedule: string): boolean =>
  leafStatesOf(pathway).some((part) => {
    const { review, schedules } = lived(part)
    return review === 'all' && (schedules ?? []).includes(schedule)
  })

type Unused = Pick<Draft, 'path' | 'at' | 'severity'> & { value: string }

/** Of a questionnaire of which some items are used, the others may belong to it: they are only a hint. */
function unused(pathway: Examined, name: string, path: string): Unused[] {
  const items = Object.keys(pathway.definition.questionnaires?.[name]?.items ?? {})
  const idle = (items.length > 0 ? items : [name]).filter((value) => !used(pathway).has(value))
  if (!pathway.names('values')?.includes(idle[0] ?? '')) return []
  if (items.length === 0) return idle.map((value) => ({ value, path, severity: 'warning' }))
  if (idle.length === items.length) return [{ value: idle[0]!, path, severity: 'warning' }]
  return idle.map((value) => ({
    value,
    path: below('/questionnaires', name, 'items', value),
    at: 'key',
    severity: 'hint',
  }))
}

const computed = (pathway: Examined): Draft[] =>
  objectsIn(pathway.definition.scores)
    .filter(([name]) => !used(pathway).has(name))
    .map(([name]) => {
      const about = { value: valueTitled(pathway.definition, name) }
      return {
        path: below('/scores', name),
        at: 'key',
        severity: 'hint',
        message: fill(words.score, about),
        example: fill(words.scoreExample, about),
      }
    })
