/** Reads a file of parts that pathways share: the same writing and the same parts as in a pathway, and nothing else. */
import { validateShared, type Shared } from '../../../schemas/index.ts'
import { byPlace, problemsOf, type Finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import { below } from '../pointer.ts'
import type { Problem } from '../problem.ts'
import { fill, say } from '../say.ts'
import { isObject } from '../walk.ts'
import { mendOf } from './mend.ts'
import { placeIn } from './place.ts'
import { shapeFindings } from './shape.ts'
import { readWriting } from './writing.ts'

/** The texts of shared files by their name, without `.yaml`. */
export type SharedParts = Readonly<Record<string, string>>

/** The sections that a shared file can have. */
export const sharedSections = [
  'evidence',
  'parties',
  'facts',
  'measurements',
  'questionnaires',
  'scores',
  'calendars',
  'routes',
  'messages',
  'scripts',
] as const satisfies (keyof Shared)[]

export type SharedSection = (typeof sharedSections)[number]

/** `value` is null when the text is no map; otherwise it is what its type says as far as `problems` do not tell. */
export type SharedFile = { value: Partial<Shared> | null; problems: Problem[] }

const words = {
  'no-shared': {
    nl: 'Dit is geen gedeeld bestand: het begint met “shared:” en de naam van het bestand.',
    en: 'This is no shared file: it begins with “shared:” and the name of the file.',
  },
  'shared-name': {
    nl: 'Het bestand heet “{file}”, maar noemt zichzelf “{name}”.',
    en: 'The file is called “{file}”, but calls itself “{name}”.',
  },
  'shared-key-missing': {
    nl: 'In dit gedeelde bestand ontbreekt “{key}”.',
    en: '“{key}” is missing from this shared file.',
  },
}

/** Reads the text of the file `name`. Never throws. */
export function readShared(name: string, text: string): SharedFile {
  const { tree, problems: written, locate } = readWriting(text)
  if (!tree) return { value: null, problems: written }
  const { value, spots } = tree
  const found = isObject(value) ? mistakes(name, value as Record<string, unknown>, mendOf(text, spots)) : noMap(written)
  const problems = [...written, ...problemsOf(found, { place: placeIn(spots, locate) })].toSorted(byPlace)
  return { value: isObject(value) ? (value as Partial<Shared>) : null, problems }
}

/** Nothing more is said where a mistake in the writing already explains it. */
const noMap = (written: Problem[]): Finding[] =>
  written.length > 0 ? [] : [{ code: 'no-shared', path: '', message: fill(words['no-shared']) }]

function mistakes(file: string, value: Record<string, unknown>, mend: ReturnType<typeof mendOf>): Finding[] {
  const errors = validateShared(value)
  const [top, inside] = [errors.filter(isAtTop), errors.filter((error) => !isAtTop(error))]
  const { shared: name } = value
  const other = typeof name === 'string' && name !== file
  return [
    ...top.flatMap(({ keyword, params }) => topFinding(keyword, params, value, mend)),
    ...shapeFindings(value, mend, inside),
    ...(other ? [{ code: 'shared-name', path: '/shared', message: fill(words['shared-name'], { file, name }) }] : []),
  ]
}

const isAtTop = ({ instancePath }: { instancePath: string }): boolean => instancePath === ''

const keys = ['shared', 'title', ...sharedSections]

function topFinding(
  keyword: string,
  params: Record<string, unknown>,
  value: Record<string, unknown>,
  mend: ReturnType<typeof mendOf>,
): Finding[] {
  if (keyword === 'required') {
    const key = String(params.missingProperty)
    return [{ code: 'missing-key', path: '', at: 'key', message: fill(words['shared-key-missing'], { key }) }]
  }
  if (keyword !== 'additionalProperties') return []
  const key = String(params.additionalProperty)
  const path = below('', key)
  const free = keys.filter((known) => !Object.hasOwn(value, known))
  const meant = nearest(key, free)
  if (meant === null)
    return [{ code: 'unknown-key', path, at: 'key', message: say('unknown-key', { key, known: keys.join(', ') }) }]
  const fix = mend.key(path, meant)
  return [{ code: 'unknown-key', path, at: 'key', message: say('unknown-key-near', { key, meant }), fix }]
}
