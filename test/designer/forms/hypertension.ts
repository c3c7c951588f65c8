/** The real pathway for the tests of the elements, read by the real parser. */
import { compile, examine, parse, type Pathway } from '../../../runtime/interpreter/index.ts'
import type { PathwayDefinition } from '../../../schemas/index.ts'
import yaml from '../../../pathways/hypertension.yaml?raw'
import { Session } from '../../../designer/session.ts'

export const text: string = yaml

export function definition(): PathwayDefinition {
  return pathway().definition
}

export function pathway(): Pathway {
  const { document } = parse(text)
  if (document === null) throw new Error('the pathway cannot be read')
  return compile(document)
}

/** A session on the pathway, or on a text of one's own. */
export function session(own = text): Session {
  return new Session(own, { parse, examine })
}
