/** What scores showed: which outcomes came, and which conditions of their bands were true or false. */
import type { PathwayDefinition } from '../../../schemas/index.ts'
import { compileCondition, type CompiledCondition } from '../../interpreter/condition/condition.ts'
import type { Enrolment, Reading } from '../../interpreter/enrolment.ts'
import { below } from '../../interpreter/pointer.ts'
import type { ConditionTrace } from '../../interpreter/trace.ts'
import { conditionsIn } from '../../interpreter/walk.ts'

type Watched = { score: string; bands: CompiledCondition[]; outcomes: Map<string, string> }

/** Outcomes of one name are one, whichever of their limits made them so. */
export class ScoreWitness {
  readonly #watched: Watched[]
  readonly #looked = new WeakSet<Reading>()

  constructor(definition: PathwayDefinition) {
    const context = { definition, zone: definition.timezone }
    const roots = conditionsIn(definition).filter(({ use }) => use === 'score')
    this.#watched = Object.keys(definition.scores ?? {}).map((score) => ({
      score,
      bands: roots
        .filter(({ owner }) => owner.startsWith(`${below('/scores', score)}/`))
        .map(({ condition, path }) => compileCondition(condition, path, context)),
      outcomes: new Map(outcomesOf(definition, score)),
    }))
  }

  /** What the scores that are new in this record touch: outcomes, and conditions with `=true` or `=false`. */
  look(enrolment: Enrolment): string[] {
    return this.#watched.flatMap(({ score, bands, outcomes }) => {
      const computed = (enrolment.readings[score] ?? []).filter((reading) => !this.#looked.has(reading))
      return computed.flatMap((reading) => {
        this.#looked.add(reading)
        const situation = { enrolment, t: reading.at, now: reading.at, submission: null, together: 0 }
        const outcome = outcomes.get(reading.outcome ?? '')
        return [...(outcome ? [outcome] : []), ...bands.flatMap((band) => truths(band.trace(situation)))]
      })
    })
  }
}

/** Each outcome by its name, the first place where it stands. */
export const outcomesOf = ({ scores }: PathwayDefinition, score: string): [name: string, path: string][] => {
  const named = (scores?.[score]?.outcomes ?? []).map(({ outcome }, index): [string, string] => [
    outcome,
    below('/scores', score, 'outcomes', index),
  ])
  return named.filter(([name], index) => named.findIndex(([other]) => other === name) === index)
}

const truths = ({ path, truth, children = [] }: ConditionTrace): string[] => [
  ...(truth === null ? [] : [`${path}=${truth}`]),
  ...children.flatMap(truths),
]
