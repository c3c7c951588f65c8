/** A state, as several answers name it. */
import { inBoth, shape, text } from '../shape.ts'

export const state = shape('A state of the pathway.', { id: text, title: inBoth, 'exit?': text })
