/** How bad a level is, worst first: for sorting. */
import type { Level } from '../../../schemas/index.ts'

export const RANK: Record<Level, number> = { red: 0, amber: 1, green: 2 }
