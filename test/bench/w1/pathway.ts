/** The pathway of W1, compiled as production compiles it. */
import { readFileSync } from 'node:fs'
import { compile } from '../../../runtime/interpreter/compile.ts'
import { parse } from '../../../runtime/interpreter/parse.ts'
import type { Pathway } from '../../../runtime/interpreter/pathway.ts'

const written = readFileSync(new URL('four-a-day.yaml', import.meta.url), 'utf8')

/** In a zone of one's own where years go by: W1 knows no clock changes. */
export function fourADay(zone = 'Europe/Amsterdam'): Pathway {
  const { document, problems } = parse(written.replace('Europe/Amsterdam', zone))
  if (!document || problems.length > 0)
    throw new Error(`four-a-day.yaml: ${problems.map(({ code }) => code).join(', ')}`)
  return compile(document)
}
