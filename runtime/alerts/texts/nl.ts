/** What the alerts answer, in Dutch. */
export const nl = {
  'unknown-alert': 'Deze melding bestaat niet bij deze patiënt.',
  'already-resolved': 'Deze melding is al afgesloten.',
  'missing-data': 'Deze melding gaat over metingen die niet kwamen. Zo’n melding kan niet worden uitgesteld.',
  'nothing-to-compare':
    'Deze melding rust niet op een waarde die erger kan worden. Daarom kan zij niet worden uitgesteld. Pak haar op of sluit haar af.',
  'bad-until': 'Kies een moment na nu, en hooguit twee weken vooruit.',
  'review.title': 'Meting om te bekijken: niets bijzonders gevonden',
}
