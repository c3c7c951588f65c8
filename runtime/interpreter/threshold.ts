/** Looks at the thresholds of the state: which become true, which ask for a second reading first, which are over. */
import { addDuration } from './duration.ts'
import type { Effect, Instant, Reading } from './enrolment.ts'
import { fireThreshold } from './fire.ts'
import type { CompiledThreshold } from './pathway.ts'
import { own } from './own.ts'
import { guardSituation, hold, stateOf, tell, type Run } from './run.ts'
import type { Situation } from './situation.ts'
import type { Truth } from './trace.ts'

/** Every threshold that the state watches and that something of this moment can change. */
export function lookAtThresholds(run: Run): void {
  const late = run.submission !== null && run.t < run.enrolment.evaluated
  for (const threshold of stateOf(run).thresholds) {
    if (!concerns(run, threshold)) continue
    if (late && threshold.when.measurements.size > 0 && !isSecondReading(run, threshold)) lookBack(run, threshold)
    else look(run, threshold)
  }
}

/** At least one measurement that the threshold names must be in the submission; one that names none is looked at always. */
function concerns(run: Run, { when }: CompiledThreshold): boolean {
  if (when.measurements.size === 0) return true
  return run.submission?.some(({ measurement }) => when.measurements.has(measurement)) ?? false
}

function situationOf(run: Run, threshold: CompiledThreshold, t: Instant, submission: Reading[]): Situation {
  return { enrolment: run.enrolment, t, now: run.now, submission, together: threshold.together }
}

function look(run: Run, threshold: CompiledThreshold): void {
  // Without a measurement it is about now (alerts, missed windows), not about the moment of the readings.
  const t = threshold.when.measurements.size === 0 ? guardSituation(run).t : run.t
  const situation = situationOf(run, threshold, t, run.submission ?? [])
  const truth = threshold.when.test(situation)
  const outcome = act(run, threshold, truth, situation)
  tell(run, threshold.key, threshold.path, outcome, threshold.when, situation)
}

function act(
  run: Run,
  threshold: CompiledThreshold,
  truth: Truth,
  situation: Situation,
): 'fired' | 'waiting' | 'still-true' | 'not-confirmed' | 'false' | 'unknown' {
  const before = run.acted.get(threshold.key)
  if (before) return markTrue(run, threshold, before)
  const waiting = own(run.enrolment.remeasuring, threshold.id)
  if (truth !== null && isSecondReading(run, threshold)) return decide(run, threshold, truth, situation)
  if (truth === null) return waiting ? 'waiting' : 'unknown'
  const edge = truth && !run.enrolment.holding[threshold.key] && !waiting
  hold(run, threshold.key, truth)
  if (!truth) return 'false'
  if (!edge) return waiting ? 'waiting' : 'still-true'
  return begin(run, threshold, situation)
}

/**
 * A second reading is of a measurement that made the first one true, and was taken after it and within the time: the other
 * half of the same cuff, or the same reading once more, confirms nothing. It may arrive after readings that are newer.
 */
function isSecondReading(run: Run, { id }: CompiledThreshold): boolean {
  const waiting = own(run.enrolment.remeasuring, id)
  return (run.submission ?? []).some((reading) => {
    const first = waiting?.because.filter(({ measurement }) => measurement === reading.measurement) ?? []
    return first.length > 0 && first.every(({ at }) => at < reading.at) && reading.at <= waiting!.deadline
  })
}

/** In the state entered by this very step the same firing is not raised again, only remembered. */
function markTrue(run: Run, threshold: CompiledThreshold, before: 'fired' | 'waiting'): 'fired' | 'waiting' {
  hold(run, threshold.key, true)
  return before
}

/** Becomes true: fires at once, or asks for a second reading. */
function begin(run: Run, threshold: CompiledThreshold, situation: Situation): 'fired' | 'waiting' {
  const because = threshold.when.behind(situation)
  if (!threshold.remeasure) {
    fireThreshold(run, threshold, because)
    return 'fired'
  }
  askSecondReading(run, threshold, because)
  return 'waiting'
}

function askSecondReading(run: Run, threshold: CompiledThreshold, because: Reading[]): void {
  const deadline = addDuration(run.pathway.zone, run.now, threshold.remeasure!)
  run.enrolment.remeasuring = { ...run.enrolment.remeasuring, [threshold.id]: { since: run.now, deadline, because } }
  run.acted.set(threshold.key, 'waiting')
  run.marks.waiting.push(threshold.key)
  const measurements = panelsOf(run, [...threshold.when.measurements])
  askOnce(run, { type: 'measure', measurements, reason: 'remeasure', threshold: threshold.id, until: deadline })
}

