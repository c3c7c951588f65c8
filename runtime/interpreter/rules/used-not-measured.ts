/** Rule `used-not-measured`: what a condition looks at is measured where it is looked at. */
import type { Condition, Schedule } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import type { BothLanguages, Fix } from '../problem.ts'
import { present } from '../reading/comparators.ts'
import { fill, listed } from '../say.ts'
import { objectsIn, type ConditionRoot, type StatePart } from '../walk.ts'
import { comesByItself, lacking } from './reasoning/asked.ts'
import { valueTitled } from './reasoning/values.ts'
import { allConditionsOf, leafStatesOf } from './reasoning/walked.ts'
import { runningIn, statesBefore, watchingStates } from './reasoning/watching.ts'
import { allTitled, both } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  nowhere: {
    nl: 'Hier wordt naar “{value}” gekeken, maar geen enkel meetschema dat loopt, vraagt ernaar: {missing}. Zet het in een meetschema.',
    en: 'This looks at “{value}”, but no schedule that runs asks for it: {missing}. Put it in a schedule.',
  },
  elsewhere: {
    nl: 'Hier wordt naar “{value}” gekeken, maar waar dat gebeurt ({states}), vraagt geen meetschema ernaar: {missing}. Zet het daar in een meetschema, of kijk er alleen naar waar het gemeten wordt.',
    en: 'This looks at “{value}”, but where that happens ({states}) no schedule asks for it: {missing}. Put it in a schedule there, or look at it only where it is measured.',
  },
  nobodyAsks: {
    nl: 'Een patiënt krijgt in {states} nooit de vraag naar {missing}: dit wordt daar niet waar.',
    en: 'A patient in {states} is never asked for {missing}: this does not become true there.',
  },
}

export const usedNotMeasured: Rule = {
  code: 'used-not-measured',
  check: (pathway) =>
    ['/schedules', '/states', '/questionnaires', '/scores'].some(pathway.broken)
      ? []
      : [...inConditions(pathway), ...inBaselines(pathway)],
}

/** Subjects that need a value of now, and those that look back further than the state. */
const fresh = ['measurement', 'answer', 'score', 'deviation', 'rise', 'fall', 'since'] as const
const lookingBack = ['mean', 'median', 'min', 'max', 'slope', 'count'] as const

/** One finding for a value that a condition names more than once. What decides about taking part rests on facts. */
function inConditions(pathway: Examined): Draft[] {
  const told = new Set<string>()
  return allConditionsOf(pathway).flatMap(({ root, path, condition }) => {
    const subject = present(condition, [...fresh, ...lookingBack])[0]
    const value = subject && String(condition[subject])
    if (subject === undefined || value === undefined || root.use === 'inclusion') return []
    if (!pathway.names('values')?.includes(value) || told.has(`${root.path} ${value}`)) return []
    told.add(`${root.path} ${value}`)
    return finding(pathway, root, below(path, subject), value, condition) ?? []
  })
}

function finding(
  pathway: Examined,
  root: ConditionRoot,
  path: string,
  value: string,
  condition: Condition,
): Draft | null {
  const everywhere = living(pathway)
  const states = root.use === 'threshold' || root.use === 'guard' ? watchingStates(pathway, root) : everywhere
  // A value may still be there from the state before; what looks back finds it further back too.
  const back = present(condition, lookingBack).length > 0
  if (states.length === 0 || lacking(pathway, back ? everywhere : states, value).length === 0) return null
  const missing = lacking(pathway, back ? everywhere : [...states, ...before(pathway, root, states)], value)
  if (missing.length === 0) return null
  const nowhere = lacking(pathway, everywhere, value).length > 0
  const severity = nowhere && !missing.every((name) => comesByItself(pathway.definition, name)) ? 'error' : 'warning'
  const fix = missing.length === 1 ? fixFor(pathway, states, missing[0]!) : undefined
  const about = told(pathway, states, value, missing)
  return {
    path,
    severity,
    message: fill(nowhere ? words.nowhere : words.elsewhere, about),
    example: fill(words.nobodyAsks, about),
    fix,
  }
}

const living = (pathway: Examined): StatePart[] => leafStatesOf(pathway).filter(({ state }) => state.exit === undefined)

/** A threshold waits for a value that arrives in the state itself; a transition also looks at what came just before. */
const before = (pathway: Examined, { use }: ConditionRoot, states: readonly StatePart[]): StatePart[] =>
  use === 'guard' ? statesBefore(pathway, states) : []

function told({ definition }: Examined, states: readonly StatePart[], value: string, missing: readonly string[]) {
  return {
    value: valueTitled(definition, value),
    states: allTitled(
      definition,
      'states',
      states.map(({ id }) => id),
    ),
    missing: named(missing.map((name) => valueTitled(definition, name))),
  }
}

const named = (titles: readonly BothLanguages[]): BothLanguages =>
  both((language) =>
    listed(
      titles.map((title) => `“${title[language]}”`),
      language,
      'and',
    ),
  )

/** Where one schedule runs in these states, it can ask for a measurement too. */
function fixFor(pathway: Examined, states: readonly StatePart[], name: string): Fix | undefined {
  const running = new Map<string, Schedule>(states.flatMap((part) => runningIn(pathway, part)))
  const [id, schedule] = [...running][0] ?? []
  if (running.size !== 1 || id === undefined || schedule === undefined) return undefined
  const item = objectsIn(pathway.definition.questionnaires).find(([, { items }]) => Object.hasOwn(items ?? {}, name))
  const path = below('/schedules', id, 'measure')
  return pathway.append(path, schedule.measure.length - 1, item?.[0] ?? name)
}

/** A baseline that is taken when a schedule is completed rests on what that schedule asks. */
const inBaselines = (pathway: Examined): Draft[] =>
  objectsIn(pathway.definition.baselines).flatMap(([id, { of }]) => {
    const states = living(pathway)
    const missing = of === undefined || !pathway.names('values')?.includes(of) ? [] : lacking(pathway, states, of)
    if (of === undefined || missing.length === 0) return []
    const about = told(pathway, states, of, missing)
    const path = below('/baselines', id, 'of')
    return [{ path, message: fill(words.nowhere, about), example: fill(words.nobodyAsks, about) }]
  })
