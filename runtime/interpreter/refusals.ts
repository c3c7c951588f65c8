/** Why an event was not carried out, in words for whoever asked. */
import type { Refusal } from './enrolment.ts'
import type { BothLanguages } from './problem.ts'

export const refusals: Record<Refusal, BothLanguages> = {
  'unknown-decision': {
    nl: 'Deze beslissing kan in deze fase niet worden genomen.',
    en: 'This decision cannot be taken in this phase.',
  },
  'role-may-not': {
    nl: 'Met uw rol mag u dit niet doen. Vraag het aan de huisarts of de praktijkondersteuner.',
    en: 'Your role may not do this. Ask the GP or the practice nurse.',
  },
  'condition-not-met': {
    nl: 'Aan de voorwaarde voor deze beslissing is nog niet voldaan.',
    en: 'The condition for this decision has not been met yet.',
  },
  'unknown-proposal': {
    nl: 'Dit voorstel is er niet meer. Ververs de pagina om te zien hoe het nu staat.',
    en: 'This proposal is no longer there. Reload the page to see how things stand.',
  },
  'unknown-parameter': {
    nl: 'Deze grens bestaat niet in dit zorgpad.',
    en: 'This pathway has no such limit.',
  },
  'out-of-bounds': {
    nl: 'Deze waarde valt buiten wat het zorgpad toestaat.',
    en: 'This value lies outside what the pathway allows.',
  },
  'already-ended': {
    nl: 'Dit zorgpad is voor deze patiënt al afgelopen.',
    en: 'This pathway has already ended for this patient.',
  },
  'unknown-event': {
    nl: 'Dit zorgpad kent deze gebeurtenis niet.',
    en: 'This pathway has no such event.',
  },
  'unknown-reading': {
    nl: 'Deze meting is niet bekend bij deze patiënt.',
    en: 'This patient has no such reading.',
  },
  'not-paused': {
    nl: 'Dit zorgpad is nu niet gepauzeerd.',
    en: 'This pathway is not paused now.',
  },
  'impossible-pause': {
    nl: 'Deze pauze kan niet: het einde ligt voor het begin.',
    en: 'This pause cannot be: it ends before it begins.',
  },
}
