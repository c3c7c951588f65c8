/** Turns primitives into text edits, one after another, and gives nothing back unless the text then says what was meant. */
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import { refusals } from '../texts/refusals.ts'
import type { EditResult } from './edit-result.ts'
import type { Operation } from './operations.ts'
import { apply } from './patch.ts'
import { intend } from './primitive.ts'
import { same } from './same.ts'
import { readTree, type Tree } from './tree.ts'
import { write } from './write.ts'

type Refusal = Exclude<EditResult, { done: true }>

const refuse = (why: keyof typeof refusals): Refusal => ({ done: false, reason: refusals[why] })

/** The batches to apply in order, each counted in the text that the one before it left. */
export function carryOut(tree: Tree, operation: Operation): { done: true; batches: TextEdit[][] } | Refusal {
  const primitives = operation(tree.value)
  if (primitives === null) return refuse('senseless')
  const batches: TextEdit[][] = []
  let current = tree
  for (const primitive of primitives) {
    const edits = write(current, primitive)
    const next = edits && readTree(apply(current.text, edits))
    if (!edits || !next || !same(next.value, intend(current.value, primitive))) return refuse('unusual')
    batches.push(edits)
    current = next
  }
  return { done: true, batches }
}
