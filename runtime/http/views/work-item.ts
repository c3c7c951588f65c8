/** An alert as one line of the worklist: who, what, why, since when, who is asked and before when. */
import type { Alert, RaisedFiring, Step } from '../../alerts/index.ts'
import type { Actor, Reading } from '../../interpreter/enrolment.ts'
import type { Pathway } from '../../interpreter/index.ts'
import { shownValue } from '../../engine/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { PatientRecord } from '../../store/store.ts'
import type { NamedActor, WorkItem } from '../api.ts'
import { moment } from '../moment.ts'
import { bothOf, title } from './both.ts'
import { actorView, organisationView } from './names.ts'
import type { Names } from './names.ts'
import { whyOf } from './why.ts'

export function workItem({ library }: Engine, names: Names, record: PatientRecord, alert: Alert): WorkItem {
  const pathway = library.get(alert.origin.pathway, alert.origin.version)
  const { head, level, status, id, raised, step, told } = alert
  const script = scriptOf(pathway, alert)
  const enrolment = record.enrolments.find((candidate) => candidate.id === alert.origin.enrolment)
  return {
    id,
    level,
    status,
    title: bothOf(alert.title, head.key),
    patient: { id: record.id, name: record.name },
    organisation: organisationView(names, record.organisation),
    enrolment: alert.origin.enrolment,
    pathway: { id: pathway.id, version: pathway.version, title: bothOf(pathway.definition.title, pathway.id) },
    ...whyOf(pathway, enrolment, head),
    because: head.because.map((reading) => becauseView(pathway, reading)),
    unconfirmed: head.unconfirmed === true,
    late: head.late === true,
    under: alert.under.map((firing) => underView(library, firing)),
    raised: moment(raised, pathway.zone),
    asked: askedView(pathway, step),
    told: told.map((asked) => ({ ...askedView(pathway, asked), reason: asked.reason })),
    ...(script ? { script } : {}),
    ...closing(pathway, names, alert),
  }
}

function becauseView({ definition, zone }: Pathway, { measurement, value, at }: Reading): WorkItem['because'][number] {
  const unit = definition.measurements[measurement]?.unit
  const named = {
    measurement,
    title: title(definition, 'measurements', measurement),
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
