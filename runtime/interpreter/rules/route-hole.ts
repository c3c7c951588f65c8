/** Rule `route-hole`: at every moment, a red alert reaches somebody, and is passed on in time when that one does not answer. */
import type { RouteStep } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { either, hoursOf, longestOf, outside, period } from './reasoning/hours.ts'
import { momentText } from './reasoning/moment.ts'
import { reachOf, sentAt, type Sent } from './reasoning/reach.ts'
import { titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  hole: {
    nl: 'Er zijn momenten waarop een rode melding via “{route}” niemand bereikt. Het eerste: {moment}. Voeg een stap toe voor wie er dan wel is, of een “otherwise”.',
    en: 'There are moments at which a red alert on “{route}” reaches nobody. The first: {moment}. Add a step for who is there then, or an “otherwise”.',
  },
  holeExample: {
    nl: 'Een rode melding van een patiënt (“{cause}”) op {moment} bereikt niemand.',
    en: 'A red alert of a patient (“{cause}”) on {moment} reaches nobody.',
  },
  waits: {
    nl: 'Een rode melding via “{route}” wacht hier in gesloten uren op antwoord: de tijd telt alleen in “{calendar}”. Laat “counting” weg bij een rode melding.',
    en: 'A red alert on “{route}” waits here for an answer during closed hours: the time counts in “{calendar}” only. Leave out “counting” for a red alert.',
  },
  waitsExample: {
    nl: 'Een rode melding van een patiënt (“{cause}”) op {moment} gaat pas na {until} naar de volgende, als {party} niet antwoordt.',
    en: 'A red alert of a patient (“{cause}”) on {moment} goes on to the next one only after {until}, when {party} does not answer.',
  },
}

export const routeHole: Rule = {
  code: 'route-hole',
  check: (pathway) =>
    Object.keys(pathway.definition.routes).flatMap((route) => {
      const sent = sentAt(pathway, route, 'red')
      return sent ? findings(pathway, route, sent) : []
    }),
}

function findings(pathway: Examined, route: string, sent: Sent): Draft[] {
  const { definition, broken } = pathway
  const path = below('/routes', route)
  if (broken(path) || broken('/calendars') || broken('/parties')) return []
  const steps = objectsIn(definition.routes[route])
  const reached = either(...steps.map(([, step]) => reachOf(definition, step)))
  const hole = outside(reached, period(definition.timezone))[0]
  const waits = steps.flatMap(([index, step]) => waiting(pathway, below(path, index), route, step, sent))
  if (hole === undefined) return waits
  const about = { route, moment: momentText(definition.timezone, hole.from), cause: sent.cause }
  return [{ path, at: 'key', message: fill(words.hole, about), example: fill(words.holeExample, about) }, ...waits]
}

/** A step whose time stands still while its calendar is closed: a red alert is then with one who may not be looking. */
function waiting({ definition }: Examined, path: string, route: string, step: RouteStep, { cause }: Sent): Draft[] {
  const { counting, to } = step
  if (counting === undefined || definition.calendars?.[counting] === undefined) return []
  const open = hoursOf(definition, counting)
  const closed = longestOf(outside(open, period(definition.timezone)))
  if (closed === null) return []
  const moment = momentText(definition.timezone, closed.from)
  const until = momentText(definition.timezone, closed.to)
  const about = { route, calendar: counting, cause, moment, party: titled(definition, 'parties', to) }
  return [
    {
      path: below(path, 'counting'),
      severity: 'warning',
      message: fill(words.waits, about),
      example: fill(words.waitsExample, { ...about, until }),
    },
  ]
}