/** Two thresholds that wait for the same reading ask for it once, within the shorter time. */
function askOnce(run: Run, request: Effect & { type: 'measure' }): void {
  const index = run.effects.findIndex((effect) => effect.type === 'measure' && effect.reason === 'remeasure')
  const asked = run.effects[index]
  if (asked?.type !== 'measure') return void run.effects.push(request)
  const measurements = [...new Set([...asked.measurements, ...request.measurements])]
  run.effects[index] = { ...asked, measurements, until: Math.min(asked.until!, request.until!) }
}

/** A cuff gives both values of its panel, so both are asked. */
function panelsOf(run: Run, names: string[]): string[] {
  const all = [...run.pathway.measurements.values()]
  const panels = new Set(names.flatMap((name) => run.pathway.measurements.get(name)?.panel ?? []))
  return all.filter(({ name, panel }) => names.includes(name) || (panel && panels.has(panel))).map(({ name }) => name)
}

/** The second reading decides: it fires with both, or it is over. */
function decide(
  run: Run,
  threshold: CompiledThreshold,
  truth: boolean,
  situation: Situation,
): 'fired' | 'not-confirmed' {
  const { because } = run.enrolment.remeasuring[threshold.id]!
  stopWaiting(run, threshold.id)
  hold(run, threshold.key, truth)
  if (!truth) return 'not-confirmed'
  fireThreshold(run, threshold, [...because, ...threshold.when.behind(situation)])
  return 'fired'
}

function stopWaiting(run: Run, id: string): void {
  const { [id]: _, ...others } = run.enrolment.remeasuring
  run.enrolment.remeasuring = others
}

/** No second reading came in time (one taken on the deadline is in time): fires as unconfirmed, in whatever state the patient is by now. */
export function fireUnconfirmed(run: Run, until: Instant = run.now): void {
  for (const threshold of run.pathway.thresholds) {
    const waiting = own(run.enrolment.remeasuring, threshold.id)
    if (!waiting || waiting.deadline >= until) continue
    stopWaiting(run, threshold.id)
    fireThreshold(run, threshold, waiting.because, {
      unconfirmed: true,
      at: Math.min(waiting.deadline, run.now),
    })
    tell(run, threshold.key, threshold.path, 'fired')
  }
}

/**
 * A late reading is looked at on its own moment, and again on each later moment whose window it falls into.
 * An alert found so says so; a moment that was true without it told of itself. What is true now is not touched: it
 * belongs to the newest moment.
 */
function lookBack(run: Run, threshold: CompiledThreshold): void {
  const own = { t: run.t, submission: run.submission! }
  const later = threshold.when.window ? laterMoments(run, threshold).map((t) => ({ t, submission: [] })) : []
  for (const { t, submission } of [own, ...later]) {
    const situation = situationOf(run, threshold, t, submission)
    if (threshold.when.test(situation) !== true || wasTrueBefore(run, threshold, t)) continue
    if (isKnown(run, threshold)) return
    tell(run, threshold.key, threshold.path, threshold.remeasure ? 'waiting' : 'fired', threshold.when, situation)
    if (threshold.remeasure) return askSecondReading(run, threshold, threshold.when.behind(situation))
    return fireThreshold(run, threshold, threshold.when.behind(situation), { late: true })
  }
}

function isKnown(run: Run, { id, key }: CompiledThreshold): boolean {
  return run.enrolment.holding[key] || own(run.enrolment.remeasuring, id) !== undefined || run.acted.has(key)
}

/** Whether a moment was true already, before these readings came. */
function wasTrueBefore(run: Run, threshold: CompiledThreshold, t: Instant): boolean {
  const came = new Set(run.submission)
  const readings = Object.entries(run.enrolment.readings).map(
    ([name, list]) => [name, list.filter((reading) => !came.has(reading))] as const,
  )
  const enrolment = { ...run.enrolment, readings: Object.fromEntries(readings) }
  return threshold.when.test({ ...situationOf(run, threshold, t, []), enrolment }) === true
}

function laterMoments(run: Run, threshold: CompiledThreshold): Instant[] {
  const readings = [...threshold.when.measurements].flatMap((name) => own(run.enrolment.readings, name) ?? [])
  return [...new Set(readings.map(({ at }) => at).filter((at) => at > run.t))].toSorted((left, right) => left - right)
}
