/** The transitions of one version in another: the same trigger and condition at the same place are the same transition. */
import type { Transition } from '../../../schemas/index.ts'
import type { CompiledTransition, Pathway } from '../pathway.ts'
import { transitionsIn } from '../walk.ts'

/** Gives the id that a transition has in the other version; null when it is not there. */
export type Translate = (id: string) => string | null

/** `from` and `to` name the state before and after: what belongs to the one belongs to the other, and so do their phases. */
export function translation(from: Pathway, to: Pathway, state: { from: string; to: string }): Translate {
  const ids = new Map<string, string>()
  for (const [before, after] of placesIn(from, to, state)) {
    const free = namesIn(to, after)
    for (const [id, what] of namesIn(from, before)) {
      const found = [...free].find(([, other]) => other === what)
      if (!found) continue
      free.delete(found[0])
      ids.set(id, found[0])
    }
  }
  return (id) => ids.get(id) ?? null
}

type Place = CompiledTransition['from']

/** The state, its phase, and what holds everywhere. */
function placesIn(from: Pathway, to: Pathway, state: { from: string; to: string }): [Place, Place][] {
  const [before, after] = [from.states.get(state.from)!, to.states.get(state.to)!]
  const phases: [Place, Place][] = before.phase && after.phase ? [[before.phase, after.phase]] : []
  return [[before.name, after.name], ...phases, [null, null]]
}

/** The transitions at one place by their id, each with what makes it act. */
function namesIn({ definition }: Pathway, place: Place): Map<string, string> {
  const parts = transitionsIn(definition).filter(({ state }) => state === place)
  return new Map(parts.map(({ id, transition }) => [id, cause(transition)]))
}

const cause = ({ threshold, completed, decision, event, after, if: condition }: Transition): string =>
  JSON.stringify({ threshold, completed, decision, event, after, condition })
