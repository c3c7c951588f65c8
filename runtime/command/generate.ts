/** `zorgpad test --generate PATHWAY [--write] [--json]`: stories that take every transition at its limits. */
import type { Context } from './command.ts'
import { openPathway } from './documents.ts'
import { Fault } from './fault.ts'

export async function generate(
  files: string[],
  _options: { write: boolean; json: boolean },
  context: Context,
): Promise<0 | 1> {
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new Fault('generate.needs')
  await openPathway(file, context)
  return 0
}
