/** What is said when a schedule cannot deliver what a condition asks for. */

export const words = {
  oneReading: { nl: '1 meting', en: '1 reading' },
  readings: { nl: '{number} metingen', en: '{number} readings' },
  many: {
    nl: 'Hier zijn {needed} metingen nodig in {over}, maar “{schedule}” geeft er hooguit {most}. Vraag minder metingen, kijk over langer terug, of laat vaker meten.',
    en: 'This needs {needed} readings in {over}, but “{schedule}” gives {most} at most. Ask for fewer readings, look back longer, or have them measure more often.',
  },
  manyExample: {
    nl: 'Een patiënt die geen enkele meting van “{schedule}” overslaat, heeft {delivered} van {name} in {over}; nodig zijn er {needed}.',
    en: 'A patient who skips no reading of “{schedule}” has {delivered} of {name} in {over}; {needed} are needed.',
  },
  nearly: {
    nl: 'Hier zijn {needed} metingen nodig in {over}; “{schedule}” geeft er hooguit {most}. Wie een paar keer overslaat, wordt niet beoordeeld.',
    en: 'This needs {needed} readings in {over}; “{schedule}” gives {most} at most. Who skips a few is not evaluated.',
  },
  nearlyExample: {
    nl: 'Bij een patiënt die {missed} van de {most} metingen van {name} overslaat, is dit niet te beoordelen.',
    en: 'For a patient who skips {missed} of the {most} readings of {name} this cannot be evaluated.',
  },
  windows: {
    nl: 'Hier moeten {needed} vensters gemist zijn in {over}, maar “{schedule}” heeft er in die tijd hooguit {most}. Vraag er minder, of kijk over langer terug.',
    en: 'This needs {needed} missed windows in {over}, but “{schedule}” has {most} at most in that time. Ask for fewer, or look back longer.',
  },
  windowsExample: {
    nl: 'Een patiënt die helemaal niet meer meet, mist in {over} {most} vensters van “{schedule}”; nodig zijn er {needed}.',
    en: 'A patient who no longer measures at all misses {most} windows of “{schedule}” in {over}; {needed} are needed.',
  },
  idle: {
    nl: 'Dit gaat over “{schedule}”, maar dat schema loopt niet in {states}. Zet het daar onder “schedules”, of noem een schema dat er wel loopt.',
    en: 'This is about “{schedule}”, but that schedule does not run in {states}. Put it under “schedules” there, or name one that does run.',
  },
  idleExample: {
    nl: 'Van een patiënt in {states} wordt “{schedule}” niet bijgehouden: dit is daar nooit waar.',
    en: 'Of a patient in {states} “{schedule}” is not kept: this is never true there.',
  },
  apart: {
    nl: 'Voor de score “{score}” zijn te weinig onderdelen bij elkaar: {missing} wordt niet binnen {within} van de andere gevraagd. Zet alles in één schema, of maak “within” langer.',
    en: 'Too few inputs of the score “{score}” come together: {missing} is not asked within {within} of the others. Put all in one schedule, or make “within” longer.',
  },
  apartExample: {
    nl: 'Ook bij een patiënt die alles meet, is “{score}” nooit te berekenen.',
    en: 'Even of a patient who measures everything, “{score}” can never be computed.',
  },
  close: {
    nl: 'Tussen twee metingen van {name} zit volgens het schema ten minste {hours} uur; dit vraagt om minder.',
    en: 'By the schedule there are at least {hours} hours between two readings of {name}; this asks for less.',
  },
  closeExample: {
    nl: 'Een patiënt die precies volgens het schema meet, heeft altijd {hours} uur of langer tussen twee metingen van {name}.',
    en: 'A patient who measures just by the schedule always has {hours} hours or more between two readings of {name}.',
  },
}
