/** Registration: may this patient take part, why or why not, was there consent; and if so, the beginning. */
import { randomBytes } from 'node:crypto'
import type { Actor, Instant } from '../interpreter/enrolment.ts'
import { conditionSentence, include, start } from '../interpreter/index.ts'
import type { InclusionAnswer, InclusionReason, Pathway } from '../interpreter/index.ts'
import type { BothLanguages } from '../interpreter/problem.ts'
import { added, opened } from './account.ts'
import type { Account, StartData, StepTaken } from './account.ts'
import { withAway } from './away.ts'
import { knownPatient, newPatient } from './candidate.ts'
import type { RegistrationIn } from './candidate.ts'
import { attempt, commitAccount } from './change.ts'
import { catchUp } from './catch-up.ts'
import type { Engine } from './engine.ts'
import { verifyFacts } from './facts.ts'
import type { Library } from './library.ts'
import { messagesOf } from './messages.ts'
import type { Organisation } from './people.ts'
import { refuse } from './refused.ts'
import { inBoth } from './texts/index.ts'

export type RegistrationOut = {
  answer: InclusionAnswer['answer']
  reasons: { path: string; text: BothLanguages }[]
  enrolled: boolean
  patient?: string
  enrolment?: string
}

/** Throws `Refused`: `unknown-pathway`, `unknown-fact`, `wrong-fact`, `unknown-organisation`, `already-enrolled`, `identifier-in-use`. */
export async function register(
  engine: Engine,
  registration: RegistrationIn,
  by: Actor,
  patientId = newPatientId(),
): Promise<RegistrationOut> {
  const pathway = pathwayFor(engine, registration)
  verifyFacts(pathway, registration.facts)
  await verifyOrganisations(engine, registration)
  const { answer, reasons } = include(pathway, registration.facts)
  const said = reasons.map((reason) => ({ path: reason.path, text: reasonText(pathway, reason) }))
  if (answer !== 'included') return { answer, reasons: said, enrolled: false }
  if (!registration.consent) return { answer, reasons: [consentMissing], enrolled: false }
  const enrolled = await enrol(engine, pathway, registration, by, patientId)
  return { answer, reasons: said, enrolled: true, ...enrolled }
}

const consentMissing = { path: '/consent', text: inBoth('consent.missing') }

/** Says nothing about the patient, and does not collide. */
const newPatientId = (): string => `p${randomBytes(6).toString('hex')}`

function pathwayFor({ library }: Engine, { pathway, version }: RegistrationIn): Pathway {
  const published = version === undefined ? library.versions(pathway)[0] : library.find(pathway, version)
  if (!published) throw refuse('unknown-pathway', { pathway, version: version ?? '*' })
  return library.get(published.pathway, published.version)
}

async function verifyOrganisations({ store }: Engine, { patient, consent }: RegistrationIn): Promise<void> {
  for (const organisation of [patient.organisation, ...(consent?.organisations ?? [])]) {
    if (!(await store.document('organisation', organisation))) throw refuse('unknown-organisation', { organisation })
  }
  const practice = await store.document<Organisation>('organisation', patient.organisation)
  if (practice?.value.kind !== 'practice')
    throw refuse('wrong-patient-organisation', { organisation: patient.organisation })
}

/** The author's own reason where there is one, else what is missing, else the condition as a sentence. */
function reasonText(pathway: Pathway, { text, missing, condition }: InclusionReason): BothLanguages {
  const sentence = (language: 'nl' | 'en'): string => {
    if (!missing && text) return text[language] ?? text.nl ?? ''
    return conditionSentence(pathway.definition, condition, language)
  }
  const plain = { nl: sentence('nl'), en: sentence('en') }
  if (!missing) return plain
  const title = pathway.definition.facts?.[condition.fact ?? '']?.title
  const fact = { nl: title?.nl ?? condition.fact ?? plain.nl, en: title?.en ?? title?.nl ?? condition.fact ?? plain.en }
  return { nl: inBoth('fact.missing', { fact: fact.nl }).nl, en: inBoth('fact.missing', { fact: fact.en }).en }
}

async function enrol(
  engine: Engine,
  pathway: Pathway,
  registration: RegistrationIn,
  by: Actor,
  patientId: string,
): Promise<{ patient: string; enrolment: string }> {
  return attempt(async () => {
    const known = await knownPatient(engine, registration)
    const id = known?.id ?? patientId
    return engine.queue.run(id, async () => {
      const record = (known && (await engine.store.patient(id))) ?? newPatient(registration, id)
      const now = engine.clock.now()
      const begun = beginning(
        engine.library,
        pathway,
        catchUp(engine.library, opened(record), now, now),
        registration,
        by,
        now,
      )
      const account = await withAway(engine, begun, now)
      await commitAccount(engine, account, {}, now)
      return { patient: id, enrolment: account.record.enrolments.at(-1)?.id ?? '' }
    })
  })
}

function beginning(
  library: Library,
  pathway: Pathway,
  account: Account,
  registration: RegistrationIn,
  by: Actor,
  now: Instant,
): Account {
  const { record } = account
  const id = `${record.id}-e${record.enrolments.length + 1}`
  const { enrolment, effects, marks } = start(pathway, registration.facts, now, id)
  const consent = (registration.consent?.organisations ?? []).map((organisation) => ({
    organisation,
    given: now,
    by: registration.consent?.by ?? '',
  }))
  const agreedBefore = record.consent.filter(
    (before) =>
      before.withdrawn !== undefined || !consent.some(({ organisation }) => organisation === before.organisation),
  )
  const after = { ...record, consent: [...agreedBefore, ...consent], enrolments: [...record.enrolments, enrolment] }
  const taken: StepTaken = { enrolment: id, at: now, event: { type: 'wake' }, effects, marks }
  const data: StartData = { pathway: pathway.id, version: pathway.version, facts: registration.facts, by, effects }
  const history = [{ at: now, enrolment: id, type: 'started', data }]
  return added(account, {
    record: after,
    history,
    outgoing: messagesOf(library, after, [taken], { at: now, handled: now }),
  })
}
