/** The value of one measurement in an Observation or a component, in the unit of the pathway. */
import type { Observation, ObservationComponent, Quantity } from '@medplum/fhirtypes'
import { UCUM } from './codes.ts'
import type { Issue } from './outcome.ts'
import type { MeasurementCode, ObservationReading } from './parsed.ts'
import { convertUnit, isUnit, unitWritten } from './units.ts'

/** `doubtful`: there is a value, but it must not drive a decision (`< 40`, or a value beside a reason why it is absent). */
export type Measured = Pick<ObservationReading, 'value' | 'unit' | 'sent'> & { doubtful: boolean }

type Source = Observation | ObservationComponent

/** The value, `null` when the sender says it is absent, or what is wrong with it. `path` is the FHIRPath of the source. */
export function valueOf(
  source: Source,
  measurement: MeasurementCode,
  path: string,
): Measured | null | { issue: Issue } {
  const form = Object.keys(source).find((key) => /^value[A-Z]/.test(key))
  if (form === undefined) return null
  const doubtful = source.dataAbsentReason !== undefined
  if (measurement.type === 'boolean') {
    if (source.valueBoolean === undefined) return wrongForm(path, form, 'valueBoolean')
    return { value: source.valueBoolean, doubtful }
  }
  if (measurement.type === 'choice') return answerOf(source, measurement, path, form)
  if (source.valueInteger !== undefined && isCount(measurement)) return { value: source.valueInteger, doubtful }
  if (!source.valueQuantity) return wrongForm(path, form, 'valueQuantity')
  const measured = quantityOf(source.valueQuantity, measurement, `${path}.valueQuantity`)
  return measured && 'value' in measured ? { ...measured, doubtful: doubtful || measured.doubtful } : measured
}

/** An answer as a number, a text, or the code of a concept; it must be one of those that the question has. */
function answerOf(
  { valueInteger, valueString, valueQuantity, valueCodeableConcept, dataAbsentReason }: Source,
  { answers = [] }: MeasurementCode,
  path: string,
  form: string,
): Measured | { issue: Issue } {
  const codes = (valueCodeableConcept?.coding ?? []).flatMap(({ code }) => code ?? [])
  const given = [valueInteger, valueString, valueQuantity?.value, ...codes].filter((value) => value !== undefined)
  const value = answers.find((answer) => given.some((one) => one === answer || String(one) === String(answer)))
  if (value !== undefined) return { value, doubtful: dataAbsentReason !== undefined }
  const values = { value: given.join(', '), allowed: answers.join(', ') }
  return { issue: { code: 'code-invalid', expression: `${path}.${form}`, values } }
}

function quantityOf(
  quantity: Quantity,
  measurement: MeasurementCode,
  path: string,
): Measured | null | { issue: Issue } {
  const { value, comparator } = quantity
  if (value === undefined) return null
  const doubtful = comparator !== undefined
  const wanted = measurement.unit
  if (wanted === undefined) return { value, doubtful }
  const unit = unitOf(quantity, wanted, path)
  if (typeof unit === 'object') return unit
  const conversion = convertUnit(
    value,
    unit,
    wanted,
    measurement.loinc === undefined ? {} : { loinc: measurement.loinc },
  )
  if ('refused' in conversion) {
    return { issue: { code: conversion.refused, expression: `${path}.code`, values: { unit, wanted } } }
  }
  const sent = unit === wanted ? {} : { sent: { value, unit } }
  return { value: conversion.value, unit: wanted, ...sent, doubtful }
}

/** The UCUM code that was sent. A unit that is only written is understood when it cannot be mistaken; a number without one never is. */
function unitOf(quantity: Quantity, wanted: string, path: string): string | { issue: Issue } {
  const { code, system, unit } = quantity
  const issue = (kind: Issue['code'], element: string): { issue: Issue } => ({
    issue: { code: kind, expression: `${path}${element}`, values: { unit: code ?? unit ?? '', wanted } },
  })
  if (code === undefined && unit === undefined) return isPlain(wanted) ? wanted : issue('unit-missing', '')
  if (code === undefined) return unitWritten(unit!) ?? issue('unit-unknown', '.unit')
  if (system !== UCUM) return issue('unit-system', '.system')
  return isUnit(code) ? code : issue('unit-unknown', '.code')
}

function isCount(measurement: MeasurementCode): boolean {
  return measurement.unit === undefined || isPlain(measurement.unit)
}

/** A score or a count: `1`, `{score}`. Saturation in % is not: 0.97 and 97 would both pass. */
function isPlain(unit: string): boolean {
  return /^(1|\{[^}]*\})$/.test(unit)
}

function wrongForm(path: string, form: string, expected: string): { issue: Issue } {
  return { issue: { code: 'value-type', expression: `${path}.${form}`, values: { expected } } }
}
