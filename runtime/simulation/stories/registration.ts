/** Registers the patient of a story on its pathways, and says when the answer is another than it tells. */
import type { Instant } from '../../interpreter/enrolment.ts'
import { include, type InclusionReason } from '../../interpreter/include.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import type { Registration } from '../patient.ts'
import { say } from '../say.ts'
import { difference, fail, type Telling, whereAndWhen } from './telling.ts'

/** The pathways on which the patient is enrolled; null when the story ends with the registration. */
export function register(telling: Telling, start: Instant): Registration[] | null {
  const { pathway, story, path, witness, others } = telling
  const { registration = 'included', facts = {}, also = [] } = story
  witness.registered?.(pathway, facts)
  const known = [
    { pathway, facts, expected: registration, path: `${path}/${story.registration ? 'registration' : 'facts'}` },
  ]
  for (const [index, one] of also.entries()) {
    const other = others(one.pathway)
    const where = `${path}/also/${index}/facts`
    if (other) known.push({ pathway: other, facts: one.facts ?? {}, expected: 'included', path: where })
  }
  const answers = known.map((one) => isAsExpected(telling, one, start))
  return answers.every(Boolean) && registration === 'included' ? known : null
}

function isAsExpected(
  telling: Telling,
  { pathway, facts, expected, path }: Registration & { expected: string; path: string },
  start: Instant,
): boolean {
  const { answer, reasons } = include(pathway, facts)
  if (answer === expected) return true
  const key = 'registration'
  fail(telling, start, { ...difference(path, key, expected, answer), why: reasons.map(inclusionReason) })
  telling.diffs.push({
    ...whereAndWhen(telling, path, start),
    lines: [
      { sign: '-', text: `${key}: ${expected}` },
      { sign: '+', text: `${key}: ${answer}` },
    ],
  })
  return false
}

/** The author's own reason, or the fact that is missing or decided. */
function inclusionReason({ condition, missing, text, path }: InclusionReason): BothLanguages {
  const name = condition.fact ?? path
  if (missing) return say('why.fact-missing', { name })
  return text?.nl === undefined ? say('why.fact-decided', { name }) : { nl: text.nl, en: text.en ?? text.nl }
}
