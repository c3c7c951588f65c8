import { describe, expect, it } from 'vitest'
import { deriveObservations, readObservation, renderObservation } from '../../runtime/fhir/index.ts'
import type { NamedMeasurement } from '../../runtime/fhir/index.ts'
import type { Value } from '../../runtime/interpreter/enrolment.ts'
import type { StoredReading } from '../../runtime/store/store.ts'

const codes: NamedMeasurement[] = [
  { name: 'systolic', loinc: '8480-6', panel: '85354-9', unit: 'mm[Hg]', title: 'Bovendruk' },
  { name: 'diastolic', loinc: '8462-4', panel: '85354-9', unit: 'mm[Hg]' },
  { name: 'glucose', loinc: '14743-9', unit: 'mmol/L' },
  { name: 'steps', code: 'steps', unit: '{steps}' },
  { name: 'complaints', type: 'boolean', code: 'complaints' },
]
const zone = 'Europe/Amsterdam'
const AT = Date.parse('2026-10-25T01:30:00Z')

/** Readings of one submission, numbered as the engine does. */
const sent = (...values: [string, number | boolean, number?][]): StoredReading[] =>
  values.map(([measurement, value, at = AT], index) => {
    const unit = codes.find(({ name }) => name === measurement)?.unit
    return {
      id: `0123456789abcdef-${index + 1}`,
      patient: 'p1',
      identifier: 'p1|x',
      measurement,
      value,
      at,
      received: AT,
      by: 'test',
      ...(unit ? { unit } : {}),
    }
  })
const derive = (readings: StoredReading[], identifier = 'x') =>
  deriveObservations({
    patient: 'p1',
    identifier,
    readings,
    zone,
    measurements: new Map(codes.map((one) => [one.name, one])),
  })

describe('readings as Observations', () => {
  it.each([
    [
      [
        ['systolic', 128.260902177],
        ['diastolic', 80],
      ],
    ],
    [[['diastolic', 80]]],
    [
      [
        ['glucose', 5.4],
        ['complaints', true],
        ['steps', 4000],
      ],
    ],
    [
      [
        ['systolic', 150],
        ['diastolic', 90],
        ['systolic', 148, AT + 60_000],
        ['diastolic', 88, AT + 60_000],
      ],
    ],
    [
      [
        ['systolic', 150],
        ['systolic', 148],
        ['diastolic', 90],
      ],
    ],
  ] as [[string, number | boolean, number?][]][])('read back as the same readings: %j', (values) => {
    const readings = sent(...values)
    const read = derive(readings).flatMap((stored) => {
      const result = readObservation(renderObservation(stored), codes, zone)
      if (!result.ok) throw new Error(JSON.stringify(result.outcome))
      return result.observation.readings
    })
    const plain = ({ measurement, value, at }: { measurement: string; value: Value; at: number }) =>
      `${measurement} ${value} ${at}`
    expect(read.map(plain).toSorted()).toEqual(readings.map(plain).toSorted())
  })

  it('have ids of their own, and the offset of their moment', () => {
    const twice = derive(sent(['systolic', 150], ['diastolic', 90], ['systolic', 148, AT + 3_600_000]))
    expect(twice.map(({ id }) => id)).toEqual(['p1.0123456789abcdef-1', 'p1.0123456789abcdef-3'])
    const times = twice.map(({ source }) => (JSON.parse(source) as { effectiveDateTime: string }).effectiveDateTime)
    expect(times).toEqual(['2026-10-25T02:30:00+01:00', '2026-10-25T03:30:00+01:00'])
  })

  it('are valid without a usable identifier, a code or a unit', () => {
    const [steps] = derive(sent(['unknown', 3]), '   ')
    expect(JSON.parse(steps!.source)).not.toHaveProperty('identifier')
    expect(readObservation(steps!.source, codes, zone)).toMatchObject({ ok: true })
  })
})
