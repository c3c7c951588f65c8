/** Rule `decision-nobody-may-take`: for every decision, proposal and personal limit there is somebody who can and may decide. */
import { below } from '../pointer.ts'
import type { BothLanguages, Severity } from '../problem.ts'
import { fill } from '../say.ts'
import { lived, objectsIn } from '../walk.ts'
import { leafStatesOf, statesOf, transitionsOf } from './reasoning/walked.ts'
import { allTitled, stateAt, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  patientConfirms: {
    nl: 'Alleen de patiënt zelf kan dit voorstel bevestigen. Over een stap in de zorg beslist een zorgverlener: noem er een onder “confirm”.',
    en: 'Only the patient can confirm this proposal. A clinician decides on a step in the care: name one under “confirm”.',
  },
  patientConfirmsExample: {
    nl: 'Het systeem stelt voor een patiënt in “{state}” een volgende stap voor, en geen zorgverlener ziet dat voorstel.',
    en: 'The system proposes a next step for a patient in “{state}”, and no clinician sees that proposal.',
  },
  patientSets: {
    nl: 'Alleen de patiënt zelf kan de grens “{limit}” veranderen. Noem onder “setBy” ook een zorgverlener.',
    en: 'Only the patient can change the limit “{limit}”. Name a clinician under “setBy” too.',
  },
  patientSetsExample: {
    nl: 'De huisarts wil bij een patiënt de grens “{limit}” op {value} zetten, en mag dat niet.',
    en: 'The GP wants to set the limit “{limit}” to {value} for a patient, and may not.',
  },
  nightOnly: {
    nl: 'Alleen wie buiten kantooruren werkt, kan hier beslissen ({parties}). Noem ook iemand die de patiënt kent.',
    en: 'Only who works out of hours can decide here ({parties}). Name somebody who knows the patient too.',
  },
  nightOnlyExample: {
    nl: 'Een patiënt in “{state}” kan op een dinsdag om 10 uur niet verder: dan is {parties} er niet.',
    en: 'A patient in “{state}” cannot go on on a Tuesday at 10 o’clock: {parties} is not there then.',
  },
  nobodyWatches: {
    nl: 'In de fase “{state}” kijkt het centrum niet mee (monitoring: none), maar alleen het centrum kan hier over de volgende stap beslissen ({parties}). Noem ook de praktijk of de patiënt.',
    en: 'In the state “{state}” the centre does not watch (monitoring: none), but only the centre can decide on the next step here ({parties}). Name the practice or the patient too.',
  },
  nobodyWatchesExample: {
    nl: 'Een patiënt in “{state}” wacht op een besluit van {parties}, maar daar staat deze patiënt op geen enkele lijst.',
    en: 'A patient in “{state}” waits for a decision of {parties}, but is on none of their lists.',
  },
}

export const decisionNobodyMayTake: Rule = {
  code: 'decision-nobody-may-take',
  check: (pathway) => [
    ...transitionsOf(pathway).flatMap(({ path, transition: { by, confirm } }) => [
      ...(by ? nightOnly(pathway, below(path, 'by'), by) : []),
      ...(confirm ? confirming(pathway, below(path, 'confirm'), confirm) : []),
    ]),
    ...limits(pathway),
    ...unwatched(pathway),
  ],
}

type Kind = string | undefined

/** The kinds of those who may decide. The patient is a party by nature; a name that does not exist is reported as such. */
const kindsOf = ({ definition }: Examined, roles: readonly string[]): Kind[] =>
  roles.map((role) => definition.parties[role]?.kind ?? (role === 'patient' ? 'patient' : undefined))

const only = (pathway: Examined, roles: readonly string[], kind: string): boolean =>
  roles.length > 0 && kindsOf(pathway, roles).every((one) => one === kind)

/** The state in which an address lies; for what holds in every state the first one. */
const stateOf = ({ definition }: Examined, path: string): BothLanguages =>
  stateAt(definition, path) ?? titled(definition, 'states', definition.initial)

type Words = { message: BothLanguages; example: BothLanguages }

const draft = (path: string, severity: Severity, { message, example }: Words): Draft => ({
  path,
  severity,
  message,
  example,
})

function confirming(pathway: Examined, path: string, roles: readonly string[]): Draft[] {
  if (!only(pathway, roles, 'patient')) return nightOnly(pathway, path, roles)
  const about = { state: stateOf(pathway, path) }
  const said = { message: fill(words.patientConfirms, about), example: fill(words.patientConfirmsExample, about) }
  return [draft(path, 'error', said)]
}

function nightOnly(pathway: Examined, path: string, roles: readonly string[]): Draft[] {
  if (!only(pathway, roles, 'out-of-hours')) return []
  const about = { state: stateOf(pathway, path), parties: allTitled(pathway.definition, 'parties', roles) }
  const said = { message: fill(words.nightOnly, about), example: fill(words.nightOnlyExample, about) }
  return [draft(path, 'warning', said)]
}

function limits(pathway: Examined): Draft[] {
  return objectsIn(pathway.definition.parameters).flatMap(([id, { setBy, to }]) => {
    if (!only(pathway, setBy, 'patient')) return []
    const about = { limit: titled(pathway.definition, 'parameters', id), value: to }
    const said = { message: fill(words.patientSets, about), example: fill(words.patientSetsExample, about) }
    return [draft(below('/parameters', id, 'setBy'), 'warning', said)]
  })
}

/** A state that nobody watches and that a patient leaves only when the centre, which does not look, decides so. */
function unwatched(pathway: Examined): Draft[] {
  return leafStatesOf(pathway).flatMap((part) => {
    const deciders = decidersIn(pathway, part.id)
    if (lived(part).monitoring !== 'none' || deciders === null || !only(pathway, deciders, 'centre')) return []
    const state = titled(pathway.definition, 'states', part.id)
    const about = { state, parties: allTitled(pathway.definition, 'parties', deciders) }
    const said = { message: fill(words.nobodyWatches, about), example: fill(words.nobodyWatchesExample, about) }
    return [{ ...draft(part.path, 'error', said), at: 'key' as const }]
  })
}

/** Who decides on leaving a state; null when it can also be left without anybody deciding. What holds in every state does not count: that is stopping. */
function decidersIn(pathway: Examined, state: string): string[] | null {
  const phase = statesOf(pathway).find(({ id }) => id === state)?.phase?.id
  const leaving = transitionsOf(pathway).filter(
    ({ state: from, transition }) => from !== null && (from === state || from === phase) && transition.to !== undefined,
  )
  const deciders = leaving.map(({ transition: { by, confirm } }) => confirm ?? by)
  return deciders.includes(undefined) ? null : [...new Set(deciders.flatMap((roles) => roles ?? []))]
}
