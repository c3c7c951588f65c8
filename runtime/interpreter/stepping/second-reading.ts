/** A threshold with `remeasure`: the patient is asked to measure once more, and what comes of that, or of nothing, decides. */
import { addDuration } from '../time/duration.ts'
import type { Effect, Instant, Reading } from '../enrolment.ts'
import { fireThreshold } from './fire.ts'
import { own } from '../own.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { hold, tell, type Run } from './run.ts'
import type { Situation } from '../condition/situation.ts'

/**
 * A second reading is of a measurement that made the first one true, and was taken after it and within the time: the other
 * half of the same cuff, or the same reading once more, confirms nothing. It may arrive after readings that are newer.
 */
export function isSecondReading(run: Run, { id }: CompiledThreshold): boolean {
  const waiting = own(run.enrolment.remeasuring, id)
  return (run.submission ?? []).some((reading) => {
    const first = waiting?.because.filter(({ measurement }) => measurement === reading.measurement) ?? []
    return first.length > 0 && first.every(({ at }) => at < reading.at) && reading.at <= waiting!.deadline
  })
}

/** Asks for a second reading, to be taken within the time, counted from the arrival of the first. */
export function askSecondReading(run: Run, threshold: CompiledThreshold, because: Reading[]): void {
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
