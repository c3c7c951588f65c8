/** An alert as one line of the worklist: who, what, why, since when, who is asked and before when. */
import type { Alert, RaisedFiring, Step } from '../../alerts/index.ts'
import type { Actor, Reading } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import { shownValue, valuesIn } from '../../engine/index.ts'
import type { Engine, Library } from '../../engine/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import type { Caller } from '../access.ts'
import type { NamedActor, PathwayName, WorkItem } from '../api.ts'
import { moment } from '../moment.ts'
import { bothOf, title, valueTitle } from './both.ts'
import { actorView, organisationView } from './names.ts'
import type { Names } from './names.ts'
import { ownPart } from './own-part.ts'
import { snoozedView } from './snoozed.ts'
import { whyOf } from './why.ts'

/** Null when nothing of this alert is the caller's business. */
export function workItem(
  { library }: Engine,
  names: Names,
  record: PatientRecord,
  whole: Alert,
  caller: Pick<Caller, 'role'>,
): WorkItem | null {
  const alert = ownPart(library, caller, whole)
  if (!alert) return null
  const route = library.get(alert.origin.pathway, alert.origin.version)
  const pathway = library.get(alert.head.pathway, alert.head.version)
  const { head, level, status, id, raised, step, told } = alert
  const script = scriptOf(pathway, alert)
  const enrolment = record.enrolments.find((candidate) => candidate.id === alert.head.enrolment)
  return {
    id,
    level,
    status,
    title: bothOf(alert.title, head.key),
    patient: { id: record.id, name: record.name },
    organisation: organisationView(names, record.organisation),
    enrolment: head.enrolment,
    pathway: pathwayName(pathway),
    pathways: pathwaysOf(library, alert),
    ...whyOf(pathway, enrolment, head),
    because: head.because.map((reading) => becauseView(pathway, reading)),
    unconfirmed: head.unconfirmed === true,
    late: head.late === true,
    under: alert.under.map((firing) => underView(library, firing)),
    raised: moment(raised, pathway.zone),
    asked: askedView(route, step),
    told: told.map((asked) => ({ ...askedView(route, asked), reason: asked.reason })),
    corrected: correctedViews(pathway, names, alert),
    ...(script ? { script } : {}),
    ...snoozedView(library, names, alert),
    ...closing(pathway, names, alert),
  }
}

const pathwayName = ({ id, version, definition }: Pathway): PathwayName => ({
  id,
  version,
  title: bothOf(definition.title, id),
})

function pathwaysOf(library: Library, { head, under }: Alert): PathwayName[] {
  const named = new Map([head, ...under].map(({ pathway, version }) => [`${pathway}@${version}`, { pathway, version }]))
  return [...named.values()].map(({ pathway, version }) => pathwayName(library.get(pathway, version)))
}

/** No longer true when nothing is left of what the alert was raised for. */
function correctedViews({ zone }: Pathway, names: Names, { corrected = [], keys }: Alert): WorkItem['corrected'] {
  return corrected.map(({ reading, value, at, by, untrue }) => ({
    reading,
    value,
    at: moment(at, zone),
    by: actorView(names, by),
    untrue: keys.every((key) => untrue.includes(key)),
  }))
}

function becauseView(
  { definition, zone }: Pathway,
  { id, measurement, value, at }: Reading,
): WorkItem['because'][number] {
  const unit = valuesIn(definition).get(measurement)?.unit
  const named = {
    reading: id,
    measurement,
    title: valueTitle(definition, measurement),
    value: shownValue(definition, measurement, value),
    at: moment(at, zone),
  }
  return unit === undefined ? named : { ...named, unit }
}

function underView(library: Engine['library'], firing: RaisedFiring): WorkItem['under'][number] {
  const { zone } = library.get(firing.pathway, firing.version)
  return { key: firing.key, title: bothOf(firing.title, firing.key), level: firing.level, at: moment(firing.at, zone) }
}

function askedView({ definition, zone }: Pathway, { party, by, since, deadline }: Step): WorkItem['asked'] {
  return {
    party,
    title: title(definition, 'parties', party),
    by,
    since: moment(since, zone),
    deadline: moment(deadline, zone),
  }
}

/** What the nurse asks on the phone: of the threshold that leads, else of the first under it that has one. */
function scriptOf({ definition }: Pathway, { head, under }: Alert): WorkItem['script'] {
  const names = [head, ...under].flatMap(({ threshold }) => definition.thresholds?.[threshold ?? '']?.script ?? [])
  return definition.scripts?.[names[0] ?? '']
}

function closing({ zone }: Pathway, names: Names, { acknowledged, resolved }: Alert): Partial<WorkItem> {
  const by = (actor: Actor): { by: NamedActor } => ({ by: actorView(names, actor) })
  return {
    ...(acknowledged ? { acknowledged: { ...by(acknowledged.by), at: moment(acknowledged.at, zone) } } : {}),
    ...(resolved ? { resolved: { ...resolved, ...by(resolved.by), at: moment(resolved.at, zone) } } : {}),
  }
}
