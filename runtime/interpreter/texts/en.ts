/** The English texts of the core: exactly the keys of the Dutch ones. */
import type { TextKey } from './nl.ts'

export const en: Record<TextKey, string> = {
  // Joining words
  and: 'and',
  or: 'or',

  // Before reading
  'too-large': 'This text is too large. A pathway may be {limit} KiB at most. Take out what does not belong in it.',
  'too-many-lines': 'This text has too many lines. A pathway may have {limit} lines at most.',
  'too-many-parts': 'This text has too many parts for a pathway. Take out what does not belong in it.',
  'too-many-entries': 'This part has too many lines. In a pathway, parts have {limit} at most.',
  'too-deep': 'There are too many brackets or indents inside one another here. Write it more simply.',
  'not-text': 'There is an invisible character here that does not belong in a text. Remove it.',

  // The writing
  'yaml-tab': 'There is a tab here. Indent with spaces.',
  'yaml-indent': 'This line is not indented well. Put parts of the same thing exactly below one another, with spaces.',
  'yaml-unclosed': 'A character that closes something is missing here: a quote, a bracket or a comma.',
  'yaml-quotes': 'A text that begins with this character must be in quotes.',
  'yaml-escape': 'An unknown character follows a \\ in double quotes here. Use single quotes.',
  'yaml-colon': 'There is a colon too many here, or one is missing. Put a text with a colon in quotes.',
  'yaml-alias': 'References with & and * do not belong in a pathway. Write the part out here.',
  'yaml-documents': 'One file is one pathway. Remove the line with --- and what comes after it.',
  'yaml-tag': 'Marks with an exclamation mark do not belong in a pathway. Remove this one, or put the text in quotes.',
  'yaml-version': 'A pathway is YAML 1.2. Remove this line.',
  'yaml-key': 'The name of a part belongs here: one word, followed by a colon.',
  'yaml-other': 'The text cannot be read as YAML here. See whether brackets, quotes and indents are right.',
  'duplicate-key': '“{key}” is already here. The second one does not count. Remove one, or give it another name.',
  'forbidden-key': '“{key}” cannot be a name. Choose another one.',
  empty: 'There is nothing yet. Begin with: pathway: name-of-the-pathway',
  'no-pathway': 'This is not a pathway. A pathway begins with: pathway: name-of-the-pathway',

  // The shape
  'unknown-key': 'The language does not know “{key}” here. What can stand here: {known}.',
  'unknown-key-near': 'The language does not know “{key}” here. Do you mean “{meant}”?',
  'missing-key': '“{key}” ({title}) is missing here. {description}',
  'needs-key': '“{key}” needs “{missing}” as well. {description}',
  'unknown-value': '“{value}” cannot stand here. Choose from: {known}.',
  'unknown-value-near': '“{value}” cannot stand here. Do you mean “{meant}”? Choose from: {known}.',
  'wrong-name': '“{name}” is not a valid name. Start with a lower-case letter; use letters, digits and hyphens.',
  'wrong-form': '“{value}” is not written well here ({title}). {description}',
  'too-long': 'This is too long. Use {limit} characters at most.',
  'too-few': 'There is too little here ({title}). Fill in at least {number}, or remove this part.',
  twice: '“{name}” stands here twice. Remove one.',
  'out-of-range': '{value} cannot stand here ({title}). Choose a number from {from} up to and including {to}.',
  'too-low': '{value} cannot stand here ({title}). Choose a number above or from {from}.',
  'wrong-type': '{kinds} belongs here; there is {found}. {title}: {description}',
  'empty-value': '{kinds} belongs here; there is nothing. {title}: {description}',
  'a-string': 'text',
  'a-number': 'a number',
  'a-integer': 'a whole number',
  'a-boolean': 'true or false',
  'a-object': 'a part with lines of its own',
  'a-array': 'a list',
  'a-null': 'nothing',
  'a-value': 'a value',
  'an-impossible-number': 'a number that does not exist or is too large',
  order: 'The beginning ({from}) lies above the end ({to}). Turn them round.',
  'default-outside': 'The default {usual} does not lie between {from} and {to}. Change one of the three.',
  'order-clock': 'This ends at {from}, exactly as it begins: there is no time in it. Change the end.',

  // Conditions and transitions
  'condition-no-subject':
    'This condition does not say what it is about. Name one: {subjects}; or combine with all, any or not.',
  'condition-two-subjects':
    'This condition is about more than one thing: {subjects}. Make it two conditions under all or any.',
  'condition-modifier': '“{modifier}” does not fit “{subject}”. It belongs with: {fitting}.',
  'condition-not-compared': '“{subject}” is true or false by itself. Remove “{comparator}”.',
  'condition-no-comparator': 'This condition does not say what “{subject}” is compared with. Add one: {comparators}.',
  'condition-two-comparators':
    'This condition compares in more than one way: {comparators}. Make it two conditions under all, or use between.',
  'mean-of-boolean': '“{name}” is a yes-or-no question: it has no mean.',
  'fit-number': 'This is about a number. Compare with a number at “{comparator}”.',
  'fit-boolean': 'This is about yes or no. Use “is: true” or “is: false” instead of “{comparator}”.',
  'fit-choice': 'This is about a choice. Use “is” or “oneOf” with one of the choices instead of “{comparator}”.',
  'transition-trigger':
    'A transition has one trigger; there are more here: {triggers}. Make separate transitions of them.',
  'transition-effect': 'This transition does nothing. Add “to”, “alert” or “message”, or remove it.',
  'transition-cause':
    'This transition has no trigger and no condition: it would always happen. Add “if”, “after”, “decision”, “completed” or “threshold”.',
  'exit-goes-on':
    'This state is an end, but has transitions or schedules as well. Remove “exit”, or what would come after it.',

  // Rule unknown-name
  'unknown-name': '“{name}” does not exist under {section}. What is there: {known}.',
  'unknown-name-near': '“{name}” does not exist under {section}. Do you mean “{meant}”?',
  'unknown-name-none': '“{name}” does not exist: there is nothing under {section} yet.',
  'unknown-calendar-example':
    'For {patient} nobody can say when somebody is there: the calendar “{name}” does not exist.',
  'unknown-parameter-example': 'For {patient} no limit holds here: the personal limit “{name}” does not exist.',
  'unknown-message-example': '{patient} gets no message: “{name}” does not exist.',
  'unknown-script-example': 'Who phones {patient} gets no questions: the call script “{name}” does not exist.',
  'unknown-fact-example': '{patient} is never asked for “{name}”: that fact does not exist.',
  'unknown-threshold-example': 'For {patient} nobody looks at “{name}”: that threshold does not exist.',
  'unknown-evidence-example':
    'Who wants to see why this holds for {patient} finds nothing: the source “{name}” does not exist.',
  'unknown-state-example': '{patient} cannot go to “{name}”: that state does not exist.',
  'unknown-route-example': 'The alert of {patient} reaches nobody: the route “{name}” does not exist.',
  'unknown-party-example': 'For {patient}, “{name}” is waited for, but that party does not exist.',
  'unknown-measurement-example': '{patient} is never asked to measure “{name}”: that measurement does not exist.',
  'unknown-schedule-example': '{patient} never measures by “{name}”: that schedule does not exist.',
  'a-patient': 'a patient',
  'a-patient-in': 'a patient in “{state}”',

  // Rule unreachable-state
  'unreachable-state':
    'Nobody can get into the state “{state}”: no transition leads to it. Add a transition, or remove the state.',
  'unreachable-state-example': 'A patient begins in “{initial}” and gets at most into {reached}, never into “{state}”.',

  // Rule no-way-out
  'no-exit': 'This pathway has no end. Give at least one state an “exit”.',
  'no-exit-example': 'A patient who begins in “{state}” is never discharged.',
  'no-way-out': 'No way leads from the state “{state}” to an end. Add a transition, or give the state an “exit”.',
  'no-way-out-example': 'A patient who goes this way stays here for ever: {way}.',
  'only-always-out':
    'A patient leaves the state “{state}” only by a transition that holds in every state. Is that what you want?',
  'only-always-out-example': 'A patient who goes this way stays here until somebody takes them out: {way}.',

  // Rule threshold-never-fires
  'never-fires':
    'This can never be true: “{clause}”. This measurement has no such value, or it is not evaluated. Change the limit, or the plausible values of the measurement.',
  'never-fires-part': 'This part can never be true: “{clause}”. Change the limit, or remove this part.',
  'never-fires-contradiction':
    'This can never be true: the parts contradict one another (“{clause}”). Change one of the limits, or use any.',
  'never-fires-example': 'There is no patient for whom this is true: “{clause}”.',
  'never-fires-highest':
    'Even for a patient with the highest value that is evaluated ({title} {value}), nothing happens.',
  'never-fires-lowest':
    'Even for a patient with the lowest value that is evaluated ({title} {value}), nothing happens.',
  'never-fires-either': 'For {patient} nothing happens, because this is not true then: “{clause}”.',
  'never-fires-either-not': 'For {patient} nothing happens, because this is true already: “{clause}”.',
  'too-many-readings':
    'This needs {needed} readings in {over}, but “{schedule}” gives {most} at most. Ask for fewer readings, look back longer, or have them measure more often.',
  'too-many-readings-example':
    'A patient who skips no reading of “{schedule}” has {most} readings of {name} in {over}; {needed} are needed.',
  'nearly-all-readings':
    'This needs {needed} readings in {over}; “{schedule}” gives {most} at most. Who skips a few is not evaluated.',
  'nearly-all-readings-example':
    'For a patient who skips {missed} of the {most} readings of {name}, this cannot be evaluated.',
  'patient-with': 'a patient with {traits}',
  'patient-value': '{title} {value}',
  'patient-mean': 'a mean {title} of {value}',
  'patient-yes': 'the answer yes to “{title}”',
  'patient-no': 'the answer no to “{title}”',
  'patient-for-whom': 'the following: {clause}',

  // Rule threshold-without-route
  'threshold-without-route': '“{name}” raises {level} alert, but nothing says who gets it. Add a “route”.',
  'threshold-without-route-example': 'For {patient} there is {level} alert that nobody sees.',

  // Rule route-hole
  'route-hole':
    'There are moments at which a red alert by “{route}” reaches nobody. The first: {moment}. Add a step for somebody who is there then, or an “otherwise”.',
  'route-hole-example': 'A red alert of a patient (“{cause}”) on {moment} reaches nobody.',
  moment: '{weekday} {day} {month} {year} at {time}',
  'day-mon': 'Monday',
  'day-tue': 'Tuesday',
  'day-wed': 'Wednesday',
  'day-thu': 'Thursday',
  'day-fri': 'Friday',
  'day-sat': 'Saturday',
  'day-sun': 'Sunday',
  'month-1': 'January',
  'month-2': 'February',
  'month-3': 'March',
  'month-4': 'April',
  'month-5': 'May',
  'month-6': 'June',
  'month-7': 'July',
  'month-8': 'August',
  'month-9': 'September',
  'month-10': 'October',
  'month-11': 'November',
  'month-12': 'December',

  // Rule missing-dutch-text
  'missing-dutch-text': 'The Dutch text is missing here. Add “nl”.',
  'missing-dutch-text-example': 'A patient or clinician who reads Dutch gets this here: “{text}”.',
  'no-title': '“{name}” has no title. Add a “title” with a Dutch text.',
  'no-title-fact': 'When a patient is registered, “{name}” stands there instead of a question.',
  'no-title-measurement': 'A patient reads “{name}” instead of what to measure.',
  'no-title-parameter': 'For a patient, the practice reads “{name}” instead of what the limit is called.',
  'no-title-threshold': 'With an alert of a patient, the nurse reads “{name}” instead of what is the matter.',
  'no-title-state': 'For a patient in this state, the nurse reads “{name}”.',

  // Sentences
  if: 'if {clause}',
  not: 'it is not so that {clause}',
  compared: '{subject} is {comparison}',
  'answer-to': 'the answer to “{question}”',
  'in-state': 'the patient has been in this state for {duration}',
  'the-patient': 'the patient',
  'the-limit': 'the {limit}',
  'limit-plus': 'plus {number}',
  'limit-minus': 'minus {number}',
  over: ' over {duration}',
  'mean-of': 'the mean of {name}',
  missed: 'the number of missed windows of {name}',
  'missed-in-a-row': 'the number of windows of {name} missed in a row',
  adherence: 'the share of the readings asked for by {name}',
  alerts: 'the number of {level} alerts',
  'with-readings': ', with at least {number} readings,',
  'with-one-reading': ', with at least 1 reading,',
  'level-red': 'red',
  'level-amber': 'amber',
  'level-green': 'green',
  'level-one-red': 'a red',
  'level-one-amber': 'an amber',
  'level-one-green': 'a green',
  yes: 'yes',
  no: 'no',
  between: 'from {from} up to and including {to}',
  'above-value': 'higher than {limit}',
  'atLeast-value': '{limit} or higher',
  'below-value': 'lower than {limit}',
  'atMost-value': '{limit} or lower',
  'above-count': 'more than {limit}',
  'atLeast-count': '{limit} or more',
  'below-count': 'fewer than {limit}',
  'atMost-count': '{limit} or fewer',
  'above-limit': 'higher than {limit}',
  'atLeast-limit': 'higher than or equal to {limit}',
  'below-limit': 'lower than {limit}',
  'atMost-limit': 'lower than or equal to {limit}',
  'alert-of': '{level} alert',
  via: ' by “{route}”',
  remeasured: ', after the patient has measured again within {duration}',
  'quiet-for': ' Quiet for {duration} after closing.',
  'on-threshold': 'on the alert “{name}”',
  'on-completed': 'if “{name}” is completed',
  'on-after': 'after {duration} in this state',
  'on-decision': 'on the decision “{name}” by {by}',
  'moves-to': 'to “{state}”',
  'confirmed-by': 'after approval by {by}',
  'with-alert': 'with an alert by “{route}”',
  'with-message': 'with the message “{message}”',
  each: 'every {duration}',
  measures: '{every} in {windows}, measure: {what}',
  'times-each': ', {number} times in each window',
  lasting: ', for {duration}',
  discarded: ' The beginning ({duration}) counts in no mean.',
  reminded: ' Reminder after {duration}.',
  'missed-after': ' Missed {duration} after the window.',
  'first-step': 'First {step}',
  'then-step': 'then {step}',
  'by-phone': 'by phone',
  'by-worklist': 'on the worklist',
  within: 'within {duration}',
  'counting-in': 'counting in “{calendar}”',
  'only-during': 'during “{calendar}”',
  repeated: 'repeated until somebody answers',
  otherwise: ', otherwise {step}',

  // Fixes
  'fix-add': 'Add: {new}',
  'fix-replace': 'Replace by {new}',
}
