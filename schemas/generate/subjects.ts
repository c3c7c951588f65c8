/** The grammar of conditions, as far as it follows from the subjects: their keys, and what must stand beside them. */
import { subjects as all } from '../../runtime/interpreter/subjects/index.ts'
import type { Subject } from '../../runtime/interpreter/subjects/subject.ts'
import { combinators } from '../../runtime/interpreter/reading/comparators.ts'
import type { Schema } from '../schema.ts'

/** The schema of a pathway with every subject in the place where it belongs; what else stands in a condition stays as it is. */
export function withSubjects(root: Schema, subjects: readonly Subject[] = all): Schema {
  const { condition } = root.$defs!
  const properties = Object.entries(condition!.properties!)
  const joins = properties.filter(([key]) => combinators.some((one) => one === key))
  const beside = properties.slice(properties.findIndex(([key]) => key === FIRST_BESIDE))
  const merged: Schema = {
    ...condition,
    properties: Object.fromEntries([...joins, ...subjects.map(({ key, grammar }) => [key, grammar.schema]), ...beside]),
    dependentRequired: Object.fromEntries(
      subjects.flatMap(({ key, grammar }) => (grammar.requires.length > 0 ? [[key, [...grammar.requires]]] : [])),
    ),
  }
  return { ...root, $defs: { ...root.$defs, condition: merged } }
}

/** The subjects stand between the combinations and the modifiers, of which this is the first. */
const FIRST_BESIDE = 'over'

/** The text of the schema with the same subjects: only the lines of a condition's properties are written anew. */
export function textWithSubjects(text: string, root: Schema): string {
  const merged = withSubjects(root).$defs!.condition!
  const lines = text.split('\n')
  const start = lines.indexOf('    "condition": {')
  const first = lines.indexOf('      "properties": {', start) + 1
  const end = lines.indexOf('      },', first)
  const properties = Object.entries(merged.properties!).map(
    ([key, schema]) => `        ${JSON.stringify(key)}: ${oneLine(schema)}`,
  )
  const demands = `      "dependentRequired": ${oneLine(merged.dependentRequired)}`
  return [...lines.slice(0, first), properties.join(',\n'), lines[end], demands, ...lines.slice(end + 2)].join('\n')
}

/** JSON on one line with spaces inside braces, as the rest of the schema is written. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}: ${oneLine(child)}`)
    .join(', ')} }`
}
