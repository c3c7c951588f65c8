/** What the alerts answer, in Dutch. */
export const nl = {
  'unknown-alert': 'Deze melding bestaat niet bij deze patiënt.',
  'already-resolved': 'Deze melding is al afgesloten.',
}
