/** What stories cannot mean: two acts in one step, days that do not exist, steps for somebody who does not take part. */
import type { Scenarios, Story, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { addDuration, type Duration } from '../../interpreter/time/duration.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { instantFromText } from '../../interpreter/time/zone.ts'
import { say } from '../say.ts'
import { daysOf, momentOf } from './moment.ts'

const ACTS = ['send', 'acknowledge', 'resolve', 'decide', 'answer', 'set'] as const satisfies (keyof StoryStep)[]

/** Further a story may not reach: every day of it is played. */
const LONGEST: Duration = { amount: 120, unit: 'month' }

/** The mistakes in stories whose shape and names are right. */
export function senseFindings(stories: Scenarios, { timezone }: PathwayDefinition): Finding[] {
  return stories.flatMap((story, index) => {
    const start = instantFromText(timezone, story.start)
    if (start === null) return [badDate(story.start, `/${index}/start`)]
    const steps = (story.steps ?? []).flatMap((step, number) =>
      inStep(step, `/${index}/steps/${number}`, start, timezone),
    )
    return [...registered(story, `/${index}`), ...steps]
  })
}

const badDate = (value: string, path: string): Finding => ({
  code: 'bad-date',
  path,
  message: say('bad-date', { value }),
})

const registered = ({ registration = 'included', steps = [] }: Story, path: string): Finding[] =>
  registration === 'included' || steps.length === 0
    ? []
    : [{ code: 'no-steps', path: `${path}/steps`, at: 'key', message: say('steps-without-registration') }]

function inStep(step: StoryStep, path: string, start: Instant, zone: string): Finding[] {
  const acts = ACTS.filter((act) => step[act] !== undefined)
  return [
    ...(acts.length > 1 ? [{ code: 'one-act', path, message: say('one-act', { acts: acts.join(', ') }) }] : []),
    ...rightMoment(step.at, `${path}/at`, start, zone),
    ...rightMoment(step.taken, `${path}/taken`, start, zone),
    ...(step.days === undefined ? [] : rightDays(step, path, start, zone)),
  ]
}

function rightMoment(moment: string | undefined, path: string, start: Instant, zone: string): Finding[] {
  if (moment === undefined) return []
  const at = momentOf(moment, start, zone)
  return at === null ? [badDate(moment, path)] : near(at, moment, path, start, zone)
}

function near(at: Instant, value: string, path: string, start: Instant, zone: string): Finding[] {
  return at <= addDuration(zone, start, LONGEST) ? [] : [{ code: 'too-far', path, message: say('too-far', { value }) }]
}

function rightDays({ at, days = '' }: StoryStep, path: string, start: Instant, zone: string): Finding[] {
  const [first, last = first] = String(days).split('-').map(Number) as [number, number?]
  return [
    ...(at === undefined ? [] : [{ code: 'days-and-at', path: `${path}/at`, message: say('days-and-at') }]),
    ...near(daysOf(days, start, zone).until, String(days), `${path}/days`, start, zone),
    ...(first > last ? [{ code: 'days-order', path: `${path}/days`, message: say('days-order') }] : []),
  ]
}
