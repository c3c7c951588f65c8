/** From arguments to an exit code: finds the command, and says in words what cannot be used. */
import { nearest } from '../interpreter/nearest.ts'
import { type Command, OptionFault } from './command.ts'
import { Fault } from './fault.ts'
import { type Language, say } from './say.ts'

/** Loaded when asked for, so that checking a pathway does not wait for what a replay or a server needs. */
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).check,
  test: async () => (await import('./test.ts')).test,
  replay: async () => (await import('./replay.ts')).replay,
  serve: async () => (await import('./serve.ts')).serve,
}

/** Where a command writes, line by line. Only the report goes to `stdout`. */
export type Streams = { stdout: (text: string) => void; stderr: (text: string) => void; colours?: boolean }

/** Exit code: 0 all is well, 1 a check or story failed, 2 an argument or file cannot be used. Never throws. */
export async function main(args: string[], { stdout, stderr, colours = false }: Streams): Promise<0 | 1 | 2> {
  const { language, rest } = languageOf(args)
  try {
    const [name, ...others] = rest
    if (!isLanguage(language)) throw new Fault('unknown-language', { name: language })
    if (name === undefined || rest.includes('--help') || rest.includes('-h')) {
      const write = name === undefined ? stderr : stdout
      write(say(language, 'help'))
      return name === undefined ? 2 : 0
    }
    const command = await commandOf(name)
    return await command(others, { language, report: stdout, note: stderr, colours })
  } catch (error) {
    for (const line of complaint(error, isLanguage(language) ? language : 'nl')) stderr(line)
    return 2
  }
}

/** `--lang` may stand anywhere; without it, Dutch. */
function languageOf(args: string[]): { language: string; rest: string[] } {
  const index = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const found = args[index]
  if (found === undefined) return { language: 'nl', rest: args }
  if (found !== '--lang') return { language: found.slice('--lang='.length), rest: args.toSpliced(index, 1) }
  return { language: args[index + 1] ?? '', rest: args.toSpliced(index, 2) }
}

const isLanguage = (language: string): language is Language => language === 'nl' || language === 'en'

function commandOf(name: string): Promise<Command> {
  if (Object.hasOwn(commands, name)) return commands[name]!()
  const known = Object.keys(commands)
  const meant = nearest(name, known)
  throw meant === null
    ? new Fault('unknown-command', { name, known: known.join(', ') })
    : new Fault('unknown-command-near', { name, meant })
}

function complaint(error: unknown, language: Language): string[] {
  if (!(error instanceof Fault)) {
    const reason = error instanceof Error ? error.message : String(error)
    return [`unexpected: ${say(language, 'unexpected', { reason })}`]
  }
  const expected = error instanceof OptionFault ? { expected: say(language, error.expected) } : {}
  return [`${error.key}: ${say(language, error.key, { ...error.fillings, ...expected })}`, ...error.lines]
}
