/** A moment as people say it: `zaterdag 4 april 2026 om 17:00`. */
import type { Instant } from '../../enrolment.ts'
import type { BothLanguages } from '../../problem.ts'
import { say } from '../../say.ts'
import type { TextKey } from '../../texts/nl.ts'
import { dayOf, localText, weekday } from '../../time/zone.ts'

/** The local date and clock time of an instant in a time zone. */
export function momentText(zone: string, instant: Instant): BothLanguages {
  const [date, time] = localText(zone, instant).split('T') as [string, string]
  const [year, month, day] = date.split('-') as [string, string, string]
  return say('moment', {
    weekday: say(`day-${weekday(dayOf(zone, instant))}`),
    day: Number(day),
    month: say(`month-${Number(month)}` as TextKey),
    year,
    time: time.slice(0, 5),
  })
}
