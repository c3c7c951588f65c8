/** Rule `remeasure-too-short`: a patient who is asked to measure again has the time to do so. */
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { MINUTE } from '../time/zone.ts'
import { objectsIn } from '../walk.ts'
import { ordinaryLength } from './reasoning/delivery.ts'
import { lasting, titled } from './reasoning/wording.ts'
import type { Rule } from './rule.ts'

const words = {
  message: {
    nl: 'Voor de tweede meting bij “{name}” is {within} tijd. Wie eerst rustig gaat zitten, haalt dat niet. Geef ten minste 10 minuten.',
    en: 'There are {within} for the second reading at “{name}”. Who sits down quietly first does not make that. Give 10 minutes at least.',
  },
  example: {
    nl: 'Een patiënt die het verzoek leest en eerst vijf minuten stil zit, is te laat: de melding “{name}” komt dan onbevestigd.',
    en: 'A patient who reads the request and first sits still for five minutes is late: the alert “{name}” then comes unconfirmed.',
  },
}

/** Five minutes of rest, as leaflets on home blood pressure ask, and as long to read the request and to measure. */
const LEAST = 10 * MINUTE

export const remeasureTooShort: Rule = {
  code: 'remeasure-too-short',
  check: ({ definition, broken, replace }) =>
    objectsIn(definition.thresholds).flatMap(([id, { remeasure }]) => {
      const path = below('/thresholds', id, 'remeasure', 'within')
      if (remeasure === undefined || broken(path) || ordinaryLength(remeasure.within) >= LEAST) return []
      const about = { name: titled(definition, 'thresholds', id), within: lasting(remeasure.within) }
      const fix = replace(path, '10 minutes')
      return [{ path, severity: 'hint', message: fill(words.message, about), example: fill(words.example, about), fix }]
    }),
}
