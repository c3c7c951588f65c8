/** Moves a running patient to another version of the pathway: nobody is lost, and nothing that was done is asked again. */
import type { Effect, Enrolment, Instant, Proposal } from './enrolment.ts'
import { own } from './own.ts'
import type { CompiledState, CompiledThreshold, Pathway } from './pathway.ts'
import { covers } from './rules/reasoning/versions.ts'
import { settle } from './stepping/enter.ts'
import { fireThreshold } from './stepping/fire.ts'
import { forget } from './stepping/intake.ts'
import { rearm } from './stepping/limit-change.ts'
import { complete } from './stepping/passing.ts'
import { quietlyClosed } from './stepping/quiet.ts'
import { newRun, stateOf, type Run } from './stepping/run.ts'
import { rememberLeftOut } from './stepping/schedules.ts'
import { stopWaiting } from './stepping/second-reading.ts'
import { lookAtThresholds } from './stepping/threshold.ts'
import { beginSchedule } from './time/schedule.ts'
import { schedulesIn } from './upgrading/schedules.ts'
import { translation, type Translate } from './upgrading/translate.ts'
import { arrivalIn } from './walk.ts'

/** Why a patient cannot be moved: a clinician or the pathway's author must do something first. */
export type Blocked =
  | 'already-ended'
  | 'other-pathway'
  | 'no-entry' // `upgrade` of the new version says nothing about the old one
  | 'no-state' // `about`: the old state, which has no target in the new version
  | 'out-of-bounds' // `about`: the personal limit that lies outside its new bounds

export type UpgradeResult = { enrolment: Enrolment; effects: Effect[] } | { blocked: Blocked; about?: string }

/**
 * The enrolment on version `to`, and what must be done as a consequence. Wake-ups due before `now` must have been handled
 * first (`advance`). With `timers: keep` stays, schedules and what was done go on; with `restart` the stay begins anew.
 * Never changes the given enrolment. Throws RangeError when the new version moves without end.
 */
export function upgrade(from: Pathway, to: Pathway, enrolment: Enrolment, now: Instant): UpgradeResult {
  const way = wayOf(from, to, enrolment)
  if ('blocked' in way) return way
  const run = newRun(to, quietlyClosed(from, enrolment, now), null, now)
  moveOver(run, from, way)
  tellUnconfirmed(run, from)
  endSchedules(run)
  rearm(run, changedThresholds(run, from))
  lookAtThresholds(run, way.restart)
  settle(run)
  forget(to, run.enrolment)
  return { enrolment: run.enrolment, effects: run.effects }
}

type Way = { state: CompiledState; restart: boolean }

/** Where the patient arrives, or why not. */
function wayOf(from: Pathway, to: Pathway, enrolment: Enrolment): Way | { blocked: Blocked; about?: string } {
  if (enrolment.exit !== undefined) return { blocked: 'already-ended' }
  if (from.id !== to.id) return { blocked: 'other-pathway' }
  const entry = to.definition.upgrade?.find((one) => covers(one.from, from.version))
  if (!entry) return { blocked: 'no-entry' }
  const name = arrivalIn(to.definition, own(entry.states, enrolment.state) ?? enrolment.state)
  const state = to.states.get(name)
  if (!state || state.exit !== undefined) return { blocked: 'no-state', about: enrolment.state }
  const outside = Object.entries(enrolment.parameters).find(([id, { value }]) => {
    const bounds = own(to.definition.parameters, id)
    return bounds && (value < bounds.from || value > bounds.to)
  })
  if (outside) return { blocked: 'out-of-bounds', about: outside[0] }
  return { state, restart: entry.timers === 'restart' }
}

