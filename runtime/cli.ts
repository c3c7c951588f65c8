/** The command `zorgpad`: one of the two places where all parts meet. */
import { check } from './command/check.ts'
import { type Command, OptionFault } from './command/command.ts'
import { Fault } from './command/fault.ts'
import { replay } from './command/replay.ts'
import { type Language, say } from './command/say.ts'
import { serve } from './command/serve.ts'
import { test } from './command/test.ts'
import { nearest } from './interpreter/nearest.ts'

const commands: Record<string, Command> = { check, test, replay, serve }

/** Exit code: 0 all is well, 1 a check or story failed, 2 an argument or file cannot be used. */
async function main(args: string[]): Promise<0 | 1 | 2> {
  const { language, rest } = languageOf(args)
  try {
    const [name, ...others] = rest
    if (!isLanguage(language)) throw new Fault('unknown-language', { name: language })
    if (name === undefined || rest.includes('--help') || rest.includes('-h')) {
      write(name === undefined ? process.stderr : process.stdout, say(language, 'help'))
      return name === undefined ? 2 : 0
    }
    return await commandOf(name)(others, {
      language,
      report: (text) => write(process.stdout, text),
      note: (text) => write(process.stderr, text),
    })
  } catch (error) {
    for (const line of complaint(error, isLanguage(language) ? language : 'nl')) write(process.stderr, line)
    return 2
  }
}

/** `--lang` may stand anywhere; without it, Dutch. */
function languageOf(args: string[]): { language: string; rest: string[] } {
  const index = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  if (index === -1) return { language: 'nl', rest: args }
  const joined = args[index]!.slice('--lang='.length)
  const language = args[index] === '--lang' ? (args[index + 1] ?? '') : joined
  return { language, rest: args.toSpliced(index, args[index] === '--lang' ? 2 : 1) }
}

const isLanguage = (language: string): language is Language => language === 'nl' || language === 'en'

function commandOf(name: string): Command {
  if (Object.hasOwn(commands, name)) return commands[name]!
  const known = Object.keys(commands)
  const meant = nearest(name, known)
  throw meant === null
    ? new Fault('unknown-command', { name, known: known.join(', ') })
    : new Fault('unknown-command-near', { name, meant })
}

function complaint(error: unknown, language: Language): string[] {
  if (!(error instanceof Fault))
    return [`unexpected: ${say(language, 'unexpected', { reason: (error as Error)?.message ?? String(error) })}`]
  const expected = error instanceof OptionFault ? { expected: say(language, error.expected) } : {}
  return [`${error.key}: ${say(language, error.key, { ...error.fillings, ...expected })}`, ...error.lines]
}

const write = (stream: NodeJS.WriteStream, text: string): void => void stream.write(`${text}\n`)

// Whoever reads the report may stop reading, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))
