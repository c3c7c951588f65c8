/** What came of an edit. */
import type { BothLanguages } from '../../runtime/interpreter/problem.ts'

/** Whether the edit was made; when not, why not, in words for the author. The text is then as it was. */
export type EditResult = { done: true } | { done: false; reason: BothLanguages }
