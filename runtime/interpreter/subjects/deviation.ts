/** `deviation: weight` from a baseline or a personal limit: the newest value minus what is usual for this patient. */
import type { Condition } from '../../../schemas/index.ts'
import { compileBaseline, difference, percentage } from '../condition/baseline.ts'
import type { ConditionContext } from '../condition/condition.ts'
import { missing, number, type Finding, type Found, type Missing } from '../condition/found.ts'
import { personalLimit } from '../condition/right-side.ts'
import { singleValue } from '../condition/single.ts'
import type { Situation } from '../condition/situation.ts'
import { rangeOfValue } from '../condition/value-domain.ts'
import { staleOf } from '../condition/values.ts'
import type { Reading } from '../enrolment.ts'
import { own } from '../own.ts'
import { fill, sayIn } from '../say.ts'
import { textOf, titleIn } from '../sentences/names.ts'
import { comparedTo, valueTitle, valueUnit, wordsIn } from '../sentences/parts.ts'
import { longest, parseDuration } from '../time/duration.ts'
import { isObject } from '../walk.ts'
import type { About, ComparedSubject } from './subject.ts'

const words = {
  of: { nl: 'de afwijking van {name} ten opzichte van {usual}', en: 'the deviation of {name} from {usual}' },
  baseline: { nl: '“{name}”', en: '“{name}”' },
  other: {
    nl: 'De uitgangswaarde “{baseline}” gaat over “{of}”, niet over “{name}”. Kies een uitgangswaarde van “{name}”.',
    en: 'The baseline “{baseline}” is about “{of}”, not about “{name}”. Choose a baseline of “{name}”.',
  },
}

/** The usual value with which a reading is compared. */
type Base = (situation: Situation, reading: Reading) => Found | Missing

export const deviation = {
  key: 'deviation',
  compared: true,
  grammar: {
    schema: {
      $ref: '#/$defs/reference',
      names: 'values',
      title: 'Afwijking van',
      description: 'De nieuwste waarde min de eigen uitgangswaarde.',
      en: { title: 'Deviation of', description: "The newest value minus the patient's own baseline." },
    },
    takes: ['from', 'percent'],
    requires: ['from'],
  },
  compile: (condition, context) => {
    const name = condition.deviation!
    const value = singleValue(name, staleOf(context.definition, name), context.zone)
    const base = baseOf(condition, context)
    const one = (situation: Situation, found: Found): Found | Missing =>
      deviationOf(found, base(situation, found.reading!), condition.percent ?? false)
    return {
      find: (situation) => {
        const found = value(situation)
        if (!Array.isArray(found)) return found.kind === 'missing' ? found : one(situation, found)
        return several(found.map((each) => one(situation, each)))
      },
      measurements: [name],
      window: true,
      single: true,
      precision: null,
    }
  },
  domain: (definition, condition) => {
    const range = rangeOfValue(definition, String(condition.deviation))
    if (range === null || condition.percent) return range && { from: -Infinity, to: Infinity, step: null }
    const { from } = condition
    const usual = isObject(from) ? own(definition.parameters, from.parameter) : range
    return usual ? { from: range.from - usual.to, to: range.to - usual.from, step: null } : null
  },
  needs: ({ deviation: of, from }, { baselines }) => {
    const baseline = typeof from === 'string' ? own(baselines, from) : undefined
    return { readings: [{ of: of!, over: baseline ? longest(parseDuration(baseline.over)) : 0 }] }
  },
  numberOf: (condition) => condition.deviation,
  misfit: ({ baselines }, { deviation: name, from }) => {
    if (typeof from !== 'string') return null
    const of = own(isObject(baselines) ? baselines : {}, from)?.of
    if (of === undefined || of === name) return null
    return { at: 'from', message: fill(words.other, { baseline: from, of: String(of), name: String(name) }) }
  },
  sentence: (about, comparison) => {
    const { definition, condition, language } = about
    const name = valueTitle(definition, String(condition.deviation), language)
    return comparedTo(language, wordsIn(language, words.of, { name, usual: usualIn(about) }), comparison)
  },
  unit: ({ definition, condition, language }) =>
    condition.percent ? '%' : valueUnit(definition, String(condition.deviation), language),
} as const satisfies ComparedSubject

function baseOf({ from }: Condition, context: ConditionContext): Base {
  if (typeof from === 'string') return compileBaseline(from, context.definition, context.zone).before
  const limit = personalLimit(from!.parameter, 0, context)
  return ({ enrolment }) => number(limit(enrolment))
}

function deviationOf(found: Found, base: Found | Missing, percent: boolean): Found | Missing {
  if (base.kind === 'missing') return base
  if (found.kind !== 'number' || base.kind !== 'number') return missing('no-baseline')
  const value = Number(found.sum)
  const result = percent ? percentage(value, base) : difference(value, base)
  return result === null ? missing('no-baseline') : number(result.sum, result.count, found.reading)
}

/** Of several that arrived together those count that have something to be compared with. */
function several(all: (Found | Missing)[]): Finding {
  const found = all.flatMap((one) => (one.kind === 'missing' ? [] : [one]))
  return found.length > 0 ? found : all[0]!
}

function usualIn({ definition, condition: { from }, language }: About): string {
  if (isObject(from))
    return sayIn(language, 'the-limit', { limit: titleIn(definition, 'parameters', from.parameter, language) })
  const baseline = own(isObject(definition.baselines) ? definition.baselines : {}, String(from))
  return wordsIn(language, words.baseline, { name: textOf(baseline?.title, language) ?? String(from) })
}
