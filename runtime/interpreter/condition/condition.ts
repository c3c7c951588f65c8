/** Conditions as functions: three-valued truth after Kleene, with an account of how it came about. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { comparison } from './comparison.ts'
import type { Reading } from '../enrolment.ts'
import { inState } from './in-state.ts'
import type { Situation } from './situation.ts'
import type { ConditionTrace, Truth } from '../trace.ts'

/** What of the pathway a condition needs for its compilation. */
export type ConditionContext = { definition: PathwayDefinition; zone: string }

export type CompiledCondition = {
  path: string
  /** True, false, or null when data is missing. */
  test: (situation: Situation) => Truth
  /** The same with every value, limit and reading behind it. */
  trace: (situation: Situation) => ConditionTrace
  /** The readings that make it what it is: true, or false where it stands under a `not`. */
  behind: (situation: Situation) => Reading[]
  /** Names of the measurements it looks at. */
  measurements: Set<string>
  /** Whether it looks back over a window, so that a late reading can change it. */
  window: boolean
}

/** Compiles a condition that the checks have accepted. `path` is its JSON Pointer. */
export function compileCondition(condition: Condition, path: string, context: ConditionContext): CompiledCondition {
  if (condition.all) return combine('all', condition.all, path, context)
  if (condition.any) return combine('any', condition.any, path, context)
  if (condition.not) return negate(compileCondition(condition.not, `${path}/not`, context), path)
  if (condition.inState) return inState(condition.inState, path, context.zone)
  return comparison(condition, path, context)
}

function combine(
  how: 'all' | 'any',
  conditions: Condition[],
  path: string,
  context: ConditionContext,
): CompiledCondition {
  const parts = conditions.map((part, index) => compileCondition(part, `${path}/${how}/${index}`, context))
  const decisive = how === 'any'
  const test = (situation: Situation): Truth => {
    let truth: Truth = !decisive
    for (const part of parts) {
      const partTruth = part.test(situation)
      if (partTruth === decisive) return decisive
      if (partTruth === null) truth = null
    }
    return truth
  }
  return {
    path,
    test,
    trace: (situation) => ({ path, truth: test(situation), children: parts.map((part) => part.trace(situation)) }),
    behind: (situation) => {
      const truth = test(situation)
      return unique(parts.filter((part) => part.test(situation) === truth).flatMap((part) => part.behind(situation)))
    },
    measurements: new Set(parts.flatMap((part) => [...part.measurements])),
    window: parts.some((part) => part.window),
  }
}

function negate(part: CompiledCondition, path: string): CompiledCondition {
  const test = (situation: Situation): Truth => {
    const truth = part.test(situation)
    return truth === null ? null : !truth
  }
  return {
    ...part,
    path,
    test,
    trace: (situation) => ({ path, truth: test(situation), children: [part.trace(situation)] }),
  }
}

function unique(readings: Reading[]): Reading[] {
  return [...new Set(readings)]
}
