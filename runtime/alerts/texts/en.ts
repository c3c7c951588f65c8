/** What the alerts answer, in English. */
import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  'unknown-alert': 'This patient has no such alert.',
  'already-resolved': 'This alert has already been closed.',
}
