/** What the monitoring pages ask of the server, in words of their own. */
import type {
  AnswerProposal, Decide, EnrolmentView, PatientPage, PatientSummary, PathwaySummary, PathwayVersion, Registration,
  RegistrationAnswer, ResolveAlert, SetParameter, Submission, SubmissionAnswer, TraceAnswer, WorkItem,
} from '../../runtime/http/api.ts' // prettier-ignore
import { call } from '../server.ts'

const part = encodeURIComponent

/** Which alerts to see: what still waits for somebody, or what was closed. */
export type Wanted = {
  level: '' | 'red' | 'amber' | 'green'
  status: 'unresolved' | 'open' | 'acknowledged' | 'resolved'
}

/** Worst first, then oldest. `unresolved` is open and acknowledged together, in that order within a level. */
export async function workItems({ level, status }: Wanted): Promise<WorkItem[]> {
  const statuses = status === 'unresolved' ? ['open', 'acknowledged'] : [status]
  const lists = await Promise.all(
    statuses.map((one) => call<WorkItem[]>('GET', `/worklist?status=${one}${level && `&level=${level}`}`)),
  )
  return lists.flat().toSorted(worstFirst)
}

const severity = { red: 0, amber: 1, green: 2 } as const

function worstFirst(one: WorkItem, other: WorkItem): number {
  return severity[one.level] - severity[other.level] || Date.parse(one.raised) - Date.parse(other.raised)
}

export const requests = {
  acknowledge: (alert: string) => call<WorkItem>('POST', `/alerts/${part(alert)}/acknowledge`),
  resolve: (alert: string, how: ResolveAlert) => call<WorkItem>('POST', `/alerts/${part(alert)}/resolve`, how),
  patients: () => call<PatientSummary[]>('GET', '/patients'),
  patient: (id: string) => call<PatientPage>('GET', `/patients/${part(id)}`),
  send: (patient: string, submission: Submission) =>
    call<SubmissionAnswer>('POST', `/patients/${part(patient)}/measurements`, submission),
  decide: (enrolment: string, decide: Decide) =>
    call<EnrolmentView>('POST', `/enrolments/${part(enrolment)}/decisions`, decide),
  answer: (enrolment: string, answer: AnswerProposal) =>
    call<EnrolmentView>('POST', `/enrolments/${part(enrolment)}/answers`, answer),
  setLimit: (enrolment: string, limit: SetParameter) =>
    call<EnrolmentView>('POST', `/enrolments/${part(enrolment)}/parameters`, limit),
  trace: (enrolment: string, at: string) =>
    call<TraceAnswer>('GET', `/enrolments/${part(enrolment)}/trace?at=${part(at)}`),
  version: (pathway: string, version: string) =>
    call<PathwayVersion>('GET', `/pathways/${part(pathway)}/versions/${part(version)}`),
  pathways: () => call<PathwaySummary[]>('GET', '/pathways'),
  register: (registration: Registration) => call<RegistrationAnswer>('POST', '/registrations', registration),
}
