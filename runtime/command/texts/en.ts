/** What the command line says, in English. */
import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  help: `zorgpad: check, play and run care pathways

  zorgpad check FILE… [--json]               finds mistakes in pathways and stories
  zorgpad test [FILE…] [--json|--junit]      plays the stories (without FILE: pathways/*.scenarios.yaml)
               [--require]                   and demands that they touch everything
  zorgpad test --generate PATHWAY [--write]  derives from the pathway stories that take every transition at its limits
  zorgpad replay PATHWAY --csv FILE --map sys=systolic,dia=diastolic
                 [--facts FILE] [--decide review=keep-treatment@3days] [--json]
                                             shows which alerts a series of readings would have given
  zorgpad serve [--demo] [--store FOLDER] [--port NUMBER]
                                             starts the server (PORT and DATA_DIR hold as well)

  --lang en                                  in English
  --help                                     this explanation

The report goes to stdout. The exit code is 0 when all is well, 1 when a check or story fails, 2 when a file or argument cannot be used.`,
  'unknown-command': 'There is no command `{name}`. Choose from: {known}.',
  'unknown-command-near': 'There is no command `{name}`. Do you mean `{meant}`?',
  'unknown-option': 'There is no option `{name}` here. See `zorgpad --help`.',
  'unusable-option': 'The option `{name}` cannot be used like this: it takes {expected}. See `zorgpad --help`.',
  'needs-value': 'a value after it',
  'needs-no-value': 'no value',
  'unknown-language': 'There is no language `{name}`. Choose `--lang nl` or `--lang en`.',
  'both-formats': '`--json` and `--junit` do not go together. Choose one.',
  'no-files': 'Name at least one file, such as `zorgpad check pathways/hypertension.yaml`.',
  'no-stories': 'No stories were found here ({pattern}). Name a file, or go to the folder of the project.',
  'not-found': '{file} does not exist. Check the name and the folder.',
  directory: '{file} is a folder. Name a file in it.',
  'not-a-file': '{file} is not an ordinary file. Name a file.',
  'not-readable': '{file} may not be read. Ask for permission, or copy the file.',
  'too-large': '{file} is too large: at most {limit}.',
  'not-text': '{file} is not text in UTF-8. Save it as UTF-8, or name another file.',
  'pathway-not-found': '{file} belongs to the pathway {pathway}, which does not exist. Put it beside it.',
  'unusable-pathway': '{file} has mistakes and cannot be played. Mend these first:',
  'unusable-stories': '{file} has mistakes and cannot be played. Mend these first:',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.hint': 'hint',
  example: 'Example: {text}',
  fix: 'Fix: {text}',
  'check.good': 'No problems found.',
  'check.total': 'Errors: {errors}, warnings: {warnings}, hints: {hints}.',
  'test.step': 'at {at}',
  'test.total': '{passed} of {total} stories are right.',
  coverage: 'Coverage of {pathway}',
  'coverage.states': 'states',
  'coverage.transitions': 'transitions',
  'coverage.conditions': 'conditions, true and false',
  'coverage.schedules': 'schedules',
  'coverage.routes': 'route steps',
  'coverage.outcomes': 'outcomes of scores',
  'coverage.items': 'items of questionnaires',
  'test.generated': 'made by the computer',
  'test.required': '{pathway}: {percent}% of {kind} touched, required is {required}%.',
  'write-needs-generate': '`--write` goes with `--generate`.',
  'generate.needs': 'Name one pathway, such as `zorgpad test --generate pathways/hypertension.yaml`.',
  'generate.total': '{pathway}: {taken} of {total} transitions taken in {stories} stories.',
  'generate.not-taken': 'Did not work: {transition}. {reason}',
  'generate.heading':
    'Derived from {file} by the computer: every transition at its limit. Does not count for coverage.',
  'not-writable': '{file} cannot be written: {reason}',
  'generate.written': 'Written: {file}',
  'coverage.share': '{percent}% ({hit} of {total})',
  'coverage.missed': 'not touched:',
  'replay.needs':
    '`zorgpad replay` needs a pathway and `--csv`, such as: zorgpad replay pathways/hypertension.yaml --csv readings.csv --map sys=systolic,dia=diastolic',
  'replay.map': '`--map` must look like this: sys=systolic,dia=diastolic. This does not fit: `{part}`.',
  'replay.map-unknown': 'The pathway has no measurement `{name}`. Known: {known}.',
  'replay.decide': '`--decide` must look like this: review=keep-treatment@3days. This does not fit: `{part}`.',
  'replay.decide-unknown': 'In state `{state}` the decision `{decision}` cannot be taken. Possible: {known}.',
  'replay.decide-state': 'The pathway has no state `{name}`. Known: {known}.',
  'replay.csv-empty':
    '{file} has no readings. The first line names the columns: subject,time,measure,value,unit,context.',
  'replay.csv-column':
    '{file}: the column `{column}` is missing. The first line must name these columns: subject,time,measure,value.',
  'replay.csv-cells': '{file}, line {line}: {found} columns, and the first line has {expected}.',
  'replay.csv-quote': '{file}, line {line}: a quotation mark is not closed.',
  'replay.csv-time':
    '{file}, line {line}: `{value}` is not a time. Write 2026-03-27T08:00:00, with or without a time zone.',
  'replay.csv-year': '{file}, line {line}: the year of `{value}` cannot be right. Expected: 1970 to 2100.',
  'replay.csv-value': '{file}, line {line}: `{value}` does not fit {measurement}. Expected: {expected}.',
  'replay.number': 'a number',
  'replay.boolean': 'true or false',
  'replay.csv-unit': '{file}, line {line}: the unit `{unit}` cannot be converted to `{expected}` ({measurement}).',
  'replay.unmapped': 'Skipped, because not in `--map`: {measures}.',
  'replay.nothing-mapped': 'No measurement in {file} is in `--map`. The file has: {measures}.',
  'replay.facts': '{file} must be JSON: an object with the facts per subject, such as { "1b93": { "age": 61 } }.',
  'replay.facts-missing': '{file} has no facts about `{subject}`. Add them, or leave out `--facts`.',
  'replay.facts-unknown': '{file}: the pathway has no fact `{name}`. Known: {known}.',
  'replay.excluded': 'does not take part: {answer}',
  'replay.answer.excluded': 'excluded',
  'replay.answer.needs-information': 'too little is known',
  'replay.assumed': 'assumed to take part',
  'replay.readings': '{number} readings',
  'replay.no-alerts': 'no alerts',
  'replay.because': 'because of {readings}',
  'replay.under': 'also: {names}',
  'replay.unconfirmed': 'unconfirmed: no second reading came',
  'replay.states': 'States',
  'replay.total': '{subjects} subjects, {readings} readings, {alerts} alerts.',
  'replay.endless': 'For `{subject}` the pathway keeps changing state at one moment. Check the pathway.',
  'level.red': 'red',
  'level.amber': 'amber',
  'level.green': 'green',
  'serve.port': '`{value}` is not a port number. Choose a number from 0 to 65535.',
  'serve.argument': '`zorgpad serve` has no argument `{name}`. See `zorgpad --help`.',
  'serve.port-in-use': 'Port {port} is in use. Stop what runs there, or choose another port with PORT or --port.',
  'serve.port-not-allowed': 'Port {port} is not allowed here. Choose a port above 1024 with PORT or --port.',
  'serve.cannot-listen': 'Cannot listen on port {port}. Choose another port with PORT or --port. {reason}',
  'serve.disk-full': 'The disk with {folder} is full. Make room, or choose another folder with DATA_DIR or --store.',
  'serve.not-writable':
    '{folder} cannot be written. Give permission, or choose another folder with DATA_DIR or --store.',
  'serve.in-use':
    'Another process already uses {folder}. Stop it first, or choose another folder with DATA_DIR or --store.',
  'serve.damaged': 'A file in {folder} is damaged. Restore a back-up. {reason}',
  'serve.up': 'Zorgpad is ready at {url}',
  unexpected: 'Something went wrong that should never happen: {reason}. Please report this with the command you gave.',
}
