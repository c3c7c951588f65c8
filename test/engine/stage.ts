/** A small world for the tests of the engine: the real hypertension pathway, one practice, one centre, a clock that stands still. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine, publishText, receive, register, SetClock } from '../../runtime/engine/index.ts'
import type { Engine, SubmissionOut } from '../../runtime/engine/index.ts'
import type { Instant, Value } from '../../runtime/interpreter/enrolment.ts'
import { instantFromText } from '../../runtime/interpreter/index.ts'
import { openStore } from '../../runtime/store/open.ts'
import type { Store } from '../../runtime/store/store.ts'

export const HYPERTENSION = join(import.meta.dirname, '../../pathways/hypertension.yaml')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const GP = { person: 'vera', role: 'gp' }
export const NURSE = { person: 'nina', role: 'centre-nurse' }

/** Local time of the pathway: `at('2026-03-02T11:00')`, a Monday. */
export const at = (text: string): Instant => instantFromText('Europe/Amsterdam', text)!

/** Everything that makes somebody included. */
export const FACTS: Record<string, Value> = {
  age: 64,
  diagnosed: true,
  hasDevice: true,
  hasMonitor: true,
  canUseApp: true,
  hasHelper: false,
  understandsDutch: true,
  atrialFibrillation: false,
  pregnant: false,
  egfr: 80,
  dialysis: false,
  recentEvent: false,
  dementiaOrPsychosis: false,
  limitedPrognosis: false,
  armCircumference: 32,
}

/** Checked and compiled once for all tests: versions never change. */
let compiled: Promise<Engine['library']> | undefined

/** A small pathway of a hospital that shares a measurement with hypertension. */
const CARDIOLOGY = join(import.meta.dirname, 'cardiology.yaml')

async function compileOnce(): Promise<Engine['library']> {
  const engine = await openEngine({ store: await openStore({ kind: 'memory' }), clock: new SetClock(0) })
  await publishText(engine, await readFile(HYPERTENSION, 'utf8'), { person: 'test', name: 'Test' })
  const text = await readFile(CARDIOLOGY, 'utf8')
  const published = { pathway: 'cardiology', version: '1.0.0', hash: '', text, published: 0 }
  engine.library.add({ ...published, by: { person: 'test', name: 'Test' } })
  return engine.library
}

export type Stage = { engine: Engine; clock: SetClock; store: Store; failures: unknown[] }

export async function openStage(now: Instant = at('2026-03-02T11:00')): Promise<Stage> {
  const store = await openStore({ kind: 'memory' })
  const clock = new SetClock(now)
  const failures: unknown[] = []
  const library = await (compiled ??= compileOnce())
  const engine = { ...(await openEngine({ store, clock, report: (_what, error) => failures.push(error) })), library }
  const organisations = [
    { id: 'beuk', name: 'De Papieren Beuk', kind: 'practice', phone: '085 000 00 01' },
    { id: 'eik', name: 'De Kartonnen Eik', kind: 'practice' },
    { id: 'centrum', name: 'Centrum', kind: 'centre' },
  ]
  await store.commit({
    documents: organisations.map((value) => ({ kind: 'organisation', id: value.id, version: 0, value })),
  })
  return { engine, clock, store, failures }
}

/** Registers somebody on hypertension; the patient's and the enrolment's id. */
export async function enrol(
  { engine }: Stage,
  id = 'p1',
  pathway = 'hypertension',
): Promise<{ patient: string; enrolment: string }> {
  const patient = { name: 'Test Persoon', identifiers: [{ system: 'test', value: id }], organisation: 'beuk' }
  const facts = pathway === 'hypertension' ? FACTS : {}
  const consent = { organisations: ['centrum'], by: 'vera' }
  const answer = await register(engine, { pathway, patient, facts, consent }, GP, id)
  return { patient: answer.patient!, enrolment: answer.enrolment! }
}

let numbers = 0

/** Sends values taken now, under a fresh identifier unless one is given. */
export async function send(
  { engine, clock }: Stage,
  patient: string,
  values: Record<string, Value>,
  { identifier = `m${++numbers}`, taken = clock.now() }: { identifier?: string; taken?: Instant } = {},
): Promise<SubmissionOut> {
  const readings = Object.entries(values).map(([measurement, value]) => ({ measurement, value, at: taken }))
  const fingerprint = JSON.stringify(values)
  return receive(engine, { patient, identifier: `${patient}|${identifier}`, fingerprint, by: 'test', readings })
}
