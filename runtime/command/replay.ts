/** `zorgpad replay PATHWAY --csv FILE`: which alerts a series of readings would have given, if nobody had acted on them. */
import { convertUnit, unitWritten } from '../fhir/units.ts'
import { include } from '../interpreter/include.ts'
import type { Pathway } from '../interpreter/pathway.ts'
import { readCsv } from '../simulation/replay/csv.ts'
import { replay as replaySubject, type PlayedDecision } from '../simulation/replay/replay.ts'
import { type Convert, type Subject, submissionsOf } from '../simulation/replay/submissions.ts'
import { argumentsOf, type Command, type Context } from './command.ts'
import { openPathway } from './documents.ts'
import { Fault } from './fault.ts'
import { DATA_LIMIT, DOCUMENT_LIMIT, readText } from './read-file.ts'
import { decisionsOf, type Facts, factsOf, mapOf } from './replay-options.ts'
import { replayLines, reportOf, type SubjectReport } from './replay-report.ts'
import { type Fillings, type Language, say, type TextKey } from './say.ts'

const OPTIONS = {
  csv: { type: 'string' },
  map: { type: 'string' },
  facts: { type: 'string' },
  decide: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const

export const replay: Command = async (args, context) => {
  const { values, positionals } = argumentsOf(args, OPTIONS)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0 || values.csv === undefined) throw new Fault('replay.needs')
  const pathway = await openPathway(file, context)
  const map = mapOf(values.map, pathway)
  const decisions = decisionsOf(values.decide ?? [], pathway)
  const facts =
    values.facts === undefined ? null : factsOf(values.facts, await readText(values.facts, DOCUMENT_LIMIT), pathway)
  const sent = await readSubjects(values.csv, pathway, map, context)
  const subjects = sent.map((subject) => reportSubject(pathway, subject, facts, decisions))
  context.report(
    values.json ? JSON.stringify({ subjects }, null, 2) : replayLines(subjects, pathway, context.language).join('\n'),
  )
  return 0
}

async function readSubjects(
  file: string,
  pathway: Pathway,
  map: Map<string, string>,
  context: Context,
): Promise<Subject[]> {
  const { rows, mistakes } = readCsv(await readText(file, DATA_LIMIT), ['subject', 'time', 'measure', 'value'])
  if (mistakes.length > 0) throw csvFault(file, mistakes, context.language)
  const sent = submissionsOf(pathway, rows, map, convert)
  if (sent.mistakes.length > 0) throw csvFault(file, sent.mistakes, context.language)
  const measures = sent.unmapped.join(', ')
  if (sent.subjects.length === 0) throw new Fault('replay.nothing-mapped', { file, measures })
  if (sent.unmapped.length > 0) context.note(say(context.language, 'replay.unmapped', { measures }))
  return sent.subjects
}

/** Devices and spreadsheets write `mmHg`; UCUM writes `mm[Hg]`. */
const convert: Convert = (value, from, to, loinc) => {
  const unit = unitWritten(from)
  const conversion = unit === null ? null : convertUnit(value, unit, to, loinc === undefined ? {} : { loinc })
  return conversion && 'value' in conversion ? conversion.value : null
}

type Mistake = {
  code: 'csv-empty' | 'csv-quote' | 'csv-column' | 'csv-cells' | 'csv-time' | 'csv-year' | 'csv-value' | 'csv-unit'
}

const MOST_MISTAKES = 20

/** The first mistake is the fault, those after it follow it. */
function csvFault(file: string, mistakes: Mistake[], language: Language): Fault {
  const described = mistakes.slice(0, MOST_MISTAKES).map((mistake): [TextKey, Fillings] => {
    const { code, ...rest } = mistake as Mistake & Fillings
    const expected =
      rest['expected'] === 'number' || rest['expected'] === 'boolean'
        ? say(language, `replay.${rest['expected']}`)
        : rest['expected']
    return [`replay.${code}`, { ...rest, file, ...(expected === undefined ? {} : { expected }) }]
  })
  const [[key, fillings], ...more] = described as [[TextKey, Fillings], ...[TextKey, Fillings][]]
  return new Fault(
    key,
    fillings,
    more.map((one) => say(language, ...one)),
  )
}

function reportSubject(
  pathway: Pathway,
  subject: Subject,
  facts: Facts | null,
  decisions: PlayedDecision[],
): SubjectReport {
  const known = facts?.(subject.subject) ?? {}
  const start = { subject: subject.subject, assumed: facts === null, readings: subject.readings }
  const { answer } = include(pathway, known)
  // Without facts nobody can be judged: everybody is taken to take part, and marked so.
  if (facts && answer !== 'included') return { ...start, excluded: answer, alerts: [], states: [] }
  try {
    return { ...start, ...reportOf(pathway, replaySubject(pathway, subject, known, decisions)) }
  } catch (error) {
    throw error instanceof RangeError ? new Fault('replay.endless', { subject: subject.subject }) : error
  }
}
