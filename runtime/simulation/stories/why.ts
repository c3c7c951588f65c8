/** Why an expected alert did not come: what became of its threshold or transition when it was last looked at. */
import type { ExpectedAlert } from '../../../schemas/generated/scenarios.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { BothLanguages } from '../../interpreter/problem.ts'
import type { ConditionTrace, Look } from '../../interpreter/trace.ts'
import { localText } from '../../interpreter/time/zone.ts'
import { say } from '../say.ts'

/** One reason for each expected alert that names its threshold or transition, and that the looks since the step before do not explain away. */
export function reasonsFor(expected: ExpectedAlert[], looks: Look[], zone: string): BothLanguages[] {
  const names = new Set(expected.flatMap(({ threshold, transition }) => threshold ?? transition ?? []))
  return [...names].flatMap((name) => {
    const look = looks.findLast(({ id }) => id === name || id === `threshold:${name}`)
    if (!look) return [say('why.not-looked-at', { name })]
    if (look.outcome === 'fired' || look.outcome === 'taken') return []
    return [
      say('why', {
        name,
        at: clock(zone, look.at),
        outcome: say(`why.${look.outcome}`),
        missing: missingIn(look.condition),
      }),
    ]
  })
}

/** What an unknown condition lacked: `(10 van 12 metingen)`. */
function missingIn(condition: ConditionTrace | undefined): BothLanguages {
  const lacking = leaves(condition).find(({ truth, missing }) => truth === null && missing !== undefined)
  if (!lacking?.missing) return { nl: '', en: '' }
  return say(`why.${lacking.missing}`, { found: lacking.found ?? 0, needed: lacking.needed ?? 0 })
}

const leaves = (condition: ConditionTrace | undefined): ConditionTrace[] =>
  condition ? [condition, ...(condition.children ?? []).flatMap(leaves)] : []

const clock = (zone: string, at: Instant): string => localText(zone, at).slice(0, 16)
