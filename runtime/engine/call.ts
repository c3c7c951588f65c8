/** "Whom to call": the practice, and the emergency number; who looks now decides which comes first. */
import { compileCalendar } from '../interpreter/time/calendar.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { Telling } from './answer.ts'
import { alertOf } from './meaning.ts'
import { fill } from './texts/index.ts'

/** Whom to call, in the language of the patient. */
export function callOf(telling: Telling): string {
  const { effects, practice, language } = telling
  if (alertOf(effects)?.level === 'red') return fill(language, 'call.red')
  if (!isWatched(telling)) return fill(language, 'call.nobody')
  const organisation = practice?.name ?? telling.record.organisation
  if (practice?.phone === undefined) return fill(language, 'call.practice-without-phone', { organisation })
  return fill(language, 'call.practice', { organisation, phone: practice.phone })
}

/** Whether somebody watches this patient at this moment: in a watched state, with the one who monitors at work. */
function isWatched({ record, library, now }: Telling): boolean {
  return record.enrolments.some((enrolment) => {
    const pathway = library.get(enrolment.pathway, enrolment.version)
    return (
      enrolment.exit === undefined &&
      pathway.states.get(enrolment.state)?.watched === true &&
      isMonitorThere(pathway, record.alerts.away ?? [], now)
    )
  })
}

/** A party without hours is there day and night; one that may not see the patient is not. */
function isMonitorThere({ definition, zone }: Pathway, away: string[], now: Instant): boolean {
  const { setting, parties, calendars } = definition
  const monitor = parties[setting?.monitoring ?? setting?.responsible ?? '']
  if (monitor && away.includes(monitor.kind)) return false
  const hours = monitor?.hours
  const calendar = hours === undefined ? undefined : calendars?.[hours]
  return calendar === undefined || compileCalendar(calendar, zone).isOpen(now)
}
