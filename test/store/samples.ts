/** Small, whole examples of what the store keeps. */
import type { Commit, PatientRecord, StoredReading } from '../../runtime/store/store.ts'

export function patient(id: string, change: Partial<PatientRecord> = {}): PatientRecord {
  return {
    id,
    version: 0,
    name: `Patiënt ${id}`,
    identifiers: [{ system: 'urn:test', value: id }],
    organisation: 'linde',
    language: 'nl',
    consent: [{ organisation: 'linde', given: 1000, by: 'assistent' }],
    enrolments: [],
    alerts: { patient: id, count: 0, open: [], quiet: [] },
    wake: null,
    ...change,
  }
}

export function reading(of: string, at: number, value = 135, measurement = 'systolic'): StoredReading {
  const id = `${measurement}-${at}-${value}`
  return { id, measurement, value, at, patient: of, identifier: `urn:device|${id}`, received: at + 60, by: of }
}

/** One measurement as the engine commits it: the patient, a reading, a receipt, history, a message and a change. */
export function measurement(record: PatientRecord, name: string, at: number): Commit {
  return {
    patient: record,
    readings: [{ ...reading(record.id, at), id: name, identifier: `urn:device|${name}` }],
    receipts: [{ identifier: `urn:device|${name}`, patient: record.id, fingerprint: `f-${name}`, answer: { name } }],
    history: [{ at, type: 'submission', data: { name } }],
    outgoing: [{ id: `m-${name}`, patient: record.id, to: 'patient', text: 'Ontvangen.', at, channel: 'page' }],
    changes: [{ at, topic: 'patient', patient: record.id, data: { name } }],
  }
}
