/** Why an alert is there, as a nurse says it: what is the matter with this patient, not how the pathway is written. */
import type { RaisedFiring } from '../../alerts/index.ts'
import { NOT_ASSESSED } from '../../engine/index.ts'
import type { Enrolment } from '../../interpreter/enrolment.ts'
import type { CompiledTransition, Pathway } from '../../interpreter/index.ts'
import { clauseIn, durationIn, titleIn } from '../../interpreter/sentence.ts'
import { partAt } from '../../interpreter/pointer.ts'
import type { Condition, PathwayDefinition, Transition } from '../../../schemas/index.ts'
import type { InBoth } from '../api.ts'
import { say } from '../texts/index.ts'
import { both, bothOf } from './both.ts'
import { forPatient, heldOf } from './held.ts'

type Why = { why: InBoth; path: string }

/** `path`: where the rule stands in the pathway; empty when it is of the system itself. */
export function whyOf(pathway: Pathway, enrolment: Enrolment | undefined, firing: RaisedFiring): Why {
  const definition = forPatient(pathway.definition, enrolment, firing.at)
  if (firing.threshold !== undefined) {
    const path = `/thresholds/${firing.threshold}`
    return { why: sentence([ofThreshold(definition, firing.threshold, firing), ...howOf(definition, firing)]), path }
  }
  const transition = pathway.transitions.find(({ id }) => `transition:${id}` === firing.key)
  if (transition)
    return {
      why: sentence([ofTransition(definition, transition, firing), ...howOf(definition, firing)]),
      path: transition.path,
    }
  return { why: firing.key === NOT_ASSESSED ? say('why.not-assessed') : bothOf(firing.title, firing.key), path: '' }
}

/** `Omdat Bovendruk 180 mmHg of hoger is`: of an either-or only what held. */
function ofCondition(definition: PathwayDefinition, condition: Condition, { because }: RaisedFiring): InBoth {
  const held = heldOf(definition, condition, because)
  const clauses = (held.all ?? [held]).map((one) => both((language) => clauseIn(definition, one, language)))
  return say('why.because', { clause: clauses.reduce((first, second) => say('why.and', { first, second })) })
}

function ofThreshold(definition: PathwayDefinition, name: string, firing: RaisedFiring): InBoth {
  const threshold = definition.thresholds?.[name]
  return threshold ? ofCondition(definition, threshold.when, firing) : bothOf(firing.title, firing.key)
}

/** In the words of the authors where they gave a reason, else what made it happen. */
function ofTransition(definition: PathwayDefinition, { path, from }: CompiledTransition, firing: RaisedFiring): InBoth {
  const written = partAt(definition, path) as Transition
  if (written.because) return bothOf(written.because, firing.key)
  if (written.if) return ofCondition(definition, written.if, firing)
  const { after, completed, threshold } = written
  if (threshold !== undefined) return ofThreshold(definition, threshold, firing)
  if (completed !== undefined)
    return say('why.completed', { schedule: both((language) => titleIn(definition, 'schedules', completed, language)) })
  if (after === undefined || from === null) return bothOf(firing.title, firing.key)
  const state = both((language) => titleIn(definition, 'states', from, language))
  return say('why.after', { duration: both((language) => durationIn(after, language)), state })
}

/** How sure it is, and how it was found. */
function howOf({ thresholds }: PathwayDefinition, { threshold, unconfirmed, late }: RaisedFiring): InBoth[] {
  const asksTwice = thresholds?.[threshold ?? '']?.remeasure !== undefined
  const confirmed = unconfirmed ? [say('why.unconfirmed')] : asksTwice ? [say('why.confirmed')] : []
  return [...confirmed, ...(late ? [say('why.late')] : [])]
}

/** One sentence, with its capital and its full stop. */
function sentence(parts: InBoth[]): InBoth {
  return both((language) => {
    const text = parts.map((part) => part[language].replace(/\.$/, '')).join(', ')
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
  })
}
