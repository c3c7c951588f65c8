/** The parts of a pathway as a clinician's sentences, in Dutch and English: for forms, labels, traces and reasons. */
export { clauseIn, conditionSentence } from './sentences/condition.ts'
export { durationIn, limitIn, quantity, textOf, titleIn, unitIn } from './sentences/names.ts'
export { routeSentence } from './sentences/route.ts'
export { scheduleSentence } from './sentences/schedule.ts'
export { thresholdSentence } from './sentences/threshold.ts'
export { transitionSentence } from './sentences/transition.ts'
