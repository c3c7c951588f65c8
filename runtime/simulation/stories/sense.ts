/** What stories cannot mean: two acts in one step, days that do not exist, steps for somebody who does not take part. */
import type { Scenarios, Story, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { instantFromText } from '../../interpreter/zone.ts'
import { say } from '../say.ts'
import { momentOf } from './moment.ts'

const ACTS = ['send', 'acknowledge', 'resolve', 'decide', 'answer', 'set'] as const satisfies (keyof StoryStep)[]

/** The mistakes in stories whose shape and names are right. */
export function senseFindings(stories: Scenarios, { timezone }: PathwayDefinition): Finding[] {
  return stories.flatMap((story, index) => [
    ...registered(story, `/${index}`),
    ...existing(story.start, `/${index}/start`, timezone),
    ...(story.steps ?? []).flatMap((step, number) => inStep(step, `/${index}/steps/${number}`, timezone)),
  ])
}

const registered = ({ registration = 'included', steps = [] }: Story, path: string): Finding[] =>
  registration === 'included' || steps.length === 0
    ? []
    : [{ code: 'no-steps', path: `${path}/steps`, at: 'key', message: say('steps-without-registration') }]

function inStep(step: StoryStep, path: string, zone: string): Finding[] {
  const acts = ACTS.filter((act) => step[act] !== undefined)
  return [
    ...(acts.length > 1 ? [{ code: 'one-act', path, message: say('one-act', { acts: acts.join(', ') }) }] : []),
    ...existing(step.at, `${path}/at`, zone),
    ...existing(step.taken, `${path}/taken`, zone),
    ...(step.days === undefined ? [] : rightDays(step, path)),
  ]
}

function existing(moment: string | undefined, path: string, zone: string): Finding[] {
  if (moment === undefined || momentOf(moment, instantFromText(zone, '2026-01-01')!, zone) !== null) return []
  return [{ code: 'bad-date', path, message: say('bad-date', { value: moment }) }]
}

function rightDays({ at, days }: StoryStep, path: string): Finding[] {
  const [first, last = first] = String(days).split('-').map(Number) as [number, number?]
  return [
    ...(at === undefined ? [] : [{ code: 'days-and-at', path: `${path}/at`, message: say('days-and-at') }]),
    ...(first > last ? [{ code: 'days-order', path: `${path}/days`, message: say('days-order') }] : []),
  ]
}
