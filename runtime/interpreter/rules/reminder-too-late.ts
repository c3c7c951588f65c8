/** Rule `reminder-too-late`: a reminder comes while the patient can still measure. */
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { durationText, parseDuration } from '../time/duration.ts'
import { MINUTE } from '../time/zone.ts'
import { objectsIn } from '../walk.ts'
import { ordinaryLength } from './reasoning/delivery.ts'
import { clockText, windowsIn, type Window } from './reasoning/windows.ts'
import { lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  message: {
    nl: 'De herinnering komt {remind} na het begin van het venster, maar {window} is dan al gesloten. Kies een kortere tijd.',
    en: 'The reminder comes {remind} after the window opened, but {window} is closed by then. Choose a shorter time.',
  },
  example: {
    nl: 'Een patiënt met “{schedule}” die om {closes} nog niets gemeten heeft, krijgt pas om {at} een herinnering: te laat om nog binnen {window} te meten.',
    en: 'A patient on “{schedule}” who has not measured by {closes} is only reminded at {at}: too late to measure within {window}.',
  },
}

export const reminderTooLate: Rule = {
  code: 'reminder-too-late',
  check: (pathway) =>
    objectsIn(pathway.definition.schedules).flatMap(([id, schedule]) => {
      if (schedule.remind === undefined) return []
      const shortest = windowsIn(schedule).toSorted((one, other) => lengthOf(one) - lengthOf(other))[0]
      const remind = ordinaryLength(schedule.remind) / MINUTE
      return shortest && remind >= lengthOf(shortest) ? [finding(pathway, id, schedule.remind, shortest)] : []
    }),
}

const lengthOf = ({ opens, closes }: Window): number => closes - opens

function finding({ definition, replace }: Examined, schedule: string, remind: string, window: Window): Draft {
  const path = below('/schedules', schedule, 'remind')
  const about = {
    remind: lasting(remind),
    window: window.text,
    schedule: titled(definition, 'schedules', schedule),
    closes: clockText(window.closes),
    at: clockText(window.opens + ordinaryLength(remind) / MINUTE),
  }
  const fix = replace(path, halfway(lengthOf(window)))
  return { path, severity: 'warning', message: fill(words.message, about), example: fill(words.example, about), fix }
}

/** Half of a window, in whole hours where that fits. */
function halfway(minutes: number): string {
  const half = Math.max(1, Math.floor(minutes / 2))
  const text = half % 60 === 0 ? `${half / 60} hours` : `${half} minutes`
  return durationText(parseDuration(text), 'en')
}
