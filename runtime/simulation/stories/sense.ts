/** What stories cannot mean: two acts in one step, days that do not exist, steps for somebody who does not take part. */
import type { Scenarios, Story, StoryStep } from '../../../schemas/generated/scenarios.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { addDuration, type Duration } from '../../interpreter/time/duration.ts'
import type { Instant } from '../../interpreter/enrolment.ts'
import type { Finding } from '../../interpreter/finding.ts'
import { instantFromText } from '../../interpreter/time/zone.ts'
import { say } from '../say.ts'
import { ACTS } from './act.ts'
import { answerFindings } from './answers.ts'
import { daysOf, momentOf, untilOf } from './moment.ts'
import type { Definitions } from './names.ts'
import { isCast, storiesIn } from './told.ts'

/** Further a story may not reach: every day of it is played. */
const LONGEST: Duration = { amount: 120, unit: 'month' }

/** The mistakes in stories whose shape and names are right. */
export function senseFindings(stories: Scenarios, definition: PathwayDefinition, others: Definitions): Finding[] {
  const inStories = storiesIn(stories).flatMap(([index, story]) => {
    const { timezone } = definition
    const path = `/${index}`
    const start = instantFromText(timezone, story.start)
    if (start === null) return [badDate(story.start, `${path}/start`)]
    const all = [definition, ...(story.also ?? []).flatMap(({ pathway }) => others(pathway) ?? [])]
    const steps = (story.steps ?? []).flatMap((step, number) => {
      const here = `${path}/steps/${number}`
      return [...inStep(step, here, { start, zone: timezone }), ...answerFindings(step, here, all)]
    })
    return [...registered(story, path), ...otherPathways(story, path, definition, others), ...steps]
  })
  return [...castFirst(stories), ...inStories]
}

/** Whoever reads a story must have met its patient. */
const castFirst = (parts: Scenarios): Finding[] =>
  [...parts.entries()].flatMap(([index, part]) =>
    index > 0 && isCast(part)
      ? [{ code: 'patients-first', path: `/${index}/patients`, at: 'key', message: say('patients-first') } as const]
      : [],
  )

const badDate = (value: string, path: string): Finding => ({
  code: 'bad-date',
  path,
  message: say('bad-date', { value }),
})

const registered = ({ registration = 'included', steps = [] }: Story, path: string): Finding[] =>
  registration === 'included' || steps.length === 0
    ? []
    : [{ code: 'no-steps', path: `${path}/steps`, at: 'key', message: say('steps-without-registration') }]

/** Each other pathway must be there, once. */
function otherPathways({ also = [] }: Story, path: string, own: PathwayDefinition, others: Definitions): Finding[] {
  return also.flatMap(({ pathway: name }, index): Finding[] => {
    const here = `${path}/also/${index}/pathway`
    const before = [own.pathway, ...also.slice(0, index).map((one) => one.pathway)]
    if (before.includes(name)) return [{ code: 'twice', path: here, message: say('twice', { name }) }]
    if (others(name)) return []
    return [{ code: 'unknown-pathway', path: here, message: say('unknown-pathway', { name }) }]
  })
}

/** When a story begins, and in which zone its days are. */
type Clock = { start: Instant; zone: string }

function inStep(step: StoryStep, path: string, clock: Clock): Finding[] {
  const { pause, outage, device, correct, until } = step
  const acts = ACTS.filter((act) => step[act] !== undefined && !(act === 'fill' && step.send))
  return [
    ...(acts.length > 1 ? [{ code: 'one-act', path, message: say('one-act', { acts: acts.join(', ') }) }] : []),
    ...rightMoment(step.at, `${path}/at`, clock),
    ...rightMoment(step.taken, `${path}/taken`, clock),
    ...rightMoment(correct?.at, `${path}/correct/at`, clock),
    ...rightMoment(until, `${path}/until`, clock),
    ...rightMoment(pause?.until, `${path}/pause/until`, clock),
    ...[
      outage && rightStretch(outage, `${path}/outage`, clock),
      device && rightStretch(device, `${path}/device`, clock),
    ].flatMap((found) => found ?? []),
    ...(step.days === undefined ? [] : rightDays(step, path, clock)),
    ...(correct && (correct.to === undefined) === (correct.withdrawn === undefined)
      ? [{ code: 'to-or-withdrawn', path: `${path}/correct`, message: say('to-or-withdrawn') }]
      : []),
    ...sentSomething(step, path),
    ...(step.expect?.also ?? []).flatMap((one, index) =>
      one.in === undefined ? [{ code: 'needs-in', path: `${path}/expect/also/${index}`, message: say('in-also') }] : [],
    ),
  ]
}

/** `days` and `taken` are about what is sent. */
function sentSomething({ days, taken, send, fill }: StoryStep, path: string): Finding[] {
  const key = days === undefined ? (taken === undefined ? null : 'taken') : 'days'
  if (key === null || send || fill) return []
  return [{ code: 'needs-key', path: `${path}/${key}`, at: 'key', message: say('needs-what', { key }) }]
}

function rightMoment(moment: string | undefined, path: string, { start, zone }: Clock): Finding[] {
  if (moment === undefined) return []
  const at = untilOf(moment, start, start, zone)
  return at === null ? [badDate(moment, path)] : near(at, moment, path, { start, zone })
}

function rightStretch({ from, until }: { from: string; until: string }, path: string, clock: Clock): Finding[] {
  const found = [...rightMoment(from, `${path}/from`, clock), ...rightMoment(until, `${path}/until`, clock)]
  if (found.length > 0) return found
  const [begins, ends] = [from, until].map((moment) => momentOf(moment, clock.start, clock.zone)!) as [number, number]
  return begins < ends ? [] : [{ code: 'ends-before', path: `${path}/until`, message: say('ends-before') }]
}

function near(at: Instant, value: string, path: string, { start, zone }: Clock): Finding[] {
  return at <= addDuration(zone, start, LONGEST) ? [] : [{ code: 'too-far', path, message: say('too-far', { value }) }]
}

function rightDays({ at, days = '' }: StoryStep, path: string, clock: Clock): Finding[] {
  const [first, last = first] = String(days).split('-').map(Number) as [number, number?]
  return [
    ...(at === undefined ? [] : [{ code: 'days-and-at', path: `${path}/at`, message: say('days-and-at') }]),
    ...near(daysOf(days, clock.start, clock.zone).until, String(days), `${path}/days`, clock),
    ...(first > last ? [{ code: 'days-order', path: `${path}/days`, message: say('days-order') }] : []),
  ]
}
