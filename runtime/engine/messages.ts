/** What leaves for people because of what happened: messages of the pathways, requests to measure again, reminders; in the patient's language. */
import type { Effect, Instant } from '../interpreter/enrolment.ts'
import type { Pathway } from '../interpreter/index.ts'
import type { OutgoingMessage, PatientRecord } from '../store/store.ts'
import type { StepTaken } from './account.ts'
import type { Moment } from './alerting.ts'
import type { Library } from './library.ts'
import { clockText, listed, measuredNames } from './words.ts'
import { fill } from './texts/index.ts'

type Draft = { id: string; at: Instant; to: string; text: string }
/** An effect with the pathway that it is of, and the number of the message that it becomes. */
type Said<Kind extends Effect = Effect> = { id: string; at: Instant; pathway: Pathway; effect: Kind }
type Asking = Extract<Effect, { type: 'measure' | 'remind' }>

/**
 * A patient on several pathways is asked once: what is asked at one moment is one message, before the earliest deadline of those.
 * A reminder for a window that is over when it is handled is left out.
 */
export function messagesOf(
  library: Library,
  record: PatientRecord,
  steps: StepTaken[],
  moment: Moment,
): OutgoingMessage[] {
  const said = steps.flatMap((taken) => saidIn(library, record, taken))
  const drafts = [...ofPathways(record, said), ...asked(record, said, moment)]
  return drafts.map((draft) => ({
    ...draft,
    patient: record.id,
    channel: draft.to === 'patient' ? 'page' : 'worklist',
  }))
}

function saidIn(
  library: Library,
  { enrolments }: PatientRecord,
  { enrolment: id, at, event, effects }: StepTaken,
): Said[] {
  const enrolment = enrolments.find((one) => one.id === id)
  if (!enrolment) return []
  const pathway = library.get(enrolment.pathway, enrolment.version)
  return effects.map((effect, index) => ({ id: `${id}.${at}.${event.type}.${index}`, at, pathway, effect }))
}

/** What two pathways say in the same words is said once. */
function ofPathways({ language }: PatientRecord, said: Said[]): Draft[] {
  const drafts = said.flatMap(({ id, at, pathway, effect }): Draft[] => {
    if (effect.type !== 'message') return []
    const text = pathway.definition.messages?.[effect.message]?.text
    return [{ id, at, to: effect.to, text: text?.[language] ?? text?.nl ?? effect.message }]
  })
  return drafts.filter(
    (draft, index) => drafts.findIndex(({ to, text }) => to === draft.to && text === draft.text) === index,
  )
}

function asked(record: PatientRecord, said: Said[], moment: Moment): Draft[] {
  const asking = said.filter((one): one is Said<Asking> => {
    const { effect } = one
    return effect.type === 'measure' || (effect.type === 'remind' && effect.closes > moment.handled)
  })
  const groups = Map.groupBy(asking, ({ effect }) => (effect.type === 'measure' ? effect.reason : effect.type))
  return [...groups.values()].map((group) => together(record, group as [Said<Asking>, ...Said<Asking>[]]))
}

/** One message for a group of one kind. */
function together({ language }: PatientRecord, group: [Said<Asking>, ...Said<Asking>[]]): Draft {
  const [{ id, at, pathway, effect: first }] = group
  const names = group.flatMap((one) => measuredNames(one.pathway, one.effect.measurements, language))
  const measurements = listed(names.length > 0 ? [...new Set(names)] : [fill(language, 'words.question')], language)
  const ends = group.flatMap(({ effect }) => (effect.type === 'remind' ? effect.closes : (effect.until ?? [])))
  const end = ends.length > 0 ? clockText(pathway.zone, Math.min(...ends)) : undefined
  const draft = (text: string): Draft => ({ id, at, to: 'patient', text })
  if (first.type === 'remind') {
    const key = names.length > 0 ? 'message.remind' : 'message.remind-question'
    return draft(fill(language, key, { measurements, closes: end ?? '' }))
  }
  if (end === undefined) return draft(fill(language, 'message.again-without-time', { measurements }))
  return draft(fill(language, 'message.again', { measurements, until: end }))
}
