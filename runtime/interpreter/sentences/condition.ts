/** A condition as a clinician says it. */
import type { Condition, Limit, PathwayDefinition } from '../../../schemas/index.ts'
import { comparators, present, subjects, type Comparator, type Subject } from '../reading/condition.ts'
import { listed, sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { isObject, objectsIn } from '../walk.ts'
import { durationIn, limitIn, quantity, quoted, titleIn, unitIn } from './names.ts'

type About = { definition: PathwayDefinition; condition: Condition; language: Language }

/**
 * A condition as a whole sentence part, from `als` on.
 *
 * @example als het gemiddelde van Bovendruk over 7 dagen, bij ten minste 12 metingen, 135 mmHg of hoger is
 */
export const conditionSentence = (definition: PathwayDefinition, condition: Condition, language: Language): string =>
  sayIn(language, 'if', { clause: clauseIn(soundDefinition(definition), condition, language) })

/** The same without `als`, to stand inside another sentence. Empty for what says nothing yet. */
export function clauseIn(definition: PathwayDefinition, condition: Condition | undefined, language: Language): string {
  if (!isObject(condition)) return ''
  const inside = (child: Condition | undefined): string => clauseIn(definition, child, language)
  const { all, any, not } = condition
  if (all !== undefined)
    return joined(
      objectsIn(all).map(([, child]) => bracketed(inside(child), child.any)),
      language,
      'and',
    )
  if (any !== undefined)
    return joined(
      objectsIn(any).map(([, child]) => bracketed(inside(child), child.all)),
      language,
      'or',
    )
  if (not !== undefined) return sayIn(language, 'not', { clause: bracketed(inside(not), not.all ?? not.any) })
  return simple({ definition, condition, language })
}

/** Clauses that hold a comma of their own are parted clearly by the joining word alone. */
const joined = (clauses: string[], language: Language, joint: 'and' | 'or'): string =>
  clauses.filter((clause) => clause !== '').join(` ${sayIn(language, joint)} `)

const bracketed = (clause: string, inside: unknown[] | undefined): string =>
  (inside?.length ?? 0) > 1 ? `(${clause})` : clause

function simple(about: About): string {
  const { condition, language } = about
  const subject = present(condition, subjects)[0]
  if (subject === undefined) return ''
  if (subject === 'inState')
    return sayIn(language, 'in-state', { duration: durationIn(String(condition.inState), language) })
  const comparator = present(condition, comparators)[0]
  if (comparator === undefined) return subjectIn(about, subject)
  return sayIn(language, 'compared', {
    subject: subjectIn(about, subject),
    comparison: comparison(about, subject, comparator),
  })
}

function subjectIn({ definition, condition, language }: About, subject: Exclude<Subject, 'inState'>): string {
  const name = String(condition[subject])
  const over =
    condition.over === undefined
      ? ''
      : sayIn(language, 'over', { duration: durationIn(String(condition.over), language) })
  switch (subject) {
    case 'measurement':
      return named(titleIn(definition, 'measurements', name, language), condition, language)
    case 'mean':
      return (
        sayIn(language, 'mean-of', { name: titleIn(definition, 'measurements', name, language) }) +
        over +
        readings(condition, language)
      )
    case 'missed':
      return (
        sayIn(language, condition.inARow ? 'missed-in-a-row' : 'missed', {
          name: titleIn(definition, 'schedules', name, language),
        }) + over
      )
    case 'adherence':
      return sayIn(language, 'adherence', { name: titleIn(definition, 'schedules', name, language) }) + over
    case 'alerts':
      return sayIn(language, 'alerts', { level: levelIn(name, language) }) + over
    case 'fact':
      return named(titleIn(definition, 'facts', name, language), condition, language)
    case 'parameter':
      return sayIn(language, 'the-limit', { limit: titleIn(definition, 'parameters', name, language) })
  }
}

const levelIn = (level: string, language: Language): string =>
  level === 'red' || level === 'amber' || level === 'green' ? sayIn(language, `level-${level}`) : level

/** Of a question with yes or no it is the answer that is compared. */
const named = (title: string, { is }: Condition, language: Language): string =>
  typeof is === 'boolean' ? sayIn(language, 'answer-to', { question: title }) : quoted(title)

const readings = ({ readings: number }: Condition, language: Language): string =>
  number === undefined ? '' : sayIn(language, number === 1 ? 'with-one-reading' : 'with-readings', { number })

/** How counts and how values are compared: 4 of meer, 135 of hoger. */
const counted: readonly Subject[] = ['missed', 'alerts']

function comparison(about: About, subject: Subject, comparator: Comparator): string {
  const { definition, condition, language } = about
  const unit = unitOf(about, subject)
  if (comparator === 'is') return answer(condition.is, unit, language)
  if (comparator === 'oneOf')
    return listed(
      (Array.isArray(condition.oneOf) ? condition.oneOf : []).map((value) => answer(value, unit, language)),
      language,
      'or',
    )
  if (comparator === 'between') {
    const { from, to } = isObject(condition.between) ? condition.between : { from: '', to: '' }
    return sayIn(language, 'between', { from: quantity(from, '', language), to: quantity(to, unit, language) })
  }
  const limit = condition[comparator] as Limit
  if (limit === 0 && comparator === 'atMost' && counted.includes(subject)) return '0'
  const words = isObject(limit) ? 'limit' : counted.includes(subject) ? 'count' : 'value'
  return sayIn(language, `${comparator}-${words}`, { limit: limitIn(definition, limit, unit, language) })
}

function answer(value: unknown, unit: string, language: Language): string {
  if (typeof value === 'boolean') return sayIn(language, value ? 'yes' : 'no')
  return typeof value === 'number' ? quantity(value, unit, language) : `“${String(value)}”`
}

function unitOf({ definition, condition, language }: About, subject: Subject): string {
  if (subject === 'adherence') return '%'
  const measurement =
    condition.measurement ?? condition.mean ?? definition.parameters?.[condition.parameter ?? '']?.measurement
  const unit =
    subject === 'fact'
      ? definition.facts?.[condition.fact ?? '']?.unit
      : definition.measurements?.[measurement ?? '']?.unit
  return unitIn(unit, language)
}
