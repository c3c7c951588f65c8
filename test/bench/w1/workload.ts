/** W1: what the patients send, minute by minute. The same for whoever evaluates it. */
import { generator } from '../random.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
/** Local midnight of a Monday; no clock change lies within 150 days of it. */
export const START = Date.parse('2026-05-04T00:00:00+02:00')
/** When the windows of a day open, in minutes; each is two hours, and over an hour later. */
export const OPENS = [7 * 60, 12 * 60, 17 * 60, 21 * 60 + 30]
export const CLOSED_AFTER = 3 * 60

/** One reading: minute of the day, patient, value. Kept as three numbers in a row, in time order. */
export type Sent = Uint32Array

/** Patients have a level of their own that drifts; now and then a value is very high, and some forget for days. */
export type Habit = { level: number; forgets: number; away: number }

export function habits(patients: number, seed: number): { habits: Habit[]; random: () => number } {
  const random = generator(seed)
  const level = () => Math.round(118 + random() * 36)
  return {
    random,
    habits: Array.from({ length: patients }, () => ({ level: level(), forgets: random() * 0.3, away: 0 })),
  }
}

/** What all patients send on one day. */
export function sentOn({ habits: all, random }: { habits: Habit[]; random: () => number }): Sent {
  const readings: [minute: number, patient: number, value: number][] = []
  for (const [patient, habit] of all.entries()) {
    habit.level += Math.round((random() - 0.5) * 4)
    if (habit.away > 0) habit.away--
    else if (random() < 0.005) habit.away = 2
    for (const opens of OPENS) {
      const minute = opens + Math.floor(random() * 120)
      const value = Math.round(random() < 0.005 ? 176 + random() * 24 : habit.level + (random() - 0.5) * 20)
      if (habit.away === 0 && random() >= habit.forgets) readings.push([minute, patient, value])
    }
  }
  return Uint32Array.from(readings.toSorted(([one], [other]) => one - other).flat())
}
