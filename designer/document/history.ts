/** What was done and can be undone: the edits themselves, grouped until the author pauses or works in another view. */
import type { TextEdit } from '../../runtime/interpreter/problem.ts'
import { apply, inverse } from './patch.ts'

type Step = { forward: TextEdit[][]; backward: TextEdit[][]; origin: string; at: number }

const pause = 1000
const kept = 500

export class History {
  readonly #now: () => number
  #done: Step[] = []
  #undone: Step[] = []
  #open = false

  constructor(now: () => number) {
    this.#now = now
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** `text` is the text before the first batch. Only typing is grouped: an edit by a form is a step of its own. */
  record(text: string, batches: TextEdit[][], origin: string): void {
    const step = { forward: batches, backward: taking(text, batches), origin, at: this.#now() }
    const last = this.#done.at(-1)
    this.#undone = []
    if (last && this.#open && origin === 'yaml' && last.origin === 'yaml' && step.at - last.at < pause) {
      last.forward = [...last.forward, ...step.forward]
      last.backward = [...step.backward, ...last.backward]
      last.at = step.at
    } else this.#done = [...this.#done, step].slice(-kept)
    this.#open = true
  }

  undo(): TextEdit[][] | null {
    return this.#take(this.#done, this.#undone)?.backward ?? null
  }

  redo(): TextEdit[][] | null {
    return this.#take(this.#undone, this.#done)?.forward ?? null
  }

  #take(from: Step[], to: Step[]): Step | undefined {
    const step = from.pop()
    if (step) to.push(step)
    this.#open = false
    return step
  }
}

/** The way back, last batch first. */
function taking(text: string, batches: TextEdit[][]): TextEdit[][] {
  const back: TextEdit[][] = []
  let before = text
  for (const batch of batches) {
    back.unshift(inverse(before, batch))
    before = apply(before, batch)
  }
  return back
}
