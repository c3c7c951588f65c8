/** What a command is: it reads its arguments, reports on stdout, and answers with an exit code. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Fault } from './fault.ts'
import type { Language } from './say.ts'

export type Context = {
  language: Language
  /** Writes a part of the report. */
  report: (text: string) => void
  /** Writes what is not part of the report, such as what was skipped. */
  note: (text: string) => void
  /** Whether the report is read on a terminal that shows colours. */
  colours?: boolean
}

/** 0: all is well; 1: a check or story failed. Throws a `Fault` for what cannot be used (2). */
export type Command = (args: string[], context: Context) => Promise<0 | 1>

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads options and names; an unknown option or a missing value becomes a `Fault`. */
export function argumentsOf<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const name = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Fault('unknown-option', { name })
    const option = options[name.replace(/^-*/, '')]
    throw new OptionFault(name, option?.type === 'boolean' ? 'needs-no-value' : 'needs-value')
  }
}

/** An option that is known, used in a way that is not. */
export class OptionFault extends Fault {
  readonly expected: 'needs-value' | 'needs-no-value'

  constructor(name: string, expected: 'needs-value' | 'needs-no-value') {
    super('unusable-option', { name })
    this.expected = expected
  }
}
