/** What can be wrong with `use`: a file or a part that is not there, that is there twice, or that has a mistake itself. */
import type { Finding } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { fill } from '../say.ts'
import type { Mend } from './mend.ts'
import type { UsedFile } from './used-files.ts'

const words = {
  'file-near': {
    nl: 'Er is geen gedeeld bestand “{file}”. Bedoelt u “{meant}”?',
    en: 'There is no shared file “{file}”. Do you mean “{meant}”?',
  },
  file: {
    nl: 'Er is geen gedeeld bestand “{file}”. Deze zijn er: {known}.',
    en: 'There is no shared file “{file}”. There are: {known}.',
  },
  'file-none': {
    nl: 'Er is geen gedeeld bestand “{file}”: in de map “shared” naast het zorgpad staat er geen.',
    en: 'There is no shared file “{file}”: the folder “shared” beside the pathway has none.',
  },
  broken: {
    nl: 'In het gedeelde bestand {file}.yaml staat op regel {line} een fout: {problem}',
    en: 'The shared file {file}.yaml has a mistake on line {line}: {problem}',
  },
  'part-near': {
    nl: 'In {file}.yaml staat onder {section} geen “{name}”. Bedoelt u “{meant}”?',
    en: '{file}.yaml has no “{name}” under {section}. Do you mean “{meant}”?',
  },
  part: {
    nl: 'In {file}.yaml staat onder {section} geen “{name}”. Daar staat: {known}.',
    en: '{file}.yaml has no “{name}” under {section}. What is there: {known}.',
  },
  'part-none': {
    nl: 'In {file}.yaml staat onder {section} niets.',
    en: '{file}.yaml has nothing under {section}.',
  },
  own: {
    nl: '“{name}” staat in dit zorgpad zelf, en komt ook uit {file}.yaml. Haal een van de twee weg.',
    en: '“{name}” stands in this pathway itself, and also comes from {file}.yaml. Remove one of the two.',
  },
  other: {
    nl: '“{name}” komt al uit {other}.yaml, en ook uit {file}.yaml. Haal een van de twee weg.',
    en: '“{name}” already comes from {other}.yaml, and also from {file}.yaml. Remove one of the two.',
  },
}

/** There is no shared file of this name. */
export function fileMissing(path: string, file: string, known: string[], mend: Mend): Finding {
  const meant = nearest(file, known)
  const key = meant !== null ? 'file-near' : known.length === 0 ? 'file-none' : 'file'
  const message = fill(words[key], { file, meant: meant ?? '', known: known.join(', ') })
  return {
    code: 'unknown-shared-file',
    path,
    at: 'key',
    message,
    fix: meant === null ? undefined : mend.key(path, meant),
  }
}

/** The shared file cannot be used; `line` is in that file. */
export const fileBroken = (path: string, file: string, { line, message: problem }: Problem): Finding => ({
  code: 'broken-shared-file',
  path,
  at: 'key',
  message: fill(words.broken, { file, line, problem }),
})

/** The shared file has no part of this name. */
export function partMissing(
  path: string,
  name: string,
  section: string,
  { name: file, value }: UsedFile,
  mend: Mend,
): Finding {
  const known = Object.keys(value?.[section as keyof typeof value] ?? {})
  const meant = nearest(name, known)
  const key = meant !== null ? 'part-near' : known.length === 0 ? 'part-none' : 'part'
  const message = fill(words[key], { file, section, name, meant: meant ?? '', known: known.join(', ') })
  return { code: 'unknown-shared-part', path, message, fix: meant === null ? undefined : mend.value(path, meant) }
}

/** `other` is the file that brings it already; null when the pathway has it itself. */
export const partTwice = (path: string, name: string, file: string, other: string | null): Finding => ({
  code: 'shared-twice',
  path,
  message: fill(other === null ? words.own : words.other, { name, file, other: other ?? '' }),
})
