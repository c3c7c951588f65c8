/** Observations and measurements that the tests of FHIR share. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadResult } from '../../runtime/fhir/index.ts'
import { readObservation } from '../../runtime/fhir/index.ts'
import type { MeasurementCode, ParsedObservation } from '../../runtime/fhir/index.ts'

export const ZONE = 'Europe/Amsterdam'

export const MEASUREMENTS: MeasurementCode[] = [
  { name: 'systolic', loinc: '8480-6', panel: '85354-9', snomed: '271649006', unit: 'mm[Hg]' },
  { name: 'diastolic', loinc: '8462-4', panel: '85354-9', snomed: '271650006', unit: 'mm[Hg]' },
  { name: 'complaints', code: 'hypertension-complaints', type: 'boolean' },
  { name: 'weight', loinc: '29463-7', unit: 'kg' },
  { name: 'saturation', loinc: '59408-5', unit: '%' },
  { name: 'temperature', loinc: '8310-5', unit: 'Cel' },
  { name: 'glucose', loinc: '14743-9', unit: 'mmol/L' },
  { name: 'hba1c', loinc: '59261-8', unit: '%' },
  { name: 'breathing', loinc: '9279-1', unit: '/min' },
  { name: 'pain', loinc: '72514-3', unit: '{score}' },
]

type Change = Record<string, unknown>
const loinc = (code: string): Change => ({ coding: [{ system: 'http://loinc.org', code }] })

export function quantity(value: number, code: string): Change {
  return { value, unit: code, system: 'http://unitsofmeasure.org', code }
}

/** A weight of 81.4 kg; `change` replaces elements, and undefined takes them away. */
export function weight(change: Change = {}): string {
  return JSON.stringify({
    resourceType: 'Observation',
    status: 'final',
    code: loinc('29463-7'),
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-03-27T08:00:00+01:00',
    valueQuantity: quantity(81.4, 'kg'),
    ...change,
  })
}

export function bloodPressure(change: Change = {}): string {
  return weight({
    code: loinc('85354-9'),
    valueQuantity: undefined,
    component: [
      { code: loinc('8480-6'), valueQuantity: quantity(142, 'mm[Hg]') },
      { code: loinc('8462-4'), valueQuantity: quantity(88, 'mm[Hg]') },
    ],
    ...change,
  })
}

export function read(text: string): ReadResult {
  return readObservation(text, MEASUREMENTS, ZONE)
}

export function accepted(text: string): ParsedObservation {
  const result = read(text)
  if (!result.ok) throw new Error(mistakes(text).join('; '))
  return result.observation
}

/** `code at element` of every mistake; none when it is accepted. */
export function mistakes(text: string): string[] {
  const result = read(text)
  if (result.ok) return []
  return (result.outcome.issue ?? []).map(
    (issue) => `${issue.details?.coding?.[0]?.code} at ${issue.expression?.[0] ?? 'nothing'}`,
  )
}

/** The lines of a file of Observations, each with the text of its resource exactly as it stands in the file. */
export function resources(file: string): { name: string; text: string; line: Record<string, unknown> }[] {
  const lines = readFileSync(join(import.meta.dirname, '../data/fhir', file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((text) => {
    const line = JSON.parse(text) as Record<string, unknown>
    const start = /"resource":\s*/.exec(text)!
    return { name: String(line['file'] ?? line['element']), text: text.slice(start.index + start[0].length, -1), line }
  })
}
