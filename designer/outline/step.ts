/** A step of a route in a few words: who, and within what time. */
import { durationIn, titleIn } from '../../runtime/interpreter/sentence.ts'
import type { PathwayDefinition, RouteStep } from '../../schemas/index.ts'
import type { Language } from '../language.ts'
import { text } from '../texts/text.ts'

export function routeStepSentence(
  definition: PathwayDefinition,
  step: RouteStep,
  index: number,
  language: Language,
): string {
  const party = titleIn(definition, 'parties', String(step.to), language)
  return text('outline.step', { number: index + 1, party, within: durationIn(String(step.within), language) })
}
