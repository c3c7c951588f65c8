/** The routes of a pathway version, compiled: who is asked at which hour, until when, and which step follows. */
import type { Party, PathwayDefinition, RouteStep } from '../../schemas/index.ts'
import { compileCalendar, type CompiledCalendar } from '../interpreter/time/calendar.ts'
import { addDuration, type Duration, parseDuration } from '../interpreter/time/duration.ts'
import type { Instant } from '../interpreter/enrolment.ts'
import { aboutKeys, type About } from './side.ts'
import { compileMachine, type Machine, type MachineStates } from '../interpreter/machine.ts'

/** Who is asked, how, and until when if asked at `since`. `otherwise` says that it is the one who stands in outside `during`. */
export type Recipient = {
  party: string
  kind: Party['kind']
  by: RouteStep['by']
  otherwise: boolean
  deadline: (since: Instant) => Instant
}

export type CompiledStep = {
  /** Who can be reached when the step starts now; null when nobody can. */
  reachable: (now: Instant) => Recipient | null
  /** Who it is meant for, reachable or not. */
  meantFor: Recipient
}

/** `machine` has the states `step-0`, `step-1`, …. */
export type CompiledRoute = {
  steps: CompiledStep[]
  machine: Machine
  climbs: (index: number) => boolean
  /** Who is asked when nobody of the route may see the patient: who answers medically. */
  responsible: Recipient
}

export type CompiledRoutes = {
  zone: string
  /** The route of this name. One that the pathway does not have becomes the worklist of whoever monitors: an alert always reaches somebody. */
  route: (name: string) => CompiledRoute
  /** How long a threshold stays silent after its alert was closed. */
  quiet: Map<string, Duration>
  /** The kind of organisation of each party. */
  parties: Map<string, Party['kind']>
  /** What each threshold and transition is about, by key: from which side a value is alarming. */
  about: Map<string, About>
}

/** The compiled routes of a pathway version: what started under one version finishes under it. Throws when there is no such version. */
export type RouteLookup = (pathway: string, version: string) => CompiledRoutes

/** What compiling needs of a pathway; a compiled `Pathway` has it. */
type Source = { definition: PathwayDefinition; zone: string }

/** Compiles the routes, the parties' hours and the quiet times of a pathway. */
export function compileRoutes({ definition, zone }: Source): CompiledRoutes {
  const calendars = new Map<string, CompiledCalendar>()
  for (const [name, calendar] of Object.entries(definition.calendars ?? {})) {
    calendars.set(name, compileCalendar(calendar, zone))
  }
  const compileSteps = (steps: RouteStep[]): CompiledRoute => ({
    steps: steps.map((step) => compileStep(step, definition, calendars, zone)),
    machine: routeMachine(steps),
    climbs: (index) => steps[index]?.repeat === true || index < steps.length - 1,
    responsible: compileStep(asked(whoAnswers(definition)), definition, calendars, zone).meantFor,
  })
  const routes = new Map(Object.entries(definition.routes).map(([name, steps]) => [name, compileSteps(steps)]))
  const lastResort = compileSteps([asked(whoMonitors(definition))])
  const quiet = new Map<string, Duration>()
  for (const [name, threshold] of Object.entries(definition.thresholds ?? {})) {
    if (threshold.quiet) quiet.set(name, parseDuration(threshold.quiet))
  }
  const parties = new Map(Object.entries(definition.parties).map(([name, { kind }]) => [name, kind]))
  return { zone, route: (name) => routes.get(name) ?? lastResort, quiet, parties, about: aboutKeys(definition) }
}

/** The machine of a route: an unanswered step leads to the next, or to itself when it repeats; a last step simply stays. */
function routeMachine(steps: RouteStep[]): Machine {
  const states: MachineStates = {}
  for (const [index, step] of steps.entries()) {
    const next = index < steps.length - 1 ? `step-${index + 1}` : `step-${index}`
    states[`step-${index}`] = { on: { 'nobody-there': next, unanswered: step.repeat ? `step-${index}` : next } }
  }
  return compileMachine('route', 'step-0', states)
}

function compileStep(
  step: RouteStep,
  definition: PathwayDefinition,
  calendars: Map<string, CompiledCalendar>,
  zone: string,
): CompiledStep {
  const isOpen = (calendar: string | undefined, now: Instant): boolean =>
    calendar === undefined || (calendars.get(calendar)?.isOpen(now) ?? true)
  const isThere = ({ party }: Recipient, now: Instant): boolean => isOpen(definition.parties[party]?.hours, now)
  const counting = step.counting === undefined ? undefined : calendars.get(step.counting)
  const meantFor = recipient(step, definition, false, zone, counting)
  const standIn = step.otherwise ? recipient(step.otherwise, definition, true, zone) : null
  const reachable = (now: Instant): Recipient | null => {
    const asked = isOpen(step.during, now) ? meantFor : standIn
    return asked && isThere(asked, now) ? asked : null
  }
  return { reachable, meantFor }
}

function recipient(
  { to, by, within }: Pick<RouteStep, 'to' | 'by' | 'within'>,
  { parties }: PathwayDefinition,
  otherwise: boolean,
  zone: string,
  counting?: CompiledCalendar,
): Recipient {
  const duration = parseDuration(within)
  const deadline = (since: Instant): Instant => counting?.add(since, duration) ?? addDuration(zone, since, duration)
  return { party: to, kind: parties[to]?.kind ?? 'centre', by, otherwise, deadline }
}

const asked = (to: string): RouteStep => ({ to, by: 'worklist', within: '1 day' })

const whoAnswers = (definition: PathwayDefinition): string => definition.setting?.responsible ?? whoMonitors(definition)

function whoMonitors({ setting, parties }: PathwayDefinition): string {
  return setting?.monitoring ?? setting?.responsible ?? Object.keys(parties)[0]!
}
