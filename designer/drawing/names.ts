/** What a screen reader says of a shape: everything that the eye sees. */
import type { Severity } from '../../runtime/interpreter/problem.ts'
import { text } from '../texts/text.ts'
import type { StateShape, TransitionShape } from './graph.ts'

/** Begins with what is written in the shape, in that order, so that who speaks to the computer can say what is seen. */
export function stateName(state: StateShape, active: boolean, problem: Severity | null): string {
  return sentence([
    state.title,
    ...stateMarks(state),
    state.detail,
    active ? text('drawing.active') : '',
    problem ? text(`problems.${problem}`) : '',
  ])
}

/** What kind of state it is. */
export function stateMarks({ initial, exit, unwatched }: StateShape): string[] {
  return [
    initial ? text('drawing.initial') : '',
    exit === null ? '' : text('drawing.exit-as', { exit }),
    unwatched ? text('drawing.unwatched') : '',
  ].filter(Boolean)
}

/** `shown` are the words in the shape; the whole sentence comes after them. */
export function transitionName(transition: TransitionShape, shown: string[], problem: Severity | null): string {
  const { sentence: whole, alert } = transition
  return sentence([
    shown.join(' ').replace(/ …$/, ''),
    whole,
    alert ? text('drawing.alert', { level: text(`level.${alert.level}`), route: alert.route }) : '',
    problem ? text(`problems.${problem}`) : '',
  ])
}

const sentence = (parts: string[]): string => parts.filter(Boolean).join('. ')
