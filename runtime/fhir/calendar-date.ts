/** Whether a date or time in FHIR's form exists on the calendar: a pattern alone lets 30 February through. */

/** True for what is not of FHIR's form at all: that is another mistake, found elsewhere. */
export function exists(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return true
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
