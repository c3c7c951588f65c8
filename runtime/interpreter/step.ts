/** The heart: a record, an event and an instant in; the next record and what must be done out. Nothing else happens. */
import { enter, move, settle } from './stepping/enter.ts'
import type { Enrolment, Event, Instant, Marks, Reading, Refusal, StepResult, Value } from './enrolment.ts'
import { correct } from './stepping/correction.ts'
import { askAgain, forget, isValid, judge, keep } from './stepping/intake.ts'
import { rearm } from './stepping/limit-change.ts'
import { passTime } from './stepping/passing.ts'
import { pause, resume } from './stepping/pause.ts'
import type { Pathway } from './pathway.ts'
import { closeQuiet } from './stepping/quiet.ts'
import { refusalOf } from './stepping/refuse.ts'
import { newRun, noMarks, stateOf, type Run } from './stepping/run.ts'
import { addScores } from './stepping/scores.ts'
import { fireUnconfirmed } from './stepping/second-reading.ts'
import { lookAtThresholds } from './stepping/threshold.ts'
import type { Look } from './trace.ts'

/** Enrols a patient: the initial state is entered. Whether the patient may take part is asked of `include` before. */
export function start(pathway: Pathway, facts: Record<string, Value>, now: Instant, id: string): StepResult {
  const empty: Enrolment = {
    id,
    pathway: pathway.id,
    version: pathway.version,
    started: now,
    evaluated: 0,
    woken: now,
    facts,
    parameters: {},
    state: pathway.machine.initial,
    since: now,
    readings: {},
    schedules: {},
    holding: {},
    acted: {},
    remeasuring: {},
    proposals: [],
    raised: [],
  }
  const run = newRun(pathway, empty, null, now)
  enter(run, pathway.machine.initial, null)
  if (run.enrolment.exit === undefined) lookAtThresholds(run, true)
  settle(run)
  return { enrolment: run.enrolment, effects: run.effects, marks: run.marks }
}

/**
 * What an event does to an enrolment. `now` is when it arrived; for a wake-up, the instant that `nextWake` gave.
 * Wake-ups due before `now` must have been handled first (`advance`). Never changes the given enrolment.
 * Throws RangeError when the pathway moves without end; then nothing has changed and a human must look.
 */
export function step(
  pathway: Pathway,
  enrolment: Enrolment,
  event: Event,
  now: Instant,
  watch?: (look: Look) => void,
): StepResult {
  const run = newRun(pathway, enrolment, event, now, watch)
  const code = refusalOf(run, event)
  if (code) return refused(enrolment, code, run.marks)
  if (enrolment.exit === undefined) closeQuiet(run)
  if (event.type === 'submission') submit(run, event.readings)
  else if (enrolment.exit === undefined) happen(run, event)
  if (event.type === 'decision' && !run.answered) return refused(enrolment, 'condition-not-met', run.marks)
  forget(pathway, run.enrolment)
  return { enrolment: run.enrolment, effects: run.effects, marks: run.marks }
}

/** Nothing has changed, and the reason is told. */
const refused = (enrolment: Enrolment, code: Refusal, { at }: Marks): StepResult => ({
  enrolment,
  effects: [{ type: 'refused', code }],
  marks: noMarks(at),
})

/** Readings are judged, kept, and evaluated together at their newest moment. After an exit they are only kept by the store. */
function submit(run: Run, readings: Reading[]): void {
  const judged = judge(run.pathway, run.enrolment, readings, run.now)
  run.marks.readings = judged.map(({ id, marks = [] }) => ({ id, marks }))
  if (run.enrolment.exit !== undefined) return
  for (const request of askAgain(run.pathway, judged)) run.effects.push(request)
  const valid = judged.every(isValid) ? judged : judged.filter(isValid)
  if (valid.length === 0) return
  run.submission = valid
  run.t = newestOf(valid)
  run.marks.at = run.t
  keep(run.pathway, run.enrolment, valid)
  const scores = addScores(run, valid, run.t)
  if (scores.length > 0) run.submission = [...valid, ...scores]
  lookAtThresholds(run)
  run.enrolment.evaluated = Math.max(run.enrolment.evaluated, run.t)
  const { review } = stateOf(run)
  settle(run)
  const { fired, waiting } = run.marks
  if (review && fired.length === 0 && waiting.length === 0)
    run.effects.push({ type: 'review', readings: valid, at: run.t })
}

function newestOf(readings: readonly Reading[]): Instant {
  let newest = -Infinity
  for (const { at } of readings) if (at > newest) newest = at
  return newest
}

function happen(run: Run, event: Exclude<Event, { type: 'submission' }>): void {
  switch (event.type) {
    case 'wake':
      wake(run)
      break
    case 'parameter':
      setParameter(run, event)
      break
    case 'pause':
      pause(run, event.pause)
      break
    case 'resume':
      resume(run)
      break
    case 'correction':
      correct(run, event)
      break
    case 'answer':
      return answer(run, event)
    case 'decision':
    case 'report': // their transitions are looked at with all others
  }
  lookAtThresholds(run)
  settle(run)
}

function wake(run: Run): void {
  fireUnconfirmed(run)
  passTime(run)
  run.enrolment.woken = Math.max(run.enrolment.woken, run.now)
}

function setParameter(run: Run, { parameter, value, by, because }: Event & { type: 'parameter' }): void {
  run.enrolment.parameters = {
    ...run.enrolment.parameters,
    [parameter]: { value, by, at: run.now, ...(because === undefined ? {} : { because }) },
  }
  rearm(run)
}

/** A clinician says yes or no to what was proposed. No is remembered: it is proposed again only after it has been untrue. */
function answer(run: Run, { proposal, accept }: Event & { type: 'answer' }): void {
  const transition = run.pathway.transitions.find(({ id }) => id === proposal)!
  if (!accept) {
    run.enrolment.proposals = run.enrolment.proposals.filter(({ id }) => id !== proposal)
    run.effects.push({ type: 'withdrawn-proposal', id: proposal })
    return
  }
  run.enrolment.proposals = run.enrolment.proposals.filter(({ id }) => id !== proposal)
  move(run, transition)
  if (run.enrolment.exit !== undefined) return
  lookAtThresholds(run, true)
  settle(run)
}
