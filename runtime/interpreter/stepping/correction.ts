/** A reading that was wrong: what it said is taken back, and what had depended on it is looked at again, at its own moment. */
import type { Enrolment, Event, Instant, Reading, Rested } from '../enrolment.ts'
import { isPlausible } from './intake.ts'
import { rearm } from './limit-change.ts'
import { lookBack, type Before } from './look-back.ts'
import type { CompiledThreshold } from '../pathway.ts'
import { hold, stateOf, thresholdSituation, type Run } from './run.ts'
import { addScores, correctBaselines } from './scores.ts'
import { stopWaiting } from './second-reading.ts'

/** The reading with this name, as long as it is kept. */
export function keptReading({ readings }: Enrolment, id: string): Reading | undefined {
  for (const list of Object.values(readings)) {
    const found = list.find((reading) => reading.id === id)
    if (found) return found
  }
  return undefined
}

/**
 * Puts the value right, or takes the reading out. What is newly true fires late, what is true now is judged again, and
 * `corrected` tells which alerts had rested on the reading. What was done about them is not undone.
 */
export function correct(run: Run, { reading: id, value }: Event & { type: 'correction' }): void {
  const wrong = keptReading(run.enrolment, id)!
  const before = run.enrolment.readings
  const right = value === null ? null : corrected(run, { ...wrong, value })
  run.enrolment.readings = replaced(before, wrong, right)
  const derived = addScores(run, [right ?? wrong], wrong.at)
  const changed = changedIn(before, run.enrolment.readings)
  correctBaselines(run, before, new Set(changed.map(({ measurement }) => measurement)))
  const { keys, untrue } = whatRested(run, new Set(changed.map((reading) => reading.id)), before)
  run.effects.push({ type: 'corrected', reading: id, keys, untrue })
  for (const key of untrue) hold(run, key.replace(/^transition:/, ''), false)
  stopDoubting(run, changed)
  rearm(run)
  findNew(run, right ? [right, ...derived] : derived, changed, before)
}

/** The readings as they were that are gone or have another value now: the wrong one, and the scores that it was part of. */
const changedIn = (before: Before, after: Before): Reading[] =>
  Object.entries(before).flatMap(([name, list]) =>
    list === after[name] ? [] : list.filter((reading) => !after[name]?.includes(reading)),
  )

/** A value that cannot be right either is taken out. */
function corrected({ pathway }: Run, reading: Reading): Reading | null {
  const measurement = pathway.measurements.get(reading.measurement)
  if (!measurement || !isPlausible(measurement, reading)) return null
  return { ...reading, marks: [...new Set([...(reading.marks ?? []), 'corrected' as const])] }
}

function replaced(readings: Before, wrong: Reading, right: Reading | null): Before {
  const { [wrong.measurement]: list = [], ...others } = readings
  const changed = list.flatMap((reading) => (reading === wrong ? (right ?? []) : reading))
  return changed.length > 0 ? { ...others, [wrong.measurement]: changed } : others
}

/** The alerts that had rested on the reading, and those of them that would not have come about with what is known now. */
function whatRested(run: Run, changed: Set<string>, before: Before): { keys: string[]; untrue: string[] } {
  const rested = (run.enrolment.rested ?? []).filter(({ because }) => because.some((id) => changed.has(id)))
  const untrue = rested.filter((one) => wasTrue(run, one, before) && !wasTrue(run, one, run.enrolment.readings))
  const keys = (list: Rested[]): string[] => [...new Set(list.map(({ key }) => key))]
  return { keys: keys(rested), untrue: keys(untrue) }
}

/** Whether what fired is true of these readings, at its moment. After a second reading it is that one that counts. */
function wasTrue(run: Run, { key, at, now, because, deciding }: Rested, readings: Before): boolean {
  const enrolment = { ...run.enrolment, readings }
  const threshold = run.pathway.thresholds.find((one) => one.key === key)
  if (threshold) {
    const submission = because.slice(deciding).flatMap((id) => keptReading(enrolment, id) ?? [])
    return threshold.when.test({ enrolment, t: at, now, submission, together: threshold.together }) === true
  }
  const transition = run.pathway.transitions.find(({ id }) => key === `transition:${id}`)
  return transition?.if?.test({ enrolment, t: at, now, submission: null, together: 0 }) === true
}

/** Who waits for a second reading waits no longer when the first was none. */
function stopDoubting(run: Run, changed: Reading[]): void {
  for (const [id, waiting] of Object.entries(run.enrolment.remeasuring)) {
    if (!waiting.because.some((reading) => changed.some((one) => one.id === reading.id))) continue
    const because = waiting.because.flatMap((reading) => keptReading(run.enrolment, reading.id) ?? [])
    const threshold = run.pathway.thresholds.find((one) => one.id === id)
    if (threshold && !isTrueOf(run, threshold, because)) {
      stopWaiting(run, id)
      hold(run, threshold.key, false)
    } else run.enrolment.remeasuring = { ...run.enrolment.remeasuring, [id]: { ...waiting, because } }
  }
}

function isTrueOf(run: Run, threshold: CompiledThreshold, readings: Reading[]): boolean {
  if (readings.length === 0) return false
  return threshold.when.test(thresholdSituation(run, threshold, newestOf(readings), readings)) === true
}

const newestOf = (readings: Reading[]): Instant => Math.max(...readings.map(({ at }) => at))

/**
 * What the right values would have meant at their own moment, and at the later ones whose windows they fall into. Where
 * nothing took the place of what was wrong, only windows can have become true.
 */
function findNew(run: Run, arrived: Reading[], changed: Reading[], before: Before): void {
  const now = run.t
  run.submission = arrived
  run.t = Math.min(...[...arrived, ...changed].map(({ at }) => at))
  run.correcting = true
  for (const threshold of stateOf(run).thresholds) {
    const concerns = ({ measurement }: Reading): boolean => threshold.when.measurements.has(measurement)
    if (!arrived.some(concerns) && (threshold.when.single || !changed.some(concerns))) continue
    lookBack(run, threshold, before)
    if (run.acted?.has(threshold.key) && isTrueNow(run, threshold)) hold(run, threshold.key, true)
  }
  run.submission = null
  run.t = now
}

/** Whether it is true of the newest readings: then it is true still, and not news with the next one. */
function isTrueNow(run: Run, threshold: CompiledThreshold): boolean {
  const kept = [...threshold.when.measurements].flatMap((name) => run.enrolment.readings[name] ?? [])
  const newest = newestOf(kept)
  return isTrueOf(
    run,
    threshold,
    kept.filter(({ at }) => at === newest),
  )
}
