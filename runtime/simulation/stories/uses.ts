/** Every name that a story uses, with its place. */
import type { Cast, Expectation, ExpectedAlert, Story, StoryStep } from '../../../schemas/generated/scenarios.ts'
import { below } from '../../interpreter/pointer.ts'
import type { Kind } from './known.ts'

/** `on` is the pathway that the name must be of; `own` says that it must be of the story's own; otherwise any of the patient's will do. */
export type Use = { kind: Kind; path: string; name: string; at?: 'key'; on?: string; own?: boolean }

/** In the order in which they stand. */
export const usesIn = ({ patient, facts = {}, also = [], steps = [] }: Story, path: string): Use[] => [
  ...one('patient', `${path}/patient`, patient),
  ...keys('fact', `${path}/facts`, facts).map((use) => ({ ...use, own: true })),
  ...also.flatMap(({ pathway, facts: known = {} }, index) =>
    keys('fact', `${path}/also/${index}/facts`, known).map((use) => ({ ...use, on: pathway })),
  ),
  ...steps.flatMap((step, number) => usesInStep(step, `${path}/steps/${number}`)),
]

/** The facts of the patients at the top of the file. */
export const usesInCast = (cast: Cast['patients']): Use[] =>
  Object.entries(cast).flatMap(([patient, facts]) => keys('fact', below('/0/patients', patient), facts))

const usesInStep = (step: StoryStep, path: string): Use[] => [
  ...one('pathway', below(path, 'in'), step.in),
  ...about(step.in, inActs(step, path)),
  ...one('party', below(path, 'by'), step.by),
  ...usesInExpectation(step.expect ?? {}, below(path, 'expect')),
]

const inActs = (step: StoryStep, path: string): Use[] => [
  ...keys('measurement', below(path, 'send'), step.send ?? {}),
  ...keys('questionnaire', below(path, 'fill'), step.fill ?? {}),
  ...one('schedule', below(path, 'schedule'), step.schedule),
  ...one('threshold', below(path, 'acknowledge'), step.acknowledge),
  ...one('threshold', below(path, 'resolve'), step.resolve),
  ...one('threshold', below(path, 'snooze'), step.snooze),
  ...one('decision', below(path, 'decide'), step.decide),
  ...one('event', below(path, 'report'), step.report),
  ...one('measurement', below(path, 'correct', 'measurement'), step.correct?.measurement),
  ...one('transition', below(path, 'answer', 'proposal'), step.answer?.proposal),
  ...one('parameter', below(path, 'set', 'parameter'), step.set?.parameter),
  ...one('party', below(path, 'set', 'by'), step.set?.by),
]

/** What is written of one pathway must be known there. */
const about = (pathway: string | undefined, uses: Use[]): Use[] =>
  pathway === undefined ? uses : uses.map((use) => ({ ...use, on: pathway }))

const usesInExpectation = (expect: Expectation, path: string): Use[] => [
  ...one('pathway', below(path, 'in'), expect.in),
  ...about(expect.in, ofPathway(expect, path)),
  ...ofPatient(expect, path),
  ...(expect.also ?? []).flatMap((other, index) => usesInExpectation(other, below(path, 'also', index))),
]

/** Alerts and those who are told are the patient's, of all pathways together. */
const ofPatient = (expect: Expectation, path: string): Use[] => [
  ...alerts(expect.alerts, below(path, 'alerts')),
  ...alerts(expect.open, below(path, 'open')),
  ...many('threshold', below(path, 'silent'), expect.silent),
  ...many('party', below(path, 'told'), expect.told),
]

const ofPathway = (expect: Expectation, path: string): Use[] => [
  ...one('state', below(path, 'state'), expect.state),
  ...keys('score', below(path, 'score'), expect.score ?? {}),
  ...many('measurement', below(path, 'asked'), expect.asked),
  ...many('schedule', below(path, 'reminded'), expect.reminded),
  ...many('schedule', below(path, 'missed'), expect.missed),
  ...many('schedule', below(path, 'excused'), expect.excused),
  ...many('threshold', below(path, 'corrected'), expect.corrected),
  ...many('threshold', below(path, 'untrue'), expect.untrue),
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
    ...many('pathway', below(path, index, 'pathways'), alert.pathways),
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
