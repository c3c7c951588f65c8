/** The public names of the interpreter: pure functions from a text to a pathway, and from a record and an event to the next record. */
export { compileCalendar } from './time/calendar.ts'
export { check } from './check.ts'
export { compile } from './compile.ts'
export type { PathwayDocument, Place } from './document.ts'
export { addDuration, durationText, parseDuration, type Duration } from './time/duration.ts'
export type * from './enrolment.ts'
export { examine } from './examine.ts'
export { explain } from './explain.ts'
export { include, type InclusionAnswer, type InclusionReason } from './include.ts'
export { parse } from './parse.ts'
export type * from './pathway.ts'
export type * from './problem.ts'
export {
  conditionSentence,
  routeSentence,
  scheduleSentence,
  thresholdSentence,
  transitionSentence,
} from './sentence.ts'
export { readShared, type SharedParts } from './reading/shared-file.ts'
export { start, step } from './step.ts'
export type * from './trace.ts'
export { upgrade, type Blocked, type UpgradeResult } from './upgrade.ts'
export { advance, nextWake, plannedWindows } from './wake.ts'
export { atLocal, dayFromText, dayOf, dayText, instantFromText, localText, minuteOf, weekday } from './time/zone.ts'
export { upgradeProblems, type UpgradeProblem } from './rules/upgrade-without-target.ts'
