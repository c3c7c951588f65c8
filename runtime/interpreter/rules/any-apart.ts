/** Rule `any-apart`: the parts of a threshold's `any` are known on the same occasions, so that it can become untrue again. */
import type { Condition, PathwayDefinition } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { objectsIn, type ConditionRoot, type StatePart } from '../walk.ts'
import { examplePatient } from './reasoning/patient.ts'
import { askedTogether } from './reasoning/together.ts'
import { allConditionsOf } from './reasoning/walked.ts'
import { watchingStates } from './reasoning/watching.ts'
import { clause } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  apart: {
    nl: 'Deze twee komen nooit samen binnen: “{one}” en “{other}”. Is de ene weer goed, dan is de andere onbekend, en dan geldt de drempel nog steeds als waar: een tweede keer geeft geen melding. Maak er twee drempels van.',
    en: 'These two never arrive together: “{one}” and “{other}”. When the one is fine again, the other is unknown, and then the threshold still counts as true: a second time gives no alert. Make two thresholds of it.',
  },
  baseline: {
    nl: 'Zolang de uitgangswaarde er niet is, is “{other}” onbekend. Is “{one}” dan weer voorbij, dan geldt de drempel nog steeds als waar: een tweede keer geeft geen melding. Maak er twee drempels van.',
    en: 'As long as there is no baseline, “{other}” is unknown. When “{one}” is over then, the threshold still counts as true: a second time gives no alert. Make two thresholds of it.',
  },
  example: {
    nl: '{patient} geeft een melding. Daarna komt een goede waarde, en later weer zo’n slechte: dan komt er niets.',
    en: '{patient} gives an alert. Then a good value comes, and later such a bad one again: then nothing comes.',
  },
}

export const anyApart: Rule = {
  code: 'any-apart',
  check: (pathway) =>
    allConditionsOf(pathway)
      .filter(({ root, path, condition }) => root.use === 'threshold' && condition.any && !pathway.broken(path))
      .flatMap(({ root, path, condition }) => apart(pathway, root, path, condition)),
}

/** Every pair of parts is tried in both orders; one finding says enough. */
function apart(pathway: Examined, root: ConditionRoot, path: string, { any }: Condition): Draft[] {
  const parts = objectsIn(any)
    .map(([, part]) => part)
    .filter((part) => valuesOf(part).length > 0)
  const states = watchingStates(pathway, root)
  for (const one of parts)
    for (const other of parts) {
      const why = one === other ? null : unknownBeside(pathway, states, one, other)
      if (why) return [draft(pathway.definition, path, one, other, why)]
    }
  return []
}

/** Why nothing can be known of `other` when what `one` is about comes in; null when something can. */
function unknownBeside(
  pathway: Examined,
  states: readonly StatePart[],
  one: Condition,
  other: Condition,
): 'apart' | 'baseline' | null {
  if (waitsForBaseline(pathway.definition, other)) return 'baseline'
  const known = valuesOf(other)
  const together = states.flatMap((part) => valuesOf(one).flatMap((value) => askedTogether(pathway, part, value)))
  return together.some((asked) => !known.some((value) => asked.has(value))) ? 'apart' : null
}

/** The values of which a part looks at what has just arrived; of parts that must all be true one is enough to know that they are not. */
function valuesOf(condition: Condition): string[] {
  const own = condition.measurement ?? condition.answer ?? condition.score ?? condition.deviation
  const inside = [...objectsIn(condition.all), ...objectsIn(condition.any)]
  return [...(own === undefined ? [] : [own]), ...inside.flatMap(([, part]) => valuesOf(part))]
}

function waitsForBaseline({ baselines }: PathwayDefinition, { deviation, from }: Condition): boolean {
  return deviation !== undefined && typeof from === 'string' && baselines?.[from]?.taken !== undefined
}

function draft(
  definition: PathwayDefinition,
  path: string,
  one: Condition,
  other: Condition,
  why: 'apart' | 'baseline',
): Draft {
  const filled = { one: clause(definition, one), other: clause(definition, other) }
  return {
    path: below(path, 'any'),
    severity: 'warning',
    message: fill(words[why], filled),
    example: fill(words.example, { patient: examplePatient(definition, one) }),
  }
}
