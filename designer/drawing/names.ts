/** What a screen reader says of a shape: everything that the eye sees. */
import type { Severity } from '../../runtime/interpreter/problem.ts'
import { text } from '../texts/text.ts'
import type { StateShape, TransitionShape } from './graph.ts'

export function stateName(state: StateShape, active: boolean, problem: Severity | null): string {
  return sentence([
    state.title,
    state.initial ? text('drawing.initial') : '',
    state.exit === null ? '' : text('drawing.exit-as', { exit: state.exit }),
    state.unwatched ? text('drawing.unwatched') : '',
    state.detail,
    active ? text('drawing.active') : '',
    problem ? text(`problems.${problem}`) : '',
  ])
}

export function transitionName({ label, sentence: whole, alert }: TransitionShape, problem: Severity | null): string {
  const level = alert ? text(`level.${alert.level}`) : ''
  return sentence([
    label,
    whole,
    alert ? text('drawing.alert', { level, route: alert.route }) : '',
    problem ? text(`problems.${problem}`) : '',
  ])
}

const sentence = (parts: string[]): string => parts.filter(Boolean).join('. ')
