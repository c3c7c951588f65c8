/** Instants of the server as people read them: on the clock that the text itself names, whatever the browser's own zone. */
import { language } from '../language.ts'

const locale = (): string => (language() === 'nl' ? 'nl-NL' : 'en-GB')

/** `2026-03-27T08:05:00+01:00` → `vr 27 mrt 08:05`. */
export function momentText(moment: string): string {
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
  return formatted(moment, { ...day, hour: '2-digit', minute: '2-digit' }).replace(',', '')
}

/** The day alone: `27 mrt 2026`. */
export function dayText(moment: string): string {
  return formatted(moment, { day: 'numeric', month: 'short', year: 'numeric' })
}

function formatted(moment: string, options: Intl.DateTimeFormatOptions): string {
  const offset = /[+-]\d\d:\d\d$/.exec(moment)?.[0] ?? 'UTC'
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone: offset }).format(Date.parse(moment))
}
