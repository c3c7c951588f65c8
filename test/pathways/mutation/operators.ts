/** The ways in which authors go wrong: a fixed list, each as likely as another. */
import { comparator, limit } from './comparing.ts'
import { guard, level, routeStep, schedule, threshold, transition } from './dropping.ts'
import type { Operator } from './mutant.ts'

export const operators: readonly Operator[] = [
  comparator,
  limit,
  transition,
  threshold,
  routeStep,
  schedule,
  guard,
  level,
]
