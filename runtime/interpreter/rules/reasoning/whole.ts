/** Whether a pathway is far enough to ask for what a finished one has. */
import { pathwaySchema } from '../../../../schemas/index.ts'
import { partAt } from '../../pointer.ts'
import type { Examined } from '../rule.ts'

/** Of a text in which a required section is still missing, that is said; what else is missing would only be noise. */
export const isWhole = ({ raw }: Examined): boolean =>
  (pathwaySchema.required ?? []).every((section) => partAt(raw, `/${section}`) !== undefined)
