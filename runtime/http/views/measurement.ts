/** What a pathway knows values of, as forms and tables need it: measurements, questions, and the scores that are computed from them. */
import { valuesIn } from '../../engine/index.ts'
import type { KnownValue } from '../../engine/index.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import type { MeasurementView } from '../api.ts'
import { bothOf } from './both.ts'

/** Everything that has a value in this pathway, in the order of its author. */
export function measurementViews(definition: PathwayDefinition): MeasurementView[] {
  return [...valuesIn(definition)].map(([measurement, known]) => {
    const plausible = known.scale ?? known.plausible
    return {
      measurement,
      ...(known.kind === 'measurement' ? {} : { kind: known.kind }),
      title: bothOf(known.title, measurement),
      type: known.type,
      ...optionsOf(known),
      ...(known.unit === undefined ? {} : { unit: known.unit }),
      ...precisionOf(known),
      ...(plausible === undefined ? {} : { plausible }),
    }
  })
}

function optionsOf({ answers }: KnownValue): Pick<MeasurementView, 'options'> {
  if (!answers) return {}
  return { options: answers.map(({ answer, title }) => ({ value: answer, title: bothOf(title, String(answer)) })) }
}

/** A scale has whole numbers. */
function precisionOf({ precision, scale }: KnownValue): Pick<MeasurementView, 'precision'> {
  if (precision !== undefined) return { precision }
  return scale ? { precision: 1 } : {}
}
