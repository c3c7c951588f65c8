/** A pathway as shapes to draw: states with their own lines, transitions with a short label and the whole sentence. */
import { clauseIn, durationIn, textOf, titleIn, transitionSentence } from '../../runtime/interpreter/sentence.ts'
import {
  isObject,
  statesIn,
  transitionsIn,
  type StatePart,
  type TransitionPart,
} from '../../runtime/interpreter/walk.ts'
import type { Level, PathwayDefinition } from '../../schemas/index.ts'
import type { Language } from '../language.ts'
import { text } from '../texts/text.ts'

export type AlertMark = { level: Level; route: string }

/** The name of the box that stands for every state; no state can be called so. */
export const everywhere = ' everywhere'

/** `to` is null for what happens without leaving the state; `from` is `everywhere` for what holds in every state. */
export type TransitionShape = {
  path: string
  from: string
  to: string | null
  label: string
  sentence: string
  alert: AlertMark | null
  confirm: boolean
}

export type StateShape = {
  id: string
  path: string
  /** The phase around a sub-state. */
  phase: string | null
  title: string
  /** What is measured here, in words. */
  detail: string
  initial: boolean
  exit: string | null
  unwatched: boolean
  /** Not a state, but all of them: where the transitions start that hold everywhere. */
  everywhere: boolean
}

export type Graph = { states: StateShape[]; transitions: TransitionShape[] }

/** What the drawing shows of a pathway: states, phases and transitions, with their words. */
export function graphOf(definition: PathwayDefinition, language: Language): Graph {
  const parts = transitionsIn(definition)
  const states = statesIn(definition).map((part) => stateShape(definition, part, language))
  return {
    states: parts.some(({ state }) => state === null) ? [...states, everyState()] : states,
    transitions: parts.map((part) => transitionShape(definition, part, language)),
  }
}

/** An arrow from each state would be a web; one box says it better. */
function everyState(): StateShape {
  const title = text('drawing.always')
  return {
    id: everywhere,
    path: '/always',
    phase: null,
    title,
    detail: '',
    initial: false,
    exit: null,
    unwatched: false,
    everywhere: true,
  }
}

function stateShape(definition: PathwayDefinition, part: StatePart, language: Language): StateShape {
  const { id, path, state, phase } = part
  const begin = phase === null ? definition.initial : `${phase.id}.${phase.state.initial ?? ''}`
  const schedules = Array.isArray(state.schedules) ? state.schedules : []
  return {
    id,
    path,
    phase: phase?.id ?? null,
    title: textOf(state.title, language) ?? id.slice(id.indexOf('.') + 1),
    detail: schedules.map((name) => titleIn(definition, 'schedules', name, language)).join(' · '),
    initial: begin === id,
    exit: typeof state.exit === 'string' ? state.exit : null,
    unwatched: (state.monitoring ?? phase?.state.monitoring) === 'none',
    everywhere: false,
  }
}

function transitionShape(definition: PathwayDefinition, part: TransitionPart, language: Language): TransitionShape {
  const { path, state, transition } = part
  const known = statesIn(definition).some(({ id }) => id === transition.to)
  return {
    path,
    from: state ?? everywhere,
    to: known ? (transition.to ?? null) : null,
    label: labelOf(definition, part, language),
    sentence: transitionSentence(definition, path, language),
    alert: alertOf(definition, part),
    confirm: transition.confirm !== undefined,
  }
}

/** The trigger when it says it all; else the author's own reason, which is shorter than the condition. */
function labelOf(definition: PathwayDefinition, { transition, id }: TransitionPart, language: Language): string {
  const { decision, event, after, threshold, completed } = transition
  const title = textOf(transition.title, language)
  if (typeof decision === 'string')
    return text('drawing.on-decision', { decision: title || decision.replaceAll('-', ' ') })
  if (title) return title
  if (typeof event === 'string') return text('drawing.on-event', { event: eventTitle(definition, event, language) })
  if (typeof after === 'string') return text('drawing.on-after', { duration: durationIn(after, language) })
  const reason = (textOf(transition.because, language) ?? '').replace(/\.$/, '')
  if (reason) return reason
  if (typeof threshold === 'string') return titleIn(definition, 'thresholds', threshold, language)
  const clause = clauseIn(definition, transition.if, language)
  if (clause) return text('drawing.on-if', { clause })
  if (typeof completed !== 'string') return id
  return text('drawing.on-completed', { schedule: titleIn(definition, 'schedules', completed, language) })
}

const eventTitle = ({ events }: PathwayDefinition, event: string, language: Language): string =>
  textOf(events?.[event]?.title, language) ?? event.replaceAll('-', ' ')

/** The level of the alert: its own, else the threshold's, else amber. */
function alertOf(definition: PathwayDefinition, { transition }: TransitionPart): AlertMark | null {
  const { alert, threshold } = transition
  if (typeof alert === 'string') return { route: alert, level: levelOf(definition, threshold) }
  if (!isObject(alert)) return null
  return { route: String(alert.route), level: alert.level ?? levelOf(definition, threshold) }
}

const levelOf = (definition: PathwayDefinition, threshold: string | undefined): Level =>
  (threshold === undefined ? undefined : definition.thresholds?.[threshold]?.level) ?? 'amber'