function moveOver(run: Run, from: Pathway, { state, restart }: Way): void {
  const { enrolment, pathway, now } = run
  const before = { state: enrolment.state, schedules: enrolment.schedules }
  const translate = translation(from, pathway, { from: before.state, to: state.name })
  enrolment.version = pathway.version
  enrolment.woken = Math.max(enrolment.woken, now)
  enrolment.parameters = only(enrolment.parameters, pathway.definition.parameters)
  if (enrolment.baselines) enrolment.baselines = only(enrolment.baselines, pathway.definition.baselines)
  enrolment.schedules = restart
    ? Object.fromEntries(
        state.schedules.map((id) => [id, beginSchedule(pathway.schedules.get(id)!, pathway.zone, now)]),
      )
    : schedulesIn(from, pathway, enrolment, state, now)
  rememberLeftOut(run, before.schedules)
  enrolment.state = state.name
  stay(enrolment, state, restart ? now : enrolment.since)
  keepProposals(run, restart ? () => null : translate)
  enrolment.holding = restart ? {} : translated(enrolment.holding, pathway, translate)
  enrolment.acted = restart ? {} : translated(enrolment.acted, pathway, translate)
  if (state.name !== before.state)
    run.effects.push({ type: 'entered', state: state.name, from: before.state, transition: null })
}

/** What holds is judged again where the rule or a limit is another one now. */
function changedThresholds(run: Run, from: Pathway): CompiledThreshold[] {
  const [before, after] = [from.definition, run.pathway.definition]
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  const limits = isSame(before.parameters, after.parameters)
  return stateOf(run).thresholds.filter(({ id }) => !limits || !isSame(before.thresholds?.[id], after.thresholds?.[id]))
}

/** Who comes into a phase has been in it as long as in the state before. */
function stay(enrolment: Enrolment, state: CompiledState, since: Instant): void {
  const goesOn = since === enrolment.since
  enrolment.since = since
  if (state.phase === undefined) delete enrolment.phaseSince
  else enrolment.phaseSince = goesOn ? (enrolment.phaseSince ?? since) : since
}

const only = <Value>(values: Record<string, Value>, names: object | undefined): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names && Object.hasOwn(names, name)))

/** Thresholds keep their name, transitions their trigger and condition; of the others nothing is remembered. */
function translated(truths: Enrolment['holding'], pathway: Pathway, translate: Translate): Enrolment['holding'] {
  const keys = Object.keys(truths).flatMap(
    (key) => translate(key) ?? (pathway.thresholds.some((one) => one.key === key) ? key : []),
  )
  return Object.fromEntries(keys.map((key) => [key, true]))
}

/** A proposal stays when the new version still makes it, to whom it asks now. */
function keepProposals(run: Run, translate: Translate): void {
  const kept = run.enrolment.proposals.flatMap((proposal): Proposal[] => {
    const transition = run.pathway.transitions.find(({ id }) => id === translate(proposal.id))
    if (transition?.to && transition.confirm)
      return [{ ...proposal, id: transition.id, to: transition.to, roles: transition.confirm }]
    run.effects.push({ type: 'withdrawn-proposal', id: proposal.id })
    return []
  })
  run.enrolment.proposals = kept
}

/** Who waited for a second reading of a threshold that is gone waits for nothing: it is told now, unconfirmed. */
function tellUnconfirmed(run: Run, from: Pathway): void {
  for (const [id, { because }] of Object.entries(run.enrolment.remeasuring)) {
    if (run.pathway.thresholds.some((threshold) => threshold.id === id)) continue
    const gone = from.thresholds.find((threshold) => threshold.id === id)
    stopWaiting(run, id)
    const route = gone?.route && own(run.pathway.definition.routes, gone.route) ? gone.route : anyRoute(run.pathway)
    const title = gone?.title ?? { nl: id, en: id }
    fireThreshold(run, { id, key: `threshold:${id}`, level: gone?.level ?? 'amber', title, route }, because, {
      unconfirmed: true,
    })
  }
}

const anyRoute = ({ definition }: Pathway): string => Object.keys(definition.routes)[0]!

/** A schedule that is over under the new plan is completed: nobody waits for its end for ever. */
function endSchedules(run: Run): void {
  for (const [id, progress] of Object.entries(run.enrolment.schedules)) {
    if (progress.completed) continue
    const after = complete(run, run.pathway.schedules.get(id)!, progress)
    if (after !== progress) run.enrolment.schedules = { ...run.enrolment.schedules, [id]: after }
  }
}
