/** Conditions as functions: three-valued truth after Kleene, with an account of how it came about. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { comparison } from './comparison.ts'
import type { Enrolment, Instant, Reading } from '../enrolment.ts'
import type { Stay } from '../pathway.ts'
import type { Situation } from './situation.ts'
import { subjectOf } from '../subjects/index.ts'
import type { ConditionTrace, Truth } from '../trace.ts'

/** What of the pathway a condition needs for its compilation. `stay`: what `inState` is counted from; the state itself unless the condition belongs to a phase. */
export type ConditionContext = { definition: PathwayDefinition; zone: string; stay?: Stay }

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
  /** Whether it is about a value that has just arrived: what is kept cannot make it true without a new reading. */
  single: boolean
  /** Whether time alone never makes it true or false, nor the end of a window in which something came, where none before it was missed. */
  steady: boolean
  /** The instants at which time alone may change it (`since`), in no order, also past ones; absent where it cannot. */
  instants?: (enrolment: Enrolment) => Instant[]
}

/** Compiles a condition that the checks have accepted. `path` is its JSON Pointer. */
export function compileCondition(condition: Condition, path: string, context: ConditionContext): CompiledCondition {
  if (condition.all) return combine('all', condition.all, path, context)
  if (condition.any) return combine('any', condition.any, path, context)
  if (condition.not) return negate(compileCondition(condition.not, `${path}/not`, context), path)
  const subject = subjectOf(condition)
  if (subject === null) throw new TypeError(`The condition at ${path} says nothing`)
  return subject.compared ? comparison(subject, condition, path, context) : subject.compile(condition, path, context)
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
    single: parts.some((part) => part.single),
    steady: parts.every((part) => part.steady),
    ...instantsOf(parts),
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

function instantsOf(parts: CompiledCondition[]): Pick<CompiledCondition, 'instants'> {
  const turning = parts.flatMap(({ instants }) => instants ?? [])
  return turning.length === 0 ? {} : { instants: (enrolment) => turning.flatMap((each) => each(enrolment)) }
}

function unique(readings: Reading[]): Reading[] {
  return [...new Set(readings)]
}
