/** Rule `overlapping-windows`: nobody is asked for the same measurement twice at the same time. */
import type { Schedule } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { fill, listed, type Filling } from '../say.ts'
import { lived, objectsIn, type StatePart } from '../walk.ts'
import { valueTitled } from './reasoning/values.ts'
import { leafStatesOf } from './reasoning/walked.ts'
import { clockText, openTogether, windowsIn, type Window } from './reasoning/windows.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  same: {
    nl: 'De vensters {one} en {other} van dit meetschema lopen over elkaar heen. Laat het een eindigen voor het ander begint.',
    en: 'The windows {one} and {other} of this schedule run into one another. Let one end before the other begins.',
  },
  two: {
    nl: 'Dit venster ({other}) loopt over dat van “{first}” heen ({one}), en beide vragen: {what}. Maak de vensters gelijk: dan geldt één meting voor allebei. Of laat ze niet over elkaar lopen.',
    en: 'This window ({other}) runs into that of “{first}” ({one}), and both ask for: {what}. Make the windows equal: then one reading counts for both. Or keep them apart.',
  },
  example: {
    nl: 'Een patiënt{where} die om {early} meet, krijgt om {late} weer dezelfde vraag: {what}.',
    en: 'A patient{where} who measures at {early} is asked again at {late} for the same: {what}.',
  },
  missed: {
    nl: 'Een patiënt{where} die na {late} meet, is klaar voor het ene venster en heeft het andere gemist: {what}.',
    en: 'A patient{where} who measures after {late} has done the one window and missed the other: {what}.',
  },
  where: { nl: ' in “{state}”', en: ' in “{state}”' },
}

export const overlappingWindows: Rule = {
  code: 'overlapping-windows',
  check: (pathway) => [...withinOne(pathway), ...betweenTwo(pathway)],
}

/** The windows of one schedule. Past midnight only counts where every day is a measuring day. */
const withinOne = (pathway: Examined): Draft[] =>
  objectsIn(pathway.definition.schedules).flatMap(([id, schedule]) =>
    windowsIn(schedule).flatMap((other, position, windows) => {
      const one = windows.slice(0, position).find((earlier) => meet(schedule, schedule, earlier, other))
      if (one === undefined) return []
      const about = { one: one.text, other: other.text, what: asking(pathway, schedule.measure), where: '' }
      return [draft(id, other, fill(words.same, about), exampleOf(one, other, about))]
    }),
  )

/** The schedules that run together in a state: each pair is one finding, in the first state that has both. */
function betweenTwo(pathway: Examined): Draft[] {
  const found = new Map<string, Draft>()
  for (const state of leafStatesOf(pathway)) {
    const running = (lived(state).schedules ?? []).flatMap((id): [string, Schedule][] => {
      const schedule = pathway.definition.schedules?.[id]
      return schedule ? [[id, schedule]] : []
    })
    for (const [position, second] of running.entries())
      for (const first of running.slice(0, position)) {
        const key = [first[0], second[0]].toSorted().join()
        const draft = found.has(key) ? null : clash(pathway, state, first, second)
        if (draft) found.set(key, draft)
      }
  }
  return [...found.values()]
}

type Running = [id: string, schedule: Schedule]

function clash(pathway: Examined, state: StatePart, [first, one]: Running, [second, other]: Running): Draft | null {
  const asked = one.measure.filter((name) => other.measure.includes(name))
  if (asked.length === 0) return null
  for (const window of windowsIn(other)) {
    // The same window twice is one request: the reading counts for both.
    const equal = windowsIn(one).some(({ text }) => text === window.text)
    const before = equal ? undefined : windowsIn(one).find((earlier) => meet(one, other, earlier, window))
    if (before === undefined) continue
    const about = { one: before.text, other: window.text, what: asking(pathway, asked) }
    const where = fill(words.where, { state: titled(pathway.definition, 'states', state.id) })
    const message = fill(words.two, { ...about, first: titled(pathway.definition, 'schedules', first) })
    return draft(second, window, message, exampleOf(before, window, { ...about, where }))
  }
  return null
}

/** Windows over midnight meet those of the next day only where the next day is a measuring day too. */
function meet(one: Schedule, other: Schedule, first: Window, second: Window): boolean {
  const shared = openTogether(first, second)
  if (shared === null) return false
  const daily = one.every === '1 day' || other.every === '1 day'
  return daily || (first.opens < second.closes && second.opens < first.closes)
}

/** Somebody who measures as the one opens is asked again when the other does; opening together, who measures late misses the shorter one. */
function exampleOf(one: Window, other: Window, about: { what: BothLanguages; where: Filling }): BothLanguages {
  const shared = openTogether(one, other)!
  const [first, second] = shared.from % DAY === other.opens ? [one, other] : [other, one]
  if (first.opens === second.opens) return fill(words.missed, { ...about, late: clockText(shared.to) })
  return fill(words.example, { ...about, early: clockText(first.opens), late: clockText(second.opens) })
}

const DAY = 24 * 60

const asking = ({ definition }: Examined, names: readonly string[]): BothLanguages =>
  both((language) =>
    listed(
      names.map((name) => `“${valueTitled(definition, name)[language]}”`),
      language,
      'and',
    ),
  )

function draft(schedule: string, { index }: Window, message: Draft['message'], example: Draft['example']): Draft {
  return { path: below('/schedules', schedule, 'windows', index), severity: 'warning', message, example }
}
