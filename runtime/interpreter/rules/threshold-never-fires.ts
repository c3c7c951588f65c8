/** Rule `threshold-never-fires`: every threshold, and every condition of a transition, can be true for some patient. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { partsOf, type ConditionPart, type ConditionRoot } from '../walk.ts'
import { contradictionExample, outOfReachExample } from './reasoning/never.ts'
import type { Draft, Examined, Rule } from './rule.ts'
import { alternatives, possible } from './reasoning/satisfiable.ts'
import { scarceBaselines, scarcity } from './reasoning/scarcity.ts'
import { conditionsOf } from './reasoning/walked.ts'
import { clause } from './reasoning/wording.ts'

const words = {
  never: {
    nl: 'Dit kan nooit waar zijn: “{clause}”. Zo’n waarde komt bij deze meting niet voor, of wordt niet beoordeeld. Pas de grens aan, of de mogelijke waarden van de meting.',
    en: 'This can never be true: “{clause}”. This measurement has no such value, or it is not evaluated. Change the limit, or the plausible values of the measurement.',
  },
  part: {
    nl: 'Dit deel kan nooit waar zijn: “{clause}”. Pas de grens aan, of verwijder dit deel.',
    en: 'This part can never be true: “{clause}”. Change the limit, or remove this part.',
  },
  contradiction: {
    nl: 'Dit kan nooit waar zijn: de delen spreken elkaar tegen (“{clause}”). Pas een van de grenzen aan, of gebruik any.',
    en: 'This can never be true: the parts contradict one another (“{clause}”). Change one of the limits, or use any.',
  },
}

export const thresholdNeverFires: Rule = {
  code: 'threshold-never-fires',
  check: (pathway) => [
    ...conditionsOf(pathway)
      .filter(({ use, path }) => (use === 'threshold' || use === 'guard') && !pathway.broken(path))
      .flatMap((root) => findings(pathway, root)),
    ...scarceBaselines(pathway),
  ],
}

function findings(pathway: Examined, root: ConditionRoot): Draft[] {
  const { definition } = pathway
  const plain = plainParts(root)
  const unreachable = plain.filter(({ condition }) => !possible(definition, [{ condition, negated: false }]))
  const scarce = plain
    .filter(({ condition }) => !unreachable.some((part) => part.condition === condition))
    .flatMap((part) => scarcity(pathway, root, part) ?? [])
  const dead = new Set([
    ...unreachable.map(({ condition }) => condition),
    ...scarce.filter(({ severity }) => severity === 'error').map(({ condition }) => condition),
  ])
  const severity = canBeTrue(definition, root.condition, dead) ? 'warning' : 'error'
  const parts: Draft[] = [
    ...unreachable.map((part) => outOfReach(definition, part, severity)),
    ...scarce.map(({ condition: _about, ...draft }): Draft => ({
      ...draft,
      severity: draft.severity === 'error' ? severity : (draft.severity ?? 'hint'),
    })),
  ]
  return severity === 'error' && dead.size === 0 ? [contradiction(definition, root)] : parts
}

/** The conditions without combinations that are not inside a `not`: one of those that is never true makes the whole more true, not less. */
function plainParts(root: ConditionPart): ConditionPart[] {
  const turned = partsOf(root)
    .filter(({ condition }) => condition.not)
    .map(({ path }) => below(path, 'not'))
  return partsOf(root).filter(
    ({ path, condition }) =>
      !condition.all && !condition.any && !condition.not && !turned.some((not) => path.startsWith(not)),
  )
}

/** Whether some alternative remains without the parts that can never be true. */
function canBeTrue(definition: PathwayDefinition, condition: Condition, dead: ReadonlySet<Condition>): boolean {
  const ways = alternatives(condition)
  return (
    ways === null ||
    ways.some(
      (way) => !way.some(({ condition: part, negated }) => !negated && dead.has(part)) && possible(definition, way),
    )
  )
}

function outOfReach(
  definition: PathwayDefinition,
  { path, condition }: ConditionPart,
  severity: 'error' | 'warning',
): Draft {
  const about = { clause: clause(definition, condition) }
  const message = fill(severity === 'error' ? words.never : words.part, about)
  return { path, severity, message, example: outOfReachExample(definition, condition) }
}

function contradiction(definition: PathwayDefinition, { path, condition }: ConditionRoot): Draft {
  const message = fill(words.contradiction, { clause: clause(definition, condition) })
  return { path, severity: 'error', message, example: contradictionExample(definition, condition) }
}
