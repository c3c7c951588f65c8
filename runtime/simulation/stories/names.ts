/** Names in stories that the pathway does not have, with the nearest that it has. */
import type { ExpectedAlert, Expectation, Scenarios, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { nearest } from '../../interpreter/nearest.ts'
import { below } from '../../interpreter/pointer.ts'
import { transitionsIn } from '../../interpreter/walk.ts'
import { say } from '../say.ts'

type Kind =
  | ('measurement' | 'threshold' | 'transition' | 'party' | 'decision' | 'parameter' | 'state')
  | ('route' | 'schedule' | 'message' | 'exit' | 'fact')
type Use = { kind: Kind; path: string; name: string; at?: 'key' }

/** One finding for each name that is used in a story and not known in the pathway. */
export function nameFindings(stories: Scenarios, definition: PathwayDefinition): Finding[] {
  const known = namesOf(definition)
  return usesIn(stories)
    .filter(({ kind, name }) => !known[kind].includes(name))
    .map(({ kind, path, name, at = 'value' as const }) => {
      const meant = nearest(name, known[kind])
      const fillings = {
        kind: say(`kind.${kind}`),
        name,
        meant: meant ?? '',
        known: known[kind].join(', ') || say('none'),
      }
      return {
        code: 'unknown-name',
        path,
        at,
        message: say(meant === null ? 'unknown-name' : 'unknown-name-near', fillings),
      }
    })
}

function namesOf(definition: PathwayDefinition): Record<Kind, string[]> {
  const transitions = transitionsIn(definition)
  const ids = transitions.map(({ id }) => id)
  return {
    measurement: Object.keys(definition.measurements),
    threshold: [...Object.keys(definition.thresholds ?? {}), ...ids],
    transition: ids,
    party: [...Object.keys(definition.parties), 'patient'],
    decision: transitions.flatMap(({ transition }) => transition.decision ?? []),
    parameter: Object.keys(definition.parameters ?? {}),
    state: Object.keys(definition.states),
    route: Object.keys(definition.routes),
    schedule: Object.keys(definition.schedules ?? {}),
    message: Object.keys(definition.messages ?? {}),
    exit: Object.values(definition.states).flatMap(({ exit }) => exit ?? []),
    fact: Object.keys(definition.facts ?? {}),
  }
}

const usesIn = (stories: Scenarios): Use[] =>
  stories.flatMap(({ facts = {}, steps = [] }, index) => [
    ...keys('fact', `/${index}/facts`, facts),
    ...steps.flatMap((step, number) => usesInStep(step, `/${index}/steps/${number}`)),
  ])

const usesInStep = (step: StoryStep, path: string): Use[] => [
  ...keys('measurement', below(path, 'send'), step.send ?? {}),
  ...one('schedule', below(path, 'schedule'), step.schedule),
  ...one('threshold', below(path, 'acknowledge'), step.acknowledge),
  ...one('threshold', below(path, 'resolve'), step.resolve),
  ...one('decision', below(path, 'decide'), step.decide),
  ...one('transition', below(path, 'answer', 'proposal'), step.answer?.proposal),
  ...one('parameter', below(path, 'set', 'parameter'), step.set?.parameter),
  ...one('party', below(path, 'set', 'by'), step.set?.by),
  ...one('party', below(path, 'by'), step.by),
  ...usesInExpectation(step.expect ?? {}, below(path, 'expect')),
]

const usesInExpectation = (expect: Expectation, path: string): Use[] => [
  ...one('state', below(path, 'state'), expect.state),
  ...alerts(expect.alerts, below(path, 'alerts')),
  ...alerts(expect.open, below(path, 'open')),
  ...many('threshold', below(path, 'silent'), expect.silent),
  ...many('party', below(path, 'told'), expect.told),
  ...many('measurement', below(path, 'asked'), expect.asked),
  ...many('schedule', below(path, 'reminded'), expect.reminded),
  ...many('schedule', below(path, 'missed'), expect.missed),
  ...one('message', below(path, 'message'), expect.message),
  ...many('message', below(path, 'messages'), expect.messages),
  ...many('state', below(path, 'entered'), expect.entered),
  ...many('state', below(path, 'proposed'), expect.proposed),
  ...one('exit', below(path, 'exit'), expect.exit),
]

const alerts = (expected: ExpectedAlert[] | undefined, path: string): Use[] =>
  (expected ?? []).flatMap((alert, index) => [
    ...one('threshold', below(path, index, 'threshold'), alert.threshold),
    ...one('transition', below(path, index, 'transition'), alert.transition),
    ...one('route', below(path, index, 'route'), alert.route),
    ...one('party', below(path, index, 'at'), alert.at),
    ...many('threshold', below(path, index, 'under'), alert.under),
  ])

const one = (kind: Kind, path: string, name: string | undefined): Use[] =>
  name === undefined ? [] : [{ kind, path, name }]

const many = (kind: Kind, path: string, names: string | number | string[] | undefined): Use[] =>
  Array.isArray(names)
    ? names.map((name, index) => ({ kind, path: below(path, index), name }))
    : one(kind, path, typeof names === 'string' ? names : undefined)

const keys = (kind: Kind, path: string, map: object): Use[] =>
  Object.keys(map).map((name) => ({ kind, path: below(path, name), name, at: 'key' as const }))
