/** English texts of the forms, the simulator and the monitoring screens. */
import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {}
