/** Rule `days-and-every`: a schedule on days of the week comes round on each of them. */
import type { Schedule } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill, listed, say } from '../say.ts'
import { DAY } from '../time/zone.ts'
import { objectsIn } from '../walk.ts'
import { measuringDays, ordinaryLength, weekdays } from './reasoning/delivery.ts'
import { both, lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  never: {
    nl: '“{schedule}” noemt dagen ({days}), maar komt om de {every} terug: altijd op dezelfde dag van de week. Schrijf “every: 1 day” om op al deze dagen te meten.',
    en: '“{schedule}” names days ({days}), but comes round every {every}: always on the same day of the week. Write “every: 1 day” to measure on all of these days.',
  },
  neverExample: {
    nl: 'Een patiënt die op {first} begint, meet alleen op {first}, nooit op {other}.',
    en: 'A patient who begins on {first} measures on {first} only, never on {other}.',
  },
  uneven: {
    nl: '“{schedule}” noemt dagen ({days}) en komt om de {every} terug: dat valt maar soms samen. Schrijf “every: 1 day”, of laat “days” weg.',
    en: '“{schedule}” names days ({days}) and comes round every {every}: those only meet now and then. Write “every: 1 day”, or leave out “days”.',
  },
  unevenExample: {
    nl: 'Een patiënt die op {first} begint, meet soms {least} en soms {most} dagen later weer.',
    en: 'A patient who begins on {first} measures again sometimes {least} and sometimes {most} days later.',
  },
}

export const daysAndEvery: Rule = {
  code: 'days-and-every',
  check: (pathway) =>
    objectsIn(pathway.definition.schedules).flatMap(([id, schedule]) =>
      pathway.broken(below('/schedules', id)) ? [] : finding(pathway, id, schedule),
    ),
}

function finding(pathway: Examined, id: string, schedule: Schedule): Draft[] {
  const { days, every } = schedule
  const round = ordinaryLength(every) / DAY
  if (days === undefined || round === 1 || (round % 7 === 0 && days.length === 1)) return []
  const [first, ...others] = weekdays.filter((day) => days.includes(day))
  const about = {
    schedule: titled(pathway.definition, 'schedules', id),
    every: lasting(every),
    days: both((language) =>
      listed(
        days.map((day) => say(`day-${day}`)[language]),
        language,
        'and',
      ),
    ),
    first: say(`day-${first!}`),
  }
  const at = { path: below('/schedules', id, 'every'), severity: 'warning' } as const
  const fix = pathway.replace(at.path, '1 day')
  if (round % 7 === 0) {
    const example = fill(words.neverExample, { ...about, other: say(`day-${others[0]!}`) })
    return [{ ...at, message: fill(words.never, about), example, fix }]
  }
  const gaps = between(measuringDays(schedule, weekdays.indexOf(first!), 400))
  const example = fill(words.unevenExample, { ...about, least: Math.min(...gaps), most: Math.max(...gaps) })
  return [{ ...at, message: fill(words.uneven, about), example, fix }]
}

/** The days from each measuring day to the next. */
const between = (days: readonly number[]): number[] => days.slice(1).map((day, index) => day - days[index]!)
