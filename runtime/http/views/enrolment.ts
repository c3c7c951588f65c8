/** A patient on a pathway as the API shows it: the state, what to measure next, the limits, what may be decided. */
import type { Enrolment, Instant, Proposal } from '../../interpreter/enrolment.ts'
import { plannedWindows } from '../../interpreter/index.ts'
import type { Pathway } from '../../interpreter/index.ts'
import { transitionSentence } from '../../interpreter/sentence.ts'
import { valuesIn } from '../../engine/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { Caller } from '../access.ts'
import type { DecisionView, EnrolmentView, LimitView, NextMeasurement, ProposalView, StateView } from '../api.ts'
import { moment } from '../moment.ts'
import { say } from '../texts/index.ts'
import { both, bothOf, stateTitle, title } from './both.ts'
import { measurementViews } from './measurement.ts'
import { actorView } from './names.ts'
import type { Names } from './names.ts'

/** How far ahead measurements are shown: a monthly day is always in it. */
const AHEAD = 5 * 7 * 24 * 60 * 60_000

export function enrolmentView(
  { library }: Engine,
  names: Names,
  enrolment: Enrolment,
  { role }: Caller,
  now: Instant,
): EnrolmentView {
  const pathway = library.get(enrolment.pathway, enrolment.version)
  const { definition, zone } = pathway
  return {
    id: enrolment.id,
    pathway: enrolment.pathway,
    version: enrolment.version,
    title: bothOf(definition.title, enrolment.pathway),
    started: moment(enrolment.started, zone),
    state: stateView(pathway, enrolment.state),
    since: moment(enrolment.since, zone),
    watched: enrolment.exit === undefined && (pathway.states.get(enrolment.state)?.watched ?? false),
    next: nextMeasurements(pathway, enrolment, now),
    measurements: measurementViews(pathway.definition),
    limits: limitViews(pathway, names, enrolment, role),
    proposals: enrolment.proposals.map((proposal) => proposalView(pathway, proposal, role)),
    decisions: decisionViews(pathway, enrolment, role),
    facts: factViews(pathway, enrolment),
    pauses: pauseViews(pathway, names, enrolment),
    events: Object.keys(definition.events ?? {}).map((event) => ({
      event,
      title: bothOf(definition.events?.[event]?.title, event),
    })),
  }
}

/** A state with its title, and the exit when it is one. */
export function stateView({ definition, states }: Pathway, state: string): StateView {
  const exit = states.get(state)?.exit
  return { id: state, title: stateTitle(definition, state), ...(exit === undefined ? {} : { exit }) }
}

function nextMeasurements(pathway: Pathway, enrolment: Enrolment, now: Instant): NextMeasurement[] {
  if (enrolment.exit !== undefined) return []
  const windows = plannedWindows(pathway, enrolment, now, now + AHEAD).filter(({ closes }) => closes > now)
  return windows.slice(0, 8).map(({ schedule, measurements, opens, closes }) => ({
    schedule,
    measurements,
    opens: moment(opens, pathway.zone),
    closes: moment(closes, pathway.zone),
    readings: pathway.schedules.get(schedule)?.readings ?? 1,
  }))
}

function limitViews({ definition, zone }: Pathway, names: Names, { parameters }: Enrolment, role: string): LimitView[] {
  return Object.entries(definition.parameters ?? {}).map(
    ([parameter, { measurement, setBy, default: usual, from, to }]) => {
      const own = parameters[parameter]
      const unit = measurement === undefined ? undefined : valuesIn(definition).get(measurement)?.unit
      return {
        parameter,
        title: title(definition, 'parameters', parameter),
        ...(measurement === undefined ? {} : { measurement }),
        ...(unit === undefined ? {} : { unit }),
        value: own?.value ?? usual,
        default: usual,
        from,
        to,
        ...(own
          ? {
              set: {
                by: actorView(names, own.by),
                at: moment(own.at, zone),
                ...(own.because === undefined ? {} : { because: own.because }),
              },
            }
          : {}),
        setBy,
        mayChange: setBy.includes(role),
      }
    },
  )
}

function proposalView(pathway: Pathway, { id, to, roles, since }: Proposal, role: string): ProposalView {
  const path = pathway.transitions.find((transition) => transition.id === id)?.path ?? ''
  return {
    id,
    to: stateView(pathway, to),
    roles,
    since: moment(since, pathway.zone),
    sentence: both((language) => transitionSentence(pathway.definition, path, language)),
    mayAnswer: roles.includes(role),
  }
}

/** The decisions of the state the patient is in, those that hold in every state included. */
function decisionViews(pathway: Pathway, { state, exit }: Enrolment, role: string): DecisionView[] {
  if (exit !== undefined) return []
  return (pathway.states.get(state)?.transitions ?? []).flatMap(({ trigger, to, title: own }) => {
    if (trigger.type !== 'decision') return []
    const target = to === undefined ? undefined : stateView(pathway, to)
    return [
      {
        decision: trigger.decision,
        title: own || !target ? bothOf(own, trigger.decision) : say('decision.to', { state: target.title }),
        by: trigger.by,
        ...(target ? { to: target } : {}),
        mayTake: trigger.by.includes(role),
      },
    ]
  })
}

function pauseViews({ zone }: Pathway, names: Names, { pauses = [] }: Enrolment): EnrolmentView['pauses'] {
  return pauses.map(({ reason, from, until, by }) => ({
    reason,
    from: moment(from, zone),
    until: until === null ? null : moment(until, zone),
    ...(by ? { by: actorView(names, by) } : {}),
  }))
}

function factViews({ definition }: Pathway, { facts }: Enrolment): EnrolmentView['facts'] {
  return Object.entries(facts).map(([fact, value]) => {
    const unit = definition.facts?.[fact]?.unit
    return { fact, title: title(definition, 'facts', fact), value, ...(unit === undefined ? {} : { unit }) }
  })
}
