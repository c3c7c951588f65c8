/** What the engine says in English: the same keys as the Dutch. */
import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  received: 'Received: {readings}.',
  'received.nothing': 'Received, but it held no measurement that belongs to your care pathway.',
  'received.plain': 'Your measurement was received and kept.',
  'meaning.plain': 'We cannot explain it at this moment.',
  'next.plain': 'Ask your practice what the measurement means.',
  'value.yes': 'yes',
  'value.no': 'no',
  'meaning.fine': 'There is nothing in this for which somebody must act now.',
  'meaning.remeasure': 'This measurement stands out. One measurement does not say enough yet.',
  'meaning.red': 'This measurement may point to something serious.',
  'meaning.amber': 'This measurement stands out. That is why a care professional will look at it.',
  'meaning.green': 'This measurement was passed on to a care professional.',
  'meaning.known': 'This measurement stands out. A care professional knows about it already.',
  'meaning.coaching':
    'This measurement stands out. In this part of your pathway you keep watch yourself, and no nurse does.',
  'meaning.implausible': 'This value cannot be right: {measurements}. We do not use it.',
  'meaning.future': 'The time of this measurement lies in the future. We keep it, but do not assess it.',
  'meaning.stale': 'This measurement was taken a while ago. We keep it, and it counts in the average.',
  'meaning.ended': 'This care pathway has ended for you. We keep the measurement, but do not assess it.',
  'meaning.not-assessed':
    'Our computer could not assess this measurement. That is why a care professional will look at it.',
  'next.again-until': 'Measure {measurements} once more, at {until} at the latest. Stay seated and rest.',
  'next.again': 'Measure {measurements} once more and send the value again.',
  'next.asked': '{party} will look at it, {deadline} at the latest. You will hear when there is something you must do.',
  'next.window': 'Measure again {day} between {opens} and {closes}.',
  'next.window-of': 'Measure {measurements} {day} between {opens} and {closes}.',
  'next.window-question': 'There will be a question for you: {day} between {opens} and {closes}.',
  'next.nothing': 'You need not do anything now.',
  'call.practice': 'Is it getting worse, or are you worried? Call {organisation}: {phone}. In an emergency: 112.',
  'call.practice-without-phone': 'Is it getting worse, or are you worried? Call {organisation}. In an emergency: 112.',
  'call.nobody':
    'Nobody is watching at this moment. In an emergency: call 112. Otherwise: call the out-of-hours GP service.',
  'call.red':
    'Do you feel unwell now? Do not wait for us. In an emergency: call 112. Otherwise: call your GP or the out-of-hours GP service.',
  'message.again': 'Measure once more: {measurements}. Do so at {until} at the latest.',
  'message.again-without-time': 'This value cannot be right. Measure once more: {measurements}.',
  'message.remind': 'It is time to measure: {measurements}. You can do so until {closes}.',
  'day.today': 'today',
  'day.tomorrow': 'tomorrow',
  'day.other': '{weekday} {day} {month}',
  weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  months: 'January February March April May June July August September October November December',
  at: '{day} at {time}',
  and: '{first} and {last}',
  'not-assessed.title': 'Could not be assessed',
  'consent.missing': 'No consent was recorded yet. Ask the patient with whom the data may be shared.',
  'fact.missing': 'Not known yet: {fact}.',
  'words.question': 'a question',
  'words.your-answer': 'your answer',
  'message.remind-question': 'There is a question for you. You can answer until {closes}.',
  'refused.unknown-reading': 'This patient has no such reading.',
  'refused.score-not-sent':
    'The score "{score}" is computed and can be neither sent nor corrected. Send the measurements or answers that it is made of.',
  'refused.wrong-value':
    'This value does not fit this measurement. Send a value of the same kind, or withdraw the reading.',
  'refused.not-found': 'This does not exist, or you may not see it.',
  'refused.unknown-pathway':
    'There is no pathway "{pathway}" with version "{version}". Choose a published version from the library.',
  'refused.unknown-fact': 'This pathway does not ask for "{fact}". Leave it out, or choose from: {known}.',
  'refused.wrong-fact': 'The answer to "{fact}" does not fit: {expected}.',
  'refused.already-enrolled': 'This patient already takes part in this pathway. Open the existing registration.',
  'refused.identifier-in-use':
    'This number belongs to another registration already. Check the number, or ask the administrator.',
  'refused.unknown-organisation': 'The organisation "{organisation}" does not exist.',
  'refused.wrong-patient-organisation': 'The organisation "{organisation}" is not a GP practice.',
  'refused.consent-of-practice':
    'The own practice stays responsible and always sees the patient. That needs no consent.',
  'refused.not-enrolled': 'This patient takes part in no pathway. Register the patient first.',
  'refused.identifier-reused':
    'Something else was sent under this identifier before. Give a new measurement a new identifier.',
  'refused.draft-changed': 'Somebody else has saved this draft meanwhile. Look at that version first, then save again.',
  'refused.pathway-has-errors': 'This pathway still has errors. Mend those first, then you can publish.',
  'refused.version-exists':
    'Version {version} was published with another content. Give this text a new version number.',
  'refused.unknown-trace': 'Nothing happened at that moment that can be explained.',
  'refused.bad-duration': 'Write a duration such as "15 minutes", "3 days" or "2 weeks".',
  'refused.too-far': 'The clock may go forward by a year at most at a time.',
}
