/** A trace as lines to read: for each threshold and transition what became of it, and each condition with its value and limit. */
import type { ConditionTrace, Look, Outcome, Trace } from '../../runtime/interpreter/trace.ts'
import { conditionSentence } from '../../runtime/interpreter/sentence.ts'
import type { Condition, PathwayDefinition, Transition } from '../../schemas/index.ts'
import { comparatorOf, unitOf } from '../forms/condition/shape.ts'
import { titleOf } from '../forms/options.ts'
import { at } from '../forms/pointer.ts'
import { inLanguage, language } from '../language.ts'
import { text } from '../texts/text.ts'
import { momentText, nameOf, readingText, valueText } from './words.ts'

export type ConditionLine = {
  path: string
  truth: true | false | null
  sentence: string
  details: string[]
  children: ConditionLine[]
}
export type LookLine = { path: string; title: string; outcome: Outcome; words: string; condition?: ConditionLine }

/** What acted, and what was looked at and did not; `unasked` had no reason to be looked at. */
export type TraceLines = { acted: LookLine[]; silent: LookLine[]; unasked: LookLine[] }

const acts: ReadonlySet<Outcome> = new Set<Outcome>(['fired', 'taken', 'proposed', 'waiting', 'not-confirmed'])

/** What was looked at in a step, in words, by what came of it. */
export function traceLines(trace: Trace, definition: PathwayDefinition): TraceLines {
  const lines = trace.looks.map((look) => lookLine(look, definition))
  return {
    acted: lines.filter(({ outcome }) => acts.has(outcome)),
    silent: lines.filter(({ outcome }) => !acts.has(outcome) && outcome !== 'not-triggered'),
    unasked: lines.filter(({ outcome }) => outcome === 'not-triggered'),
  }
}

function lookLine({ path, outcome, condition, late }: Look, definition: PathwayDefinition): LookLine {
  const words = late ? `${text(`outcome.${outcome}`)} (${text('outcome.late')})` : text(`outcome.${outcome}`)
  const line = { path, title: lookTitle(path, definition), outcome, words }
  return condition === undefined ? line : { ...line, condition: conditionLine(condition, definition) }
}

/** A threshold by its title, a transition by where it leads and what its author says of it. */
function lookTitle(path: string, definition: PathwayDefinition): string {
  const part = at(definition, path) as Transition | undefined
  const [top, name = ''] = path.split('/').slice(1)
  if (top === 'thresholds') return titleOf(part, name)
  const why = inLanguage(part?.title, whyOf(part))
  if (part?.to === undefined) return why === '' ? text('trace.stays') : why
  const to = text('trace.to', { state: nameOf(definition, 'states', part.to) })
  return why === '' ? to : `${to} (${why})`
}

/** What its author says of a transition that has no title. */
function whyOf(transition: Transition | undefined): string {
  const { alert, because } = transition ?? {}
  return typeof alert === 'object' ? inLanguage(alert.title, inLanguage(because)) : inLanguage(because)
}

function conditionLine(condition: ConditionTrace, definition: PathwayDefinition): ConditionLine {
  const written = at(definition, condition.path) as Condition
  return {
    path: condition.path,
    truth: condition.truth,
    sentence: conditionSentence(definition, written, language()),
    details: [
      ...valueDetail(condition, written, definition),
      ...missingDetail(condition),
      ...readings(condition, definition),
    ],
    children: (condition.children ?? []).map((child) => conditionLine(child, definition)),
  }
}

/** "188 mmHg, is higher than 180 mmHg": with whose limit it was when it is a personal one. */
function valueDetail({ value, limit }: ConditionTrace, written: Condition, definition: PathwayDefinition): string[] {
  if (value === undefined) return []
  const unit = unitOf(written, definition) ?? ''
  const found = text('trace.value', { value: valueText(value, unit) })
  const comparator = comparatorOf(written)
  if (limit === undefined || comparator === null) return [found]
  const values = [limit.value].flat().map((right) => valueText(right, unit))
  const compared = text('trace.limit', { comparator: text(`condition.${comparator}`), limit: values.join(' – ') })
  return [`${found}; ${compared}${whose(limit, definition)}`]
}

function whose({ parameter, setBy }: NonNullable<ConditionTrace['limit']>, definition: PathwayDefinition): string {
  if (parameter === undefined) return ''
  const name = nameOf(definition, 'parameters', parameter)
  if (setBy === undefined) return ` (${text('trace.default', { name })})`
  return ` (${text('trace.set-by', { name, who: nameOf(definition, 'parties', setBy.role) })})`
}

function missingDetail({ missing, found = 0, needed = 0 }: ConditionTrace): string[] {
  return missing === undefined ? [] : [text(`missing.${missing}`, { found, needed })]
}

/** The readings behind a value; a mean over weeks has many, of which the newest tell enough. */
function readings({ readings: behind = [] }: ConditionTrace, definition: PathwayDefinition): string[] {
  const shown = behind
    .slice(-4)
    .map((reading) => `${readingText(reading, definition)} (${momentText(reading.at, definition.timezone)})`)
  if (shown.length === 0) return []
  const more = behind.length - shown.length
  return [text('trace.readings', { list: shown.join('; ') }) + (more > 0 ? text('trace.more', { count: more }) : '')]
}
