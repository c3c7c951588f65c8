/** What the command line says, in Dutch. */
export const nl = {
  help: `zorgpad: zorgpaden toetsen, naspelen en uitvoeren

  zorgpad check BESTAND… [--json]            zoekt fouten in zorgpaden en verhalen
  zorgpad test [BESTAND…] [--json|--junit]   speelt de verhalen na (zonder BESTAND: pathways/*.scenarios.yaml)
               [--require]                   en eist dat zij alles raken
  zorgpad test --generate ZORGPAD [--write]  leidt uit het zorgpad verhalen af die elke overgang op de grens nemen
  zorgpad replay ZORGPAD --csv BESTAND --map sys=systolic,dia=diastolic
                 [--facts BESTAND] [--decide review=keep-treatment@3days] [--json]
                                             laat zien welke meldingen een meetreeks had gegeven
  zorgpad serve [--demo] [--store MAP] [--port NUMMER]
                                             start de server (PORT en DATA_DIR gelden ook)

  --lang en                                  in het Engels
  --help                                     deze uitleg

Het verslag staat op stdout. De uitkomst is 0 als alles goed is, 1 als een toets faalt, 2 als een bestand of argument niet te gebruiken is.`,
  'unknown-command': 'Het commando `{name}` bestaat niet. Kies uit: {known}.',
  'unknown-command-near': 'Het commando `{name}` bestaat niet. Bedoelt u `{meant}`?',
  'unknown-option': 'De optie `{name}` bestaat hier niet. Bekijk de mogelijkheden met `zorgpad --help`.',
  'unusable-option':
    'De optie `{name}` is zo niet te gebruiken: zij vraagt {expected}. Bekijk de mogelijkheden met `zorgpad --help`.',
  'needs-value': 'een waarde erachter',
  'needs-no-value': 'geen waarde',
  'unknown-language': 'De taal `{name}` is er niet. Kies `--lang nl` of `--lang en`.',
  'both-formats': '`--json` en `--junit` gaan niet samen. Kies er een.',
  'no-files': 'Noem ten minste één bestand, zoals `zorgpad check pathways/hypertension.yaml`.',
  'no-stories': 'Hier zijn geen verhalen gevonden ({pattern}). Noem een bestand, of ga naar de map van het project.',
  'not-found': '{file} bestaat niet. Controleer de naam en de map.',
  directory: '{file} is een map. Noem een bestand daarin.',
  'not-a-file': '{file} is geen gewoon bestand. Noem een bestand.',
  'not-readable': '{file} mag niet gelezen worden. Vraag leesrecht, of kopieer het bestand.',
  'too-large': '{file} is te groot: hoogstens {limit}.',
  'not-text': '{file} is geen tekst in UTF-8. Sla het op als UTF-8, of noem een ander bestand.',
  'pathway-not-found': 'Bij {file} hoort het zorgpad {pathway}, en dat bestaat niet. Zet het ernaast.',
  'unusable-pathway': '{file} bevat fouten en kan niet gespeeld worden. Verbeter deze eerst:',
  'unusable-stories': '{file} bevat fouten en kan niet gespeeld worden. Verbeter deze eerst:',
  'severity.error': 'fout',
  'severity.warning': 'waarschuwing',
  'severity.hint': 'hint',
  example: 'Voorbeeld: {text}',
  fix: 'Herstel: {text}',
  'check.good': 'Geen problemen gevonden.',
  'check.total': 'Fouten: {errors}, waarschuwingen: {warnings}, hints: {hints}.',
  'test.step': 'op {at}',
  'test.total': '{passed} van {total} verhalen zijn goed.',
  coverage: 'Dekking van {pathway}',
  'coverage.states': 'fasen',
  'coverage.transitions': 'overgangen',
  'coverage.conditions': 'voorwaarden, waar en niet waar',
  'coverage.schedules': "meetschema's",
  'coverage.routes': 'stappen van routes',
  'coverage.outcomes': 'uitkomsten van scores',
  'coverage.items': 'vragen van vragenlijsten',
  'coverage.share': '{percent}% ({hit} van {total})',
  'test.generated': 'door de computer gemaakt',
  'test.required': '{pathway}: {percent}% van {kind} geraakt, gevraagd is {required}%.',
  'write-needs-generate': '`--write` hoort bij `--generate`.',
  'generate.needs': 'Noem één zorgpad, zoals `zorgpad test --generate pathways/hypertension.yaml`.',
  'generate.total': '{pathway}: {taken} van {total} overgangen genomen in {stories} verhalen.',
  'generate.not-taken': 'Niet gelukt: {transition}. {reason}',
  'generate.heading': 'Door de computer afgeleid uit {file}: elke overgang op zijn grens. Telt niet mee in de dekking.',
  'not-writable': '{file} kan niet geschreven worden: {reason}',
  'generate.written': 'Geschreven: {file}',
  'coverage.missed': 'niet geraakt:',
  'replay.needs':
    '`zorgpad replay` heeft een zorgpad nodig en `--csv`, zoals: zorgpad replay pathways/hypertension.yaml --csv metingen.csv --map sys=systolic,dia=diastolic',
  'replay.map': '`--map` moet er zo uitzien: sys=systolic,dia=diastolic. Dit past niet: `{part}`.',
  'replay.map-unknown': 'Het zorgpad kent geen meting `{name}`. Wel bekend: {known}.',
  'replay.decide': '`--decide` moet er zo uitzien: review=keep-treatment@3days. Dit past niet: `{part}`.',
  'replay.decide-unknown': 'In fase `{state}` kan het besluit `{decision}` niet genomen worden. Wel: {known}.',
  'replay.decide-state': 'Het zorgpad kent geen fase `{name}`. Wel bekend: {known}.',
  'replay.csv-empty':
    '{file} bevat geen metingen. De eerste regel noemt de kolommen: subject,time,measure,value,unit,context.',
  'replay.csv-column':
    '{file}: de kolom `{column}` ontbreekt. De eerste regel moet deze kolommen noemen: subject,time,measure,value.',
  'replay.csv-cells': '{file}, regel {line}: {found} kolommen, en de eerste regel heeft er {expected}.',
  'replay.csv-quote': '{file}, regel {line}: een aanhalingsteken wordt niet gesloten.',
  'replay.csv-time':
    '{file}, regel {line}: `{value}` is geen tijd. Schrijf 2026-03-27T08:00:00, met of zonder tijdzone.',
  'replay.csv-year': '{file}, regel {line}: het jaar van `{value}` kan niet kloppen. Verwacht: 1970 tot en met 2100.',
  'replay.csv-value': '{file}, regel {line}: `{value}` past niet bij {measurement}. Verwacht: {expected}.',
  'replay.number': 'een getal',
  'replay.boolean': 'true of false',
  'replay.csv-unit':
    '{file}, regel {line}: de eenheid `{unit}` kan niet omgerekend worden naar `{expected}` ({measurement}).',
  'replay.unmapped': 'Overgeslagen, want niet in `--map`: {measures}.',
  'replay.nothing-mapped': 'Geen enkele meting in {file} staat in `--map`. In het bestand staan: {measures}.',
  'replay.facts': '{file} moet JSON zijn: een object met per persoon de gegevens, zoals { "1b93": { "age": 61 } }.',
  'replay.facts-missing': 'In {file} staan geen gegevens over `{subject}`. Vul ze aan, of laat `--facts` weg.',
  'replay.facts-unknown': '{file}: het zorgpad kent het gegeven `{name}` niet. Wel bekend: {known}.',
  'replay.excluded': 'doet niet mee: {answer}',
  'replay.answer.excluded': 'uitgesloten',
  'replay.answer.needs-information': 'te weinig gegevens',
  'replay.assumed': 'aangenomen dat deze persoon meedoet',
  'replay.readings': '{number} metingen',
  'replay.no-alerts': 'geen meldingen',
  'replay.because': 'door {readings}',
  'replay.under': 'ook: {names}',
  'replay.unconfirmed': 'niet bevestigd: er kwam geen tweede meting',
  'replay.states': 'Fasen',
  'replay.total': '{subjects} personen, {readings} metingen, {alerts} meldingen.',
  'replay.endless': 'Bij `{subject}` blijft het zorgpad op één moment van fase veranderen. Controleer het zorgpad.',
  'level.red': 'rood',
  'level.amber': 'oranje',
  'level.green': 'groen',
  'serve.port': '`{value}` is geen poortnummer. Kies een getal van 0 tot en met 65535.',
  'serve.argument': '`zorgpad serve` kent geen argument `{name}`. Bekijk de mogelijkheden met `zorgpad --help`.',
  'serve.port-in-use':
    'Poort {port} is al in gebruik. Stop wat daar draait, of kies een andere poort met PORT of --port.',
  'serve.port-not-allowed': 'Poort {port} mag hier niet. Kies een poort boven 1024 met PORT of --port.',
  'serve.cannot-listen': 'Luisteren op poort {port} lukt niet. Kies een andere poort met PORT of --port. {reason}',
  'serve.disk-full': 'De schijf met {folder} is vol. Maak ruimte, of kies een andere map met DATA_DIR of --store.',
  'serve.not-writable':
    'In {folder} kan niet geschreven worden. Geef schrijfrecht, of kies een andere map met DATA_DIR of --store.',
  'serve.in-use':
    'Een ander proces gebruikt {folder} al. Stop dat eerst, of kies een andere map met DATA_DIR of --store.',
  'serve.damaged': 'Een bestand in {folder} is beschadigd. Zet een back-up terug. {reason}',
  'serve.up': 'Zorgpad staat klaar op {url}',
  unexpected: 'Er ging iets mis dat niet had mogen gebeuren: {reason}. Meld dit met het commando dat u gaf.',
}
