/** The measuring windows of schedules, in minutes of the day. */
import type { Schedule } from '../../../../schemas/index.ts'

/** `closes` lies past 1440 when the window runs past midnight. */
export type Window = { index: number; text: string; opens: number; closes: number }

const DAY = 24 * 60

/** The windows of a schedule, as they are written. */
export const windowsIn = ({ windows }: Schedule): Window[] =>
  windows.flatMap((text, index) => {
    const [opens, closes] = text.split('-').map(minutes) as [number, number]
    return [{ index, text, opens, closes: closes > opens ? closes : closes + DAY }]
  })

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** `1530` minutes is `01:30` on the next day. */
export const clockText = (minute: number): string =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** Where two windows are open together, on the same day or over midnight. Null when they never are. */
export function openTogether(one: Window, other: Window): { from: number; to: number } | null {
  for (const shift of [0, DAY, -DAY]) {
    const [from, to] = [Math.max(one.opens, other.opens + shift), Math.min(one.closes, other.closes + shift)]
    if (from < to) return { from, to }
  }
  return null
}
