/** Until when an alert is put off, and what breaks that, in words. */
import type { Alert, SnoozeCause } from '../../alerts/index.ts'
import { shownValue, valuesIn } from '../../engine/index.ts'
import type { Library } from '../../engine/index.ts'
import { quantity, unitIn } from '../../interpreter/sentence.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { InBoth, WorkItem } from '../api.ts'
import { moment } from '../moment.ts'
import { say } from '../texts/index.ts'
import { both, valueTitle } from './both.ts'
import { actorView } from './names.ts'
import type { Names } from './names.ts'

export function snoozedView(
  library: Library,
  names: Names,
  { snoozed, head, under }: Alert,
): Pick<WorkItem, 'snoozed'> {
  if (!snoozed) return {}
  const { by, at, until, because, causes } = snoozed
  const { zone } = library.get(head.pathway, head.version)
  const said = causes.flatMap((cause) => {
    const firing = [head, ...under].find(({ pathway }) => cause.key.startsWith(`${pathway}/`))
    return firing ? [causeText(library.get(firing.pathway, firing.version).definition, cause)] : []
  })
  return {
    snoozed: {
      by: actorView(names, by),
      at: moment(at, zone),
      until: moment(until, zone),
      ...(because === undefined ? {} : { because }),
      causes: [...new Map(said.map((text) => [text.nl, text])).values()],
    },
  }
}

/** `Bovendruk: afgebroken bij hoger dan 188 mmHg`. */
function causeText(definition: PathwayDefinition, cause: SnoozeCause): InBoth {
  const measurement = valueTitle(definition, cause.measurement)
  if (cause.worse !== 'given' && cause.over !== undefined) return say(`snooze.mean.${cause.worse}`, { measurement })
  const first = cause.seen[0]?.value ?? (cause.worse === 'given' ? undefined : cause.limit)
  if (first === undefined) return say('snooze.any', { measurement })
  const unit = valuesIn(definition).get(cause.measurement)?.unit
  const value = both((language) => {
    if (typeof first === 'boolean') return say(first ? 'history.answered.yes' : 'history.answered.no')[language]
    return quantity(shownValue(definition, cause.measurement, first), unitIn(unit, language), language)
  })
  return say(`snooze.${cause.worse}`, { measurement, value })
}
