/** Yes or no to what the system proposes. */
import { say } from '../../say.ts'
import { inline } from '../describe.ts'
import { actor, type Doing, type Obstacle, place } from './doing.ts'

/** Answers the named proposal, or the only one. */
export function answer({ patient, step }: Doing): Obstacle | null {
  const { proposal, accept } = step.answer!
  const on = place(patient, step)
  const open = on.enrolment.proposals.map(({ id }) => id)
  if (proposal === undefined && open.length === 0) return { key: 'answer', message: say('fail.no-proposal') }
  if (proposal === undefined && open.length > 1)
    return { key: 'answer', message: say('fail.which-proposal', { open: inline(open) }) }
  patient.happen({ type: 'answer', proposal: proposal ?? open[0]!, accept, by: actor(step.by) }, [on])
  return null
}
