/** What the alerts answer, in English. */
import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  'unknown-alert': 'This patient has no such alert.',
  'already-resolved': 'This alert has already been closed.',
  'missing-data': 'This alert is about measurements that did not come. Such an alert cannot be snoozed.',
  'nothing-to-compare':
    'This alert rests on no value that could get worse. That is why it cannot be snoozed. Take it up or close it.',
  'bad-until': 'Choose a moment after now, two weeks ahead at most.',
  'review.title': 'Measurement to look at: nothing special was found',
}
