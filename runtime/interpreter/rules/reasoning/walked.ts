/** The walks through a pathway that many rules take: each is taken once a check, and its result is shared. */
import { partsIn } from '../../reading/references.ts'
import { conditionsIn, leafStatesIn, partsOf, statesIn, transitionsIn } from '../../walk.ts'
import type { Examined } from '../rule.ts'
import { once } from './once.ts'

/** Every part of what the author wrote, with its schema. */
export const partsWritten = once(({ raw }: Examined) => partsIn(raw))

/** Every place where the name of another part is written. */
export const namesWritten = once((pathway: Examined) =>
  partsWritten(pathway).flatMap(({ path, value: name, schema: { names: section } }) =>
    section !== undefined && typeof name === 'string' ? [{ path, name, section }] : [],
  ),
)

export const statesOf = once(({ definition }: Examined) => statesIn(definition))

/** The states that a patient can be in. */
export const leafStatesOf = once(({ definition }: Examined) => leafStatesIn(definition))

export const transitionsOf = once(({ definition }: Examined) => transitionsIn(definition))

/** Every condition that is not inside another one. */
export const conditionsOf = once(({ definition }: Examined) => conditionsIn(definition))

/** Every condition with those inside it, and what it is for. */
export const allConditionsOf = once((pathway: Examined) =>
  conditionsOf(pathway).flatMap((root) => partsOf(root).map((part) => ({ root, ...part }))),
)
