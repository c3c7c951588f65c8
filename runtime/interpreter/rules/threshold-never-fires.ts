/** Rule `threshold-never-fires`: every threshold, and every condition of a transition, can be true for some patient. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../finding.ts'
import { below } from '../pointer.ts'
import { say } from '../say.ts'
import { conditionsIn, partsOf, type ConditionPart, type ConditionRoot } from '../walk.ts'
import { contradictionExample, outOfReachExample } from './reasoning/never.ts'
import type { Examined, Rule } from './rule.ts'
import { alternatives, possible } from './reasoning/satisfiable.ts'
import { scarcity } from './reasoning/scarcity.ts'
import { clause } from './reasoning/wording.ts'

type Draft = Omit<Finding, 'code'>

export const thresholdNeverFires: Rule = {
  code: 'threshold-never-fires',
  check: (pathway) =>
    conditionsIn(pathway.definition)
      .filter(({ use, path }) => (use === 'threshold' || use === 'guard') && !pathway.broken(path))
      .flatMap((root) => findings(pathway, root)),
}

function findings(pathway: Examined, root: ConditionRoot): Draft[] {
  const { definition } = pathway
  const plain = plainParts(root)
  const unreachable = plain.filter(({ condition }) => !possible(definition, [{ condition, negated: false }]))
  const scarce = plain.flatMap((part) => scarcity(pathway, root, part) ?? [])
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
  const message = say(severity === 'error' ? 'never-fires' : 'never-fires-part', about)
  return { path, severity, message, example: outOfReachExample(definition, condition) }
}

function contradiction(definition: PathwayDefinition, { path, condition }: ConditionRoot): Draft {
  const message = say('never-fires-contradiction', { clause: clause(definition, condition) })
  return { path, severity: 'error', message, example: contradictionExample(definition, condition) }
}
