/** Rule `uncovered-hours`: it is said who answers for what, and no amber alert has to be answered while nobody is there. */
import type { RouteStep } from '../../../schemas/index.ts'
import type { Instant } from '../enrolment.ts'
import { below } from '../pointer.ts'
import { fill, listed } from '../say.ts'
import { addDuration, parseDuration } from '../time/duration.ts'
import { objectsIn } from '../walk.ts'
import { longestOf, outside, period } from './reasoning/hours.ts'
import { momentText } from './reasoning/moment.ts'
import { reachOf, sentAt, type Sent } from './reasoning/reach.ts'
import { namesWritten } from './reasoning/walked.ts'
import { isWhole } from './reasoning/whole.ts'
import { both, lasting, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  unnamed: {
    nl: 'Onder “setting” ontbreekt: {missing}. Een zorgpad zegt wie de patiënt aanmeldt (origin), wie verantwoordelijk blijft (responsible), wie de metingen bewaakt (monitoring) en wie begeleidt (lead).',
    en: 'Missing under “setting”: {missing}. A pathway says who registers the patient (origin), who stays responsible (responsible), who watches the measurements (monitoring) and who guides (lead).',
  },
  unnamedExample: {
    nl: 'Een patiënt in “{title}” die vraagt wie er {duty}, krijgt geen antwoord.',
    en: 'A patient in “{title}” who asks who {duty} gets no answer.',
  },
  origin: { nl: 'hem heeft aangemeld', en: 'registered them' },
  responsible: { nl: 'verantwoordelijk voor hem blijft', en: 'stays responsible for them' },
  monitoring: { nl: 'naar zijn metingen kijkt', en: 'looks at their measurements' },
  lead: { nl: 'hem begeleidt', en: 'guides them' },
  unused: {
    nl: '“{party}” wordt nergens gevraagd. Geef deze partij een taak, of verwijder haar.',
    en: '“{party}” is never asked for anything. Give this party a task, or remove it.',
  },
  unusedExample: {
    nl: 'Bij geen enkele patiënt krijgt {party} een melding, een bericht of een besluit.',
    en: 'For no patient does {party} get an alert, a message or a decision.',
  },
  absent: {
    nl: 'Een oranje melding via “{route}” moet hier binnen {within} beantwoord zijn, maar {party} is er soms langer niet. Tel de tijd in een kalender (“counting”), of voeg een “otherwise” toe.',
    en: 'An amber alert on “{route}” must be answered here within {within}, but {party} is sometimes away for longer. Count the time in a calendar (“counting”), or add an “otherwise”.',
  },
  absentExample: {
    nl: 'Een oranje melding van een patiënt (“{cause}”) die nog openstaat als {party} vertrekt ({moment}), is te laat op {deadline}; {party} is er pas weer op {until}.',
    en: 'An amber alert of a patient (“{cause}”) that is still open when {party} leaves ({moment}) is late on {deadline}; {party} is not back until {until}.',
  },
}

const duties = ['origin', 'responsible', 'monitoring', 'lead'] as const

export const uncoveredHours: Rule = {
  code: 'uncovered-hours',
  check: (pathway) => [...unnamed(pathway), ...unused(pathway), ...absences(pathway)],
}

/** Every Dutch guideline asks for these four, so a pathway without them cannot be published. */
function unnamed(pathway: Examined): Draft[] {
  const { definition, broken } = pathway
  const { setting, title } = definition
  const missing = duties.filter((duty) => setting?.[duty] === undefined && !broken(below('/setting', duty)))
  if (missing.length === 0 || !isWhole(pathway)) return []
  const about = {
    missing: both((language) => listed(missing, language, 'and')),
    title: both((language) => title[language] ?? title.nl ?? definition.pathway),
    duty: words[missing[0]!],
  }
  return [
    {
      path: setting === undefined ? '/pathway' : '/setting',
      at: 'key',
      message: fill(words.unnamed, about),
      example: fill(words.unnamedExample, about),
    },
  ]
}

function unused(pathway: Examined): Draft[] {
  const asked = new Set(
    namesWritten(pathway).flatMap(({ section, name }) => (section === 'parties' || section === 'roles' ? [name] : [])),
  )
  return objectsIn(pathway.definition.parties)
    .filter(([id, { kind }]) => !asked.has(id) && kind !== 'patient')
    .map(([id]) => {
      const about = { party: titled(pathway.definition, 'parties', id) }
      const message = fill(words.unused, about)
      return {
        path: below('/parties', id),
        at: 'key',
        severity: 'hint',
        message,
        example: fill(words.unusedExample, about),
      }
    })
}

/** The first step of each route that amber alerts take: a party that is away longer than it may take to answer. */
function absences(pathway: Examined): Draft[] {
  const { definition, broken } = pathway
  if (broken('/calendars') || broken('/parties')) return []
  return Object.keys(definition.routes).flatMap((route) => {
    const sent = sentAt(pathway, route, 'amber')
    const first = objectsIn(definition.routes[route])[0]
    return sent && first ? absence(pathway, route, below('/routes', route, first[0]), first[1], sent) : []
  })
}

function absence({ definition }: Examined, route: string, path: string, step: RouteStep, { cause }: Sent): Draft[] {
  const zone = definition.timezone
  const away = longestOf(outside(reachOf(definition, step), period(zone)))
  if (away === null || step.counting !== undefined) return []
  const deadline = addDuration(zone, away.from, parseDuration(step.within))
  if (deadline >= away.to) return []
  const moment = (at: Instant) => momentText(zone, at)
  const times = { moment: moment(away.from), deadline: moment(deadline), until: moment(away.to) }
  const about = { route, cause, party: titled(definition, 'parties', step.to), within: lasting(step.within), ...times }
  return [{ path, severity: 'warning', message: fill(words.absent, about), example: fill(words.absentExample, about) }]
}
