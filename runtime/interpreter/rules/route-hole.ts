/** Rule `route-hole`: at every moment, a red alert reaches somebody. */
import type { Calendar, PathwayDefinition, RouteStep, Transition } from '../../../schemas/index.ts'
import { compileCalendar, type CompiledCalendar } from '../time/calendar.ts'
import type { Instant } from '../enrolment.ts'
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { say } from '../say.ts'
import { objectsIn, transitionsIn } from '../walk.ts'
import { instantFromText } from '../time/zone.ts'
import { momentText } from './reasoning/moment.ts'
import type { Examined, Rule } from './rule.ts'
import { stateAt, titled } from './reasoning/wording.ts'

/** Two years hold every weekday, each holiday at least once on another day, and four clock changes. */
const period = { from: '2026-01-01T00:00', to: '2028-01-01T00:00' }

export const routeHole: Rule = {
  code: 'route-hole',
  check: (pathway) =>
    [...redRoutes(pathway.definition)].flatMap(([route, cause]) => finding(pathway, route, cause) ?? []),
}

/** The routes that a red alert can take, each with what sends it there. */
function redRoutes(definition: PathwayDefinition): Map<string, BothLanguages> {
  const routes = new Map<string, BothLanguages>()
  const add = (route: string | undefined, cause: BothLanguages): unknown =>
    route !== undefined && !routes.has(route) && routes.set(route, cause)
  for (const [id, { level, route }] of objectsIn(definition.thresholds))
    if (level === 'red') add(route, titled(definition, 'thresholds', id))
  for (const { path, transition } of transitionsIn(definition)) {
    const { alert, threshold } = transition
    const level =
      (typeof alert === 'object' ? alert.level : undefined) ?? definition.thresholds?.[threshold ?? '']?.level
    if (level === 'red') add(typeof alert === 'object' ? alert.route : alert, causeOf(definition, path, transition))
  }
  return routes
}

/** The threshold that a transition waits for, else the state that it leaves. */
function causeOf(definition: PathwayDefinition, path: string, { threshold }: Transition): BothLanguages {
  if (threshold !== undefined) return titled(definition, 'thresholds', threshold)
  return stateAt(definition, path) ?? titled(definition, 'states', definition.initial)
}

function finding({ definition, broken }: Examined, route: string, cause: BothLanguages) {
  const path = below('/routes', route)
  const steps = definition.routes[route]
  if (steps === undefined || broken(path) || broken('/calendars') || broken('/parties')) return null
  const hole = firstHole(definition, steps)
  if (hole === null) return null
  const about = { route, moment: momentText(definition.timezone, hole), cause }
  return { path, at: 'key' as const, message: say('route-hole', about), example: say('route-hole-example', about) }
}

/** The first moment at which no step of the route reaches anybody; null when there is none. */
function firstHole(definition: PathwayDefinition, steps: readonly RouteStep[]): Instant | null {
  const reaches = steps.map((step) => reachOf(definition, step))
  if (reaches.some(({ calendars }) => calendars.length === 0)) return null // somebody is always there
  const calendars = new Set(reaches.flatMap(({ calendars: some }) => some))
  const end = instantFromText(definition.timezone, period.to)!
  let at = instantFromText(definition.timezone, period.from)!
  while (at < end) {
    if (!reaches.some(({ open }) => open(at))) return at
    at = Math.min(...[...calendars].map((calendar) => calendar.nextChange(at)))
  }
  return null
}

/** When a step reaches somebody, and the calendars on which that depends. */
type Reach = { open: (at: Instant) => boolean; calendars: CompiledCalendar[] }

function reachOf(definition: PathwayDefinition, { to, during, otherwise }: RouteStep): Reach {
  const party = hoursOf(definition, to)
  const inside = calendarOf(definition, during)
  if (inside === null) return party
  const other = otherwise ? hoursOf(definition, otherwise.to) : null
  const open = (at: Instant): boolean => (inside.isOpen(at) ? party.open(at) : (other?.open(at) ?? false))
  // A step that always has one of its two parties there does not depend on any calendar.
  const always = party.calendars.length === 0 && other?.calendars.length === 0
  return { open, calendars: always ? [] : [inside, ...party.calendars, ...(other?.calendars ?? [])] }
}

function hoursOf(definition: PathwayDefinition, party: string): Reach {
  const hours = calendarOf(definition, definition.parties[party]?.hours)
  return hours === null ? { open: () => true, calendars: [] } : { open: hours.isOpen, calendars: [hours] }
}

/** A name that does not exist is reported as such: here it counts as always. */
function calendarOf(definition: PathwayDefinition, name: string | undefined): CompiledCalendar | null {
  const calendar = name === undefined ? undefined : definition.calendars?.[name]
  return calendar === undefined ? null : compiled(calendar, definition.timezone)
}

const known = new Map<string, CompiledCalendar>()

/** Compiled calendars remember their days. The checks run at every keystroke and calendars seldom change: the last few are kept. */
function compiled(calendar: Calendar, zone: string): CompiledCalendar {
  const key = JSON.stringify([calendar, zone])
  const calculated = known.get(key) ?? compileCalendar(calendar, zone)
  if (!known.has(key) && known.size >= 20) known.clear()
  known.set(key, calculated)
  return calculated
}
