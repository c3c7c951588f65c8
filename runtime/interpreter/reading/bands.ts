/** Whether the bands of a score fit the value they are about, and whether every answer without bands has points. */
import type { PathwayDefinition, ScoreInput } from '../../../schemas/index.ts'
import { pointsOf } from '../condition/score-range.ts'
import { domainOfValue } from '../condition/value-domain.ts'
import { valueNamed } from '../condition/values.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { objectsIn } from '../walk.ts'
import { comparedFinding } from './fit.ts'
import type { ShapeFinding } from './shape.ts'

const words = {
  points: {
    nl: 'Het antwoord “{answer}” op “{name}” heeft geen punten. Voeg “points” toe aan het antwoord, of “bands” aan dit onderdeel.',
    en: 'The answer “{answer}” to “{name}” has no points. Add “points” to the answer, or “bands” to this input.',
  },
}

/** Bands that do not fit what they divide, and answers without points. */
export const bandFindings = (definition: PathwayDefinition): ShapeFinding[] =>
  objectsIn(definition.scores).flatMap(([score, { inputs }]) =>
    objectsIn(inputs).flatMap(([name, input]) => {
      const path = below('/scores', score, 'inputs', name)
      return Array.isArray(input.bands) ? misfits(definition, path, input) : withoutPoints(definition, path, input)
    }),
  )

/** A yes-or-no question has no "at least", and a choice only its own answers. */
function misfits(definition: PathwayDefinition, path: string, input: ScoreInput): ShapeFinding[] {
  const name = input.measurement ?? input.answer ?? input.score
  const domain = typeof name === 'string' ? domainOfValue(definition, name) : null
  return objectsIn(input.bands).flatMap(([index, band]) => {
    const at = below(path, 'bands', index)
    return comparedFinding(domain, band, at, at) ?? []
  })
}

/** An answer in words counts nothing by itself. */
function withoutPoints(definition: PathwayDefinition, path: string, { answer }: ScoreInput): ShapeFinding[] {
  const value = typeof answer === 'string' ? valueNamed(definition, answer) : null
  const options = value?.kind === 'item' ? objectsIn(value.part.options).map(([, option]) => option) : []
  const worthless = options.find((option) => pointsOf(option) === null)
  if (worthless === undefined) return []
  const message = fill(words.points, { name: String(answer), answer: String(worthless.answer) })
  return [{ code: 'score-points', path, drop: path, message }]
}
