/** What the schema cannot say of states inside states: one level, a beginning, and the end outside. */
import type { PathwayDefinition, State } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import { fill } from '../say.ts'
import { isObject, objectsIn } from '../walk.ts'
import type { ShapeFinding } from './shape.ts'

const words = {
  'phase-too-deep': {
    nl: 'Deelfasen gaan één niveau diep: een deelfase heeft zelf geen deelfasen. Zet deze fasen naast “{name}”.',
    en: 'Sub-states go one level deep: a sub-state has no sub-states itself. Put these states beside “{name}”.',
  },
  'phase-exit': {
    nl: 'Het einde van een zorgpad staat niet in een fase, maar ernaast. Maak van “{name}” een gewone fase, en ga daarheen.',
    en: 'The end of a pathway does not stand in a phase, but beside it. Make “{name}” an ordinary state, and go there.',
  },
  'phase-initial': {
    nl: '“{name}” heeft deelfasen: zeg met “initial” in welke een patiënt begint: {known}.',
    en: '“{name}” has sub-states: say with “initial” in which one a patient begins: {known}.',
  },
  'phase-without-states': {
    nl: '“initial” hoort bij een fase met deelfasen; “{name}” heeft er geen. Verwijder het, of voeg “states” toe.',
    en: '“initial” belongs to a state with sub-states; “{name}” has none. Remove it, or add “states”.',
  },
}

/** What a phase and its sub-states cannot have, and what they lack. */
export const phaseFindings = (definition: PathwayDefinition): ShapeFinding[] =>
  objectsIn(definition.states).flatMap(([name, state]) => phaseFinding(below('/states', name), name, state))

function phaseFinding(path: string, name: string, state: State): ShapeFinding[] {
  if (!isObject(state.states)) {
    const alone = state.initial !== undefined && state.states === undefined
    return alone ? [wrong('phase-without-states', below(path, 'initial'), { name })] : []
  }
  const inner = objectsIn(state.states)
  return [
    ...beginning(path, name, state),
    ...inner.flatMap(([id, sub]) => insideFindings(below(path, 'states', id), id, sub)),
  ]
}

/** That `initial` is one of its own sub-states is for the rule `unknown-name`. */
function beginning(path: string, name: string, { initial, states }: State): ShapeFinding[] {
  const known = Object.keys(states ?? {}).join(', ')
  return initial === undefined ? [{ ...wrong('phase-initial', path, { name, known }), at: 'key' }] : []
}

function insideFindings(path: string, name: string, sub: State): ShapeFinding[] {
  return [
    ...(sub.states === undefined ? [] : [wrong('phase-too-deep', below(path, 'states'), { name })]),
    ...(sub.states === undefined && sub.initial !== undefined
      ? [wrong('phase-without-states', below(path, 'initial'), { name })]
      : []),
    ...(sub.exit === undefined ? [] : [wrong('phase-exit', below(path, 'exit'), { name })]),
  ]
}

const wrong = (code: keyof typeof words, path: string, about: Record<string, string>): ShapeFinding => ({
  code,
  path,
  drop: path,
  message: fill(words[code], about),
})
