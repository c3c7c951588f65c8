/** The public holidays of the Netherlands, computed for any year: the days on which a practice is closed and the out-of-hours service works. */
import { dayFromText } from './zone.ts'

export type DutchHolidays = { liberationDay?: boolean }

/**
 * The public holidays of a year, as local days since 1970-01-01, in no particular order.
 *
 * 1 January, Easter Sunday and Monday, King's Day (27 April, or the 26th when that is a Sunday), Ascension, Whit Sunday
 * and Monday, 25 and 26 December. Good Friday is an ordinary working day. Liberation Day (5 May) counts every year
 * with `liberationDay: true`, and otherwise in the years that it is commonly taken off (2025, 2030, …): it differs per region.
 */
export function dutchHolidays(year: number, { liberationDay = false }: DutchHolidays = {}): number[] {
  const date = (monthAndDay: string) => dayFromText(`${String(year).padStart(4, '0')}-${monthAndDay}`)
  const easter = easterSunday(year)
  const kingsDay = isSunday(date('04-27')) ? date('04-26') : date('04-27')
  const always = [date('01-01'), easter, easter + 1, kingsDay, easter + 39, easter + 49, easter + 50]
  const christmas = [date('12-25'), date('12-26')]
  return [...always, ...christmas, ...(liberationDay || year % 5 === 0 ? [date('05-05')] : [])]
}

/** Easter Sunday as a local day since 1970-01-01, by the Gregorian computus (Meeus, Jones and Butcher), which holds for every year. */
export function easterSunday(year: number): number {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const leapCorrection = century - Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + leapCorrection - moonCorrection + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const fromMarchFirst = epact + weekday - 7 * late + 21
  return dayFromText(`${String(year).padStart(4, '0')}-03-01`) + fromMarchFirst
}

/** 1970-01-01 was a Thursday. */
const isSunday = (day: number): boolean => (((day + 4) % 7) + 7) % 7 === 0
