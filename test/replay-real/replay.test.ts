/** Real home measurements go through `zorgpad replay`, and a separate calculation says which of them must give an alert. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathwayText } from '../pathways/library.ts'
import { cuffs, mustFire, percentile, welltory, type Cuff } from './expected.ts'
import { alertsOf, replay, type ReplayedSubject } from './zorgpad.ts'

const isLow = ({ sys }: Cuff): boolean => sys < 100
const inOrder = <T extends { subject: string; at: string }>(alerts: T[]): T[] =>
  alerts.toSorted((one, other) => (one.subject + one.at < other.subject + other.at ? -1 : 1))

describe('the file as it is', () => {
  let subjects: ReplayedSubject[]
  beforeAll(async () => {
    subjects = await replay('pathways/hypertension.yaml', welltory)
  })

  it('is replayed whole, for people of whom nothing else is known', () => {
    expect(subjects).toHaveLength(8)
    expect(subjects.every(({ assumed }) => assumed)).toBe(true)
    expect(subjects.reduce((sum, { readings }) => sum + readings, 0)).toBe(2 * 485)
  })

  it('holds no very high blood pressure: its highest readings are 151 and 97', () => {
    expect(Math.max(...cuffs().map(({ sys }) => sys))).toBe(151)
    expect(Math.max(...cuffs().map(({ dia }) => dia))).toBe(97)
    for (const threshold of ['crisis', 'very-high', 'crisis-with-complaints'])
      expect(alertsOf(subjects, threshold)).toEqual([])
    expect(subjects.flatMap(({ alerts }) => alerts).filter(({ level }) => level === 'red')).toEqual([])
  })

  it('gives the low readings that the separate calculation finds, and no others', () => {
    const expected = mustFire(isLow)
    expect(expected.length).toBeGreaterThan(5)
    expect(inOrder(alertsOf(subjects, 'low-reading'))).toEqual(inOrder(expected))
  })

  it('shows for each low reading the value that was too low', () => {
    const alerts = subjects.flatMap(({ alerts }) => alerts).filter(({ threshold }) => threshold === 'low-reading')
    const low = alerts.flatMap(({ because }) => because).filter(({ measurement }) => measurement === 'systolic')
    expect(low.length).toBeGreaterThanOrEqual(alerts.length)
    expect(low.every(({ value }) => value < 100)).toBe(true)
  })
})

describe('the same file with the limits of the crisis lowered to its 95th percentile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zorgpad-replay-'))
  const limits = {
    sys: percentile(
      cuffs().map(({ sys }) => sys),
      95,
    ),
    dia: percentile(
      cuffs().map(({ dia }) => dia),
      95,
    ),
  }
  let subjects: ReplayedSubject[]
  beforeAll(async () => {
    const lowered = pathwayText('hypertension.yaml')
      .replace('{ measurement: systolic, atLeast: 180 }', `{ measurement: systolic, atLeast: ${limits.sys} }`)
      .replace('{ measurement: diastolic, atLeast: 110 }', `{ measurement: diastolic, atLeast: ${limits.dia} }`)
    const file = join(folder, 'hypertension.yaml')
    writeFileSync(file, lowered)
    subjects = await replay(file, welltory)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('lies at 134 and 92', () => {
    expect(limits).toEqual({ sys: 134, dia: 92 })
  })

  it('gives every crisis that the separate calculation finds, confirmed or not, and no others', () => {
    const expected = mustFire(({ sys, dia }) => sys >= limits.sys || dia >= limits.dia)
    expect(expected.length).toBeGreaterThan(15)
    expect(new Set(expected.map(({ unconfirmed }) => unconfirmed))).toEqual(new Set([true, false]))
    expect(inOrder(alertsOf(subjects, 'crisis'))).toEqual(inOrder(expected))
  })

  it('leaves the low readings as they were', () => {
    expect(inOrder(alertsOf(subjects, 'low-reading'))).toEqual(inOrder(mustFire(isLow)))
  })
})
