/** The rules, in the order in which a newcomer would read them. Each has a page and cases of the same name. */
import { bandGap } from './band-gap.ts'
import { bandOverlap } from './band-overlap.ts'
import { duplicateName } from './duplicate-name.ts'
import { clockChangeWindow } from './clock-change-window.ts'
import { overlappingWindows } from './overlapping-windows.ts'
import { reminderTooLate } from './reminder-too-late.ts'
import { usedNotMeasured } from './used-not-measured.ts'
import { measuredNotUsed } from './measured-not-used.ts'
import { shadowedTransition } from './shadowed-transition.ts'
import { competingTransitions } from './competing-transitions.ts'
import { nonsensicalLimits } from './nonsensical-limits.ts'
import { invalidCode } from './invalid-code.ts'
import { unitMismatch } from './unit-mismatch.ts'
import { missingDutchText } from './missing-dutch-text.ts'
import { noWayOut } from './no-way-out.ts'
import { routeHole } from './route-hole.ts'
import { alertLoad } from './alert-load.ts'
import { decisionNobodyMayTake } from './decision-nobody-may-take.ts'
import { endlessLoop } from './endless-loop.ts'
import { missingEvidence } from './missing-evidence.ts'
import { anyApart } from './any-apart.ts'
import { mixedAny } from './mixed-any.ts'
import { noWithdrawal } from './no-withdrawal.ts'
import { plainLanguage } from './plain-language.ts'
import { unansweredAlert } from './unanswered-alert.ts'
import { unboundedMemory } from './unbounded-memory.ts'
import { uncoveredHours } from './uncovered-hours.ts'
import { upgradeWithoutTarget } from './upgrade-without-target.ts'
import { daysAndEvery } from './days-and-every.ts'
import { remeasureTooShort } from './remeasure-too-short.ts'
import type { Rule } from './rule.ts'
import { thresholdNeverFires } from './threshold-never-fires.ts'
import { thresholdWithoutRoute } from './threshold-without-route.ts'
import { unknownName } from './unknown-name.ts'
import { unreachableState } from './unreachable-state.ts'

export const rules: readonly Rule[] = [
  unknownName,
  duplicateName,
  invalidCode,
  unitMismatch,
  unreachableState,
  noWayOut,
  shadowedTransition,
  competingTransitions,
  noWithdrawal,
  decisionNobodyMayTake,
  endlessLoop,
  thresholdNeverFires,
  usedNotMeasured,
  measuredNotUsed,
  mixedAny,
  anyApart,
  bandGap,
  bandOverlap,
  nonsensicalLimits,
  unboundedMemory,
  remeasureTooShort,
  daysAndEvery,
  thresholdWithoutRoute,
  routeHole,
  unansweredAlert,
  uncoveredHours,
  alertLoad,
  reminderTooLate,
  overlappingWindows,
  clockChangeWindow,
  missingDutchText,
  plainLanguage,
  missingEvidence,
  upgradeWithoutTarget,
]
