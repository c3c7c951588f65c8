/** The subjects: everything that a condition can be about. A new one takes its own file and one line here. */
import type { Condition } from '../../../schemas/index.ts'
import { adherence } from './adherence.ts'
import { alerts } from './alerts.ts'
import { answer } from './answer.ts'
import { count } from './count.ts'
import { deviation } from './deviation.ts'
import { fact } from './fact.ts'
import { fall } from './fall.ts'
import { inState } from './in-state.ts'
import { max } from './max.ts'
import { mean } from './mean.ts'
import { measurement } from './measurement.ts'
import { median } from './median.ts'
import { min } from './min.ts'
import { missed } from './missed.ts'
import { parameter } from './parameter.ts'
import { rise } from './rise.ts'
import { score } from './score.ts'
import { since } from './since.ts'
import { slope } from './slope.ts'
import type { Subject } from './subject.ts'

/** In the order in which the grammar, and so the editor, names them. */
export const subjects: readonly Subject[] = [
  measurement,
  mean,
  median,
  min,
  max,
  rise,
  fall,
  slope,
  deviation,
  count,
  since,
  score,
  answer,
  missed,
  adherence,
  alerts,
  fact,
  parameter,
  inState,
]

/** What a condition is about; null when it names no subject. Of several the first one counts. */
export const subjectOf = (condition: Condition): Subject | null =>
  subjects.find(({ key }) => Object.hasOwn(condition, key)) ?? null
