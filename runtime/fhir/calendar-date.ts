/** Dates and times in FHIR's forms. The validator's patterns let through a time without a zone, and 30 February. */

const CLOCK = String.raw`([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)`
const FORMS: Record<string, RegExp> = {
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  dateTime: new RegExp(`^\\d{4}(-\\d\\d(-\\d\\d(T${CLOCK})?)?)?$`),
  instant: new RegExp(`^\\d{4}-\\d\\d-\\d\\dT${CLOCK}$`),
}

/** `format` when it is not of the type's form, `date` when such a day does not exist, null when it is right. */
export function dateMistake(type: string, text: string): 'format' | 'date' | null {
  const form = FORMS[type]
  if (!form) return null
  if (!form.test(text)) return 'format'
  return exists(text) ? null : 'date'
}

function exists(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
