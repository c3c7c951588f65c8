/** Rule `unanswered-alert`: an alert that nobody answers is not left lying with the last one who was asked. */
import type { RouteStep } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import type { Severity } from '../problem.ts'
import { fill } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { outside, period } from './reasoning/hours.ts'
import { momentText } from './reasoning/moment.ts'
import { alertsByRoute, reachOf, type Sent } from './reasoning/reach.ts'
import { lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  stays: {
    nl: 'De laatste stap van “{route}” herhaalt zich niet: antwoordt {party} niet, dan blijft de melding voor altijd liggen. Voeg “repeat: true” toe.',
    en: 'The last step of “{route}” does not repeat: when {party} does not answer, the alert stays there for ever. Add “repeat: true”.',
  },
  staysExample: {
    nl: 'Een melding van een patiënt (“{cause}”) ligt na {within} zonder antwoord bij {party}, en daarna hoort niemand er meer iets van.',
    en: 'An alert of a patient (“{cause}”) has been with {party} for {within} without an answer, and after that nobody hears of it again.',
  },
  stuck: {
    nl: 'Deze stap van “{route}” herhaalt zich tot er antwoord komt: de stappen erna komen nooit aan de beurt. Zet “repeat” alleen bij de laatste stap.',
    en: 'This step of “{route}” repeats until there is an answer: the steps after it never get their turn. Put “repeat” at the last step only.',
  },
  stuckExample: {
    nl: 'Een melding van een patiënt (“{cause}”) gaat elke {within} opnieuw naar {party}, en nooit naar {next}.',
    en: 'An alert of a patient (“{cause}”) goes to {party} again every {within}, and never to {next}.',
  },
  nobody: {
    nl: 'De laatste stap van “{route}” bereikt op sommige uren niemand. Antwoordt er dan niemand, dan wordt er ook niemand meer gevraagd. Voeg een “otherwise” toe, of een laatste stap met iemand die er altijd is.',
    en: 'The last step of “{route}” reaches nobody at some hours. When nobody answers then, nobody is asked any more. Add an “otherwise”, or a last step with somebody who is always there.',
  },
  nobodyExample: {
    nl: 'Een rode melding van een patiënt (“{cause}”) die om {moment} nog niemand heeft beantwoord, wacht tot {until}.',
    en: 'A red alert of a patient (“{cause}”) that nobody has answered by {moment} waits until {until}.',
  },
}

export const unansweredAlert: Rule = {
  code: 'unanswered-alert',
  check: (pathway) => [...alertsByRoute(pathway)].flatMap(([route, sent]) => findings(pathway, route, sent)),
}

/** What waits for nobody may wait: a route that only green alerts take is passed over. */
function findings(pathway: Examined, route: string, all: readonly Sent[]): Draft[] {
  const { definition, broken } = pathway
  const path = below('/routes', route)
  const steps = objectsIn(definition.routes[route])
  const worst = all.find(({ level }) => level === 'red') ?? all.find(({ level }) => level === 'amber')
  if (steps.length === 0 || worst === undefined || broken(path)) return []
  const [index, last] = steps.at(-1)!
  return [
    ...steps
      .slice(0, -1)
      .flatMap(([at, step], place) => stuck(pathway, route, below(path, at), step, steps[place + 1]![1], worst)),
    ...(last.repeat
      ? nobodyThere(pathway, route, below(path, index), last, worst)
      : [stays(pathway, route, below(path, index), last, worst)]),
  ]
}

/** A red alert must not come to rest; an amber one that does is at least on somebody's list. */
const severityOf = ({ level }: Sent): Severity => (level === 'red' ? 'error' : 'warning')

function stays(pathway: Examined, route: string, path: string, step: RouteStep, sent: Sent): Draft {
  const { definition } = pathway
  const about = {
    route,
    party: titled(definition, 'parties', step.to),
    cause: sent.cause,
    within: lasting(step.within),
  }
  return {
    path,
    severity: severityOf(sent),
    message: fill(words.stays, about),
    example: fill(words.staysExample, about),
    fix:
      step.repeat === undefined
        ? pathway.addAfter(below(path, 'within'), 'repeat', 'true')
        : pathway.replace(below(path, 'repeat'), 'true'),
  }
}

function stuck(
  { definition }: Examined,
  route: string,
  path: string,
  step: RouteStep,
  next: RouteStep,
  sent: Sent,
): Draft[] {
  if (!step.repeat) return []
  const [party, following] = [titled(definition, 'parties', step.to), titled(definition, 'parties', next.to)]
  const about = { route, party, next: following, cause: sent.cause, within: lasting(step.within) }
  const message = fill(words.stuck, about)
  return [{ path: below(path, 'repeat'), severity: 'warning', message, example: fill(words.stuckExample, about) }]
}

/** An amber alert may wait for the morning. */
function nobodyThere(
  { definition, broken }: Examined,
  route: string,
  path: string,
  step: RouteStep,
  sent: Sent,
): Draft[] {
  if (sent.level !== 'red' || broken('/calendars') || broken('/parties')) return []
  const gap = outside(reachOf(definition, step), period(definition.timezone))[0]
  if (gap === undefined) return []
  const [moment, until] = [gap.from, gap.to].map((at) => momentText(definition.timezone, at)) as [never, never]
  const about = { route, cause: sent.cause, moment, until }
  return [{ path, severity: 'warning', message: fill(words.nobody, about), example: fill(words.nobodyExample, about) }]
}
