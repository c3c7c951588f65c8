/** A route as a clinician says it: who is asked, how, and who comes next. */
import type { PathwayDefinition, RouteStep } from '../../../schemas/index.ts'
import { sayIn, type Language } from '../say.ts'
import { soundDefinition } from '../sound.ts'
import { objectsIn } from '../walk.ts'
import { durationIn, titleIn } from './names.ts'

/**
 * The route `name`; empty when there is none of that name.
 *
 * @example Eerst Verpleegkundige monitoringscentrum (op de werklijst, binnen 15 minuten); dan Huisarts (…).
 */
export function routeSentence(written: PathwayDefinition, name: string, language: Language): string {
  const definition = soundDefinition(written)
  const steps = objectsIn(definition.routes?.[name]).map(([, step]) => stepIn(definition, step, language))
  if (steps.length === 0) return ''
  const [first, ...others] = steps
  return (
    [
      sayIn(language, 'first-step', { step: first! }),
      ...others.map((step) => sayIn(language, 'then-step', { step })),
    ].join('; ') + '.'
  )
}

function stepIn(definition: PathwayDefinition, step: RouteStep, language: Language): string {
  const { during, counting, otherwise, repeat } = step
  const details = [
    ...asked(step, language),
    ...(counting === undefined ? [] : [sayIn(language, 'counting-in', { calendar: counting })]),
    ...(during === undefined ? [] : [sayIn(language, 'only-during', { calendar: during })]),
    ...(repeat ? [sayIn(language, 'repeated')] : []),
  ]
  const party = `${titleIn(definition, 'parties', step.to, language)} (${details.join(', ')})`
  if (otherwise === undefined) return party
  const other = `${titleIn(definition, 'parties', otherwise.to, language)} (${asked(otherwise, language).join(', ')})`
  return `${party}${sayIn(language, 'otherwise', { step: other })}`
}

const asked = ({ by, within }: Pick<RouteStep, 'by' | 'within'>, language: Language): string[] => [
  sayIn(language, by === 'phone' ? 'by-phone' : 'by-worklist'),
  sayIn(language, 'within', { duration: durationIn(within, language) }),
]
