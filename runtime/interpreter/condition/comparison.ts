/** A subject held against a limit: the leaves of every condition. */
import type { Condition } from '../../../schemas/index.ts'
import type { Enrolment, Reading, Value } from '../enrolment.ts'
import type { ComparedSubject } from '../subjects/subject.ts'
import type { ConditionTrace, Truth } from '../trace.ts'
import type { CompiledCondition, ConditionContext } from './condition.ts'
import { quotient } from './exact.ts'
import type { Finding, Found } from './found.ts'
import { rightSide, type RightSide } from './right-side.ts'
import type { Situation } from './situation.ts'

export function comparison(
  subject: ComparedSubject,
  condition: Condition,
  path: string,
  context: ConditionContext,
): CompiledCondition {
  const compiled = subject.compile(condition, context)
  const { find, instants } = compiled
  const side = rightSide(condition, context, compiled.precision)
  const readings = (situation: Situation, found: Found): Reading[] =>
    compiled.readings?.(situation) ?? (found.reading ? [found.reading] : [])
  return {
    path,
    test: (situation) => truthOf(find(situation), side, situation.enrolment),
    trace: (situation) => account(find(situation), side, path, situation, readings),
    behind: (situation) => {
      const found = decisive(find(situation), side, situation.enrolment)
      return found === null ? [] : readings(situation, found)
    },
    measurements: new Set(compiled.measurements),
    window: compiled.window,
    single: compiled.single,
    steady: compiled.steady ?? false,
    ...(instants ? { instants: (enrolment: Enrolment) => instants(enrolment, side.turns(enrolment)) } : {}),
  }
}

function truthOf(finding: Finding, side: RightSide, enrolment: Enrolment): Truth {
  if (Array.isArray(finding)) return finding.some((one) => side.holds(one, enrolment))
  return finding.kind === 'missing' ? null : side.holds(finding, enrolment)
}

/** Of several values that arrived together the one that makes it true, else the last. */
function decisive(finding: Finding, side: RightSide, enrolment: Enrolment): Found | null {
  if (Array.isArray(finding)) return finding.find((one) => side.holds(one, enrolment)) ?? finding.at(-1)!
  return finding.kind === 'missing' ? null : finding
}

function account(
  finding: Finding,
  side: RightSide,
  path: string,
  situation: Situation,
  readings: (situation: Situation, found: Found) => Reading[],
): ConditionTrace {
  const { enrolment } = situation
  const limit = side.limit(enrolment)
  const start = { path, truth: truthOf(finding, side, enrolment), ...(limit ? { limit } : {}) }
  const found = decisive(finding, side, enrolment)
  if (found === null) {
    const { kind: _missing, ...why } = finding as Extract<Finding, { kind: 'missing' }>
    return { ...start, ...why }
  }
  const behind = readings(situation, found)
  return {
    ...start,
    value: valueOf(found),
    readings: behind.map(({ id, measurement, at, value }) => ({ id, measurement, at, value })),
  }
}

/** The value as people read it: a mean to two decimals, a small one to three figures, a reading as it was sent. */
function valueOf(found: Found): Value {
  if (found.kind !== 'number') return found.value
  const value = quotient(found.sum, found.count)
  if (found.count === 1) return value
  return Math.abs(value) < 1 ? Number(value.toPrecision(3)) : Math.round(value * 100) / 100
}
