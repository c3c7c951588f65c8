/** Corrects a reading, or withdraws it: what rested on it is judged again, and what is open about it says so. */
import type { RaisedFiring } from '../alerts/index.ts'
import type { Actor, Event, Instant, ReadingMark, Value } from '../interpreter/enrolment.ts'
import type { HistoryEntry, PatientRecord, StoredReading } from '../store/store.ts'
import { added } from './account.ts'
import type { Account, StepData, StepTaken } from './account.ts'
import { come, entryOf, firingsOf, raised, stepInto } from './assess.ts'
import { happenToAlerts } from './alerting.ts'
import { change } from './change.ts'
import type { Engine } from './engine.ts'
import type { Library } from './library.ts'
import { messagesOf } from './messages.ts'
import { refoldedWith } from './refold.ts'
import type { Resting } from './refold.ts'
import { refuse } from './refused.ts'
import { isPlausible, valuesIn } from './values.ts'

/** What a reading was changed to; null when it was withdrawn. */
export type Correction = { value: Value | null; at: Instant; by: Actor; because?: string }
export type CorrectionIn = { reading: string } & Omit<Correction, 'at'>

/** The newest correction of each reading. */
export function correctionsIn(history: HistoryEntry[]): Map<string, Correction> {
  const corrections = history.flatMap(({ type, at, data }): [string, Correction][] => {
    if (type !== 'correction') return []
    const { event } = data as StepData
    if (event.type !== 'correction') return []
    const { reading, value, by, because } = event
    return [[reading, { value, at, by, ...(because === undefined ? {} : { because }) }]]
  })
  return new Map(corrections)
}

/** Correcting to what it is already changes nothing. Throws `Refused`: `not-found`, `unknown-reading`, `score-not-sent`, `wrong-value`. */
export async function correct(engine: Engine, patient: string, asked: CorrectionIn): Promise<PatientRecord> {
  const { library, store } = engine
  return change<PatientRecord>(engine, patient, async (account, now) => {
    const stored = (await store.readings(patient)).find(({ id }) => id === asked.reading)
    if (!stored) throw refuse('unknown-reading')
    verifyValue(library, account.record, stored, asked.value)
    const history = await store.history(patient)
    const before = correctionsIn(history).get(stored.id)
    if ((before ? before.value : stored.value) === asked.value) return { answer: account.record }
    const everCounted = before ? before.value !== null : !stored.marks?.some((mark) => NEVER_COUNTED.includes(mark))
    const correcting: Correcting = { library, history, stored, asked, everCounted, now }
    const after = correctedIn(correcting, account)
    return { account: after, answer: after.record }
  })
}

const NEVER_COUNTED: ReadingMark[] = ['implausible', 'future', 'withdrawn']

function verifyValue(
  library: Library,
  record: PatientRecord,
  { measurement }: StoredReading,
  value: Value | null,
): void {
  const definitions = record.enrolments.map(({ pathway, version }) => library.get(pathway, version).definition)
  const known = definitions.flatMap((definition) => valuesIn(definition).get(measurement) ?? [])[0]
  if (known?.kind === 'score') throw refuse('score-not-sent', { score: measurement })
  if (value !== null && known && !isPlausible(known, value)) throw refuse('wrong-value', {}, { path: '/value' })
}

type Correcting = {
  library: Library
  history: HistoryEntry[]
  stored: StoredReading
  asked: CorrectionIn
  everCounted: boolean
  now: Instant
}

/** On every pathway that got this reading; the late alerts of them all come together. */
function correctedIn(correcting: Correcting, account: Account): Account {
  const { library, stored, now } = correcting
  const moment = { at: now, handled: now }
  let next = account
  const late: RaisedFiring[] = []
  for (const { id, pathway, version } of account.record.enrolments) {
    if (!valuesIn(library.get(pathway, version).definition).has(stored.measurement)) continue
    const { account: after, resting, firings } = correctedOn(correcting, next, id)
    const { asked } = correcting
    const marking = {
      type: 'corrected' as const,
      enrolment: id,
      ...resting,
      reading: asked.reading,
      value: asked.value,
    }
    next = happenToAlerts(library, after, { ...marking, by: asked.by }, moment)
    late.push(...firings)
  }
  const steps = next.steps.slice(account.steps.length)
  const told = added(next, { outgoing: messagesOf(library, next.record, steps, moment) })
  return raised(library, told, { firings: late, readings: come(account, told) }, moment)
}

type Corrected = { account: Account; resting: Resting; firings: RaisedFiring[] }

function correctedOn(correcting: Correcting, account: Account, id: string): Corrected {
  const { library, history, asked, everCounted, now } = correcting
  if (!everCounted) return { account: counted(correcting, account, id), resting: NOTHING, firings: [] }
  const event: Event = { type: 'correction', ...asked }
  const after = stepInto(library, account, id, event, { at: now, handled: now })
  const taken = after.steps.at(-1)
  const refused = taken?.effects.some(({ type }) => type === 'refused')
  if (!refused) return { account: after, resting: restingOf(taken), firings: firingsOf(after, taken) }
  const { firings, ...resting } = refoldedWith(library, history, id, asked)
  const enrolment = account.record.enrolments.find((one) => one.id === id)!
  const origin = { enrolment: id, pathway: enrolment.pathway, version: enrolment.version }
  return { account: after, resting, firings: firings.map((firing) => ({ ...firing, ...origin })) }
}

const NOTHING: Resting = { keys: [], untrue: [] }

function restingOf(taken: StepTaken | undefined): Resting {
  const effects = taken?.effects.flatMap((effect) => (effect.type === 'corrected' ? [effect] : [])) ?? []
  return { keys: effects.flatMap(({ keys }) => keys), untrue: effects.flatMap(({ untrue }) => untrue) }
}

/** What never counted (it could not be right) comes in now, late, with the value that it should have had. */
function counted({ library, stored, asked, now }: Correcting, account: Account, id: string): Account {
  const moment = { at: now, handled: now }
  const event: Event = { type: 'correction', ...asked }
  const noted = added(account, { history: [entryOf({ enrolment: id, at: now, event, effects: [] })] })
  if (asked.value === null) return noted
  const { measurement, at } = stored
  const reading = { id: stored.id, measurement, at, value: asked.value, marks: ['corrected' as const] }
  const after = stepInto(library, noted, id, { type: 'submission', readings: [reading] }, moment)
  const firings = firingsOf(after, after.steps.at(-1))
  return raised(library, after, { firings, readings: [reading] }, moment)
}
