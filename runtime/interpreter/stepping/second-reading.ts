/** A threshold with `remeasure`: the patient is asked to measure once more, and what comes of that, or of nothing, decides. */
import { addDuration } from '../time/duration.ts'
import type { Effect, Instant, Reading } from '../enrolment.ts'
import { fireThreshold, type Alarm } from './fire.ts'
import { own } from '../own.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { hold, markActed, tell, type Run } from './run.ts'
import { sentFor } from './scores.ts'
import type { Situation } from '../condition/situation.ts'

/**
 * A second reading brings again every measurement that made the first one true, taken after it and within the time: the
 * other half of the same cuff, the same reading once more, or an answer by itself ("no complaints") confirms nothing and
 * ends nothing. Of a score those are the measurements that it was made of. Where answers alone made it true, an answer is
 * enough. It may arrive after readings that are newer.
 */
export function isSecondReading(run: Run, { id }: CompiledThreshold): boolean {
  const waiting = own(run.enrolment.remeasuring, id)
  if (!waiting || !run.submission) return false
  const { measured, answered } = firstOf(run, waiting.because)
  const isAgain = ({ measurement, at }: Reading): boolean =>
    at > (measured.get(measurement) ?? answered.get(measurement) ?? Infinity) && at <= waiting.deadline
  const came = run.submission.filter(isAgain)
  if (measured.size === 0) return came.length > 0
  return (
    came.some(({ measurement }) => measured.has(measurement)) &&
    [...measured.keys()].every((name) => own(run.enrolment.readings, name)?.some(isAgain))
  )
}

/** When what made the first one true was taken, the newest of each: what was measured, and what was answered. */
function firstOf(run: Run, because: Reading[]): Record<'measured' | 'answered', Map<string, Instant>> {
  const first = { measured: new Map<string, Instant>(), answered: new Map<string, Instant>() }
  for (const reading of because) {
    const measured = measuredFor(run, reading)
    const [into, names] = measured.length > 0 ? [first.measured, measured] : [first.answered, [reading.measurement]]
    for (const name of names) into.set(name, Math.max(reading.at, into.get(name) ?? -Infinity))
  }
  return first
}

/** A measurement itself; of a score the measurements that it was made of. */
function measuredFor({ pathway, enrolment }: Run, { measurement, at }: Reading): string[] {
  const { within = 0 } = pathway.scores.find(({ name }) => name === measurement) ?? {}
  const wasThere = (reading: Reading): boolean => reading.at <= at && reading.at >= at - within
  return sentFor(pathway, measurement).filter(
    (name) =>
      pathway.measurements.get(name)!.measured &&
      (name === measurement || own(enrolment.readings, name)?.some(wasThere)),
  )
}

/** Asks for a second reading, to be taken within the time, counted from the arrival of the first. */
export function askSecondReading(run: Run, threshold: CompiledThreshold, because: Reading[]): void {
  const deadline = addDuration(run.pathway.zone, run.now, threshold.remeasure!)
  run.enrolment.remeasuring = { ...run.enrolment.remeasuring, [threshold.id]: { since: run.now, deadline, because } }
  markActed(run, threshold.key, 'waiting')
  run.marks.waiting.push(threshold.key)
  const measurements = panelsOf(
    run,
    [...threshold.when.measurements].flatMap((name) => sentFor(run.pathway, name)),
  )
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
export function decide(
  run: Run,
  threshold: CompiledThreshold,
  truth: boolean,
  situation: Situation,
): 'fired' | 'not-confirmed' {
  const { because } = run.enrolment.remeasuring[threshold.id]!
  stopWaiting(run, threshold.id)
  hold(run, threshold.key, truth)
  if (!truth) return 'not-confirmed'
  fireThreshold(run, threshold, [...because, ...threshold.when.behind(situation)], { deciding: because.length })
  return 'fired'
}

export function stopWaiting(run: Run, id: string): void {
  const { [id]: _, ...others } = run.enrolment.remeasuring
  run.enrolment.remeasuring = others
}

/** No second reading came in time (one taken on the deadline is in time): fires as unconfirmed, in whatever state the patient is by now. */
export function fireUnconfirmed(run: Run, until: Instant = run.now): void {
  const { remeasuring } = run.enrolment
  for (const id in remeasuring) {
    const { deadline, because } = remeasuring[id]!
    if (deadline >= until) continue
    const threshold = run.pathway.thresholds.find((one) => one.id === id) ?? unknownThreshold(run, id)
    stopWaiting(run, id)
    fireThreshold(run, threshold, because, { unconfirmed: true, at: Math.min(deadline, run.now) })
    tell(run, threshold.key, threshold.path, 'fired')
  }
}

/** A threshold that this version of the pathway does not have: what waited for it is told to whoever is asked first. */
function unknownThreshold({ pathway }: Run, id: string): Alarm & { path: string } {
  const [route] = Object.keys(pathway.definition.routes)
  const title = { nl: id, en: id }
  return { id, key: `threshold:${id}`, path: '/thresholds', level: 'amber', title, ...(route ? { route } : {}) }
}
