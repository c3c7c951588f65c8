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

  // Fixes
  'fix-replace': 'Replace by {new}',
}
