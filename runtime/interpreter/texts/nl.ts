/** The Dutch texts of the core: problems, refusals, examples and sentences, in plain language (B1). */
export const nl = {
  // Joining words
  and: 'en',
  or: 'of',

  // Before reading
  'too-large': 'Deze tekst is te groot. Een zorgpad mag hooguit {limit} KiB zijn. Haal weg wat er niet in hoort.',
  'too-many-lines': 'Deze tekst heeft te veel regels. Een zorgpad mag hooguit {limit} regels hebben.',
  'too-many-parts': 'Deze tekst heeft te veel onderdelen voor een zorgpad. Haal weg wat er niet in hoort.',
  'too-many-entries': 'Dit onderdeel heeft te veel regels. In een zorgpad hebben onderdelen er hooguit {limit}.',
  'too-deep': 'Hier staan te veel haakjes of inspringingen in elkaar. Schrijf het eenvoudiger.',
  'not-text': 'Hier staat een onzichtbaar teken dat niet in een tekst hoort. Verwijder het.',

  // The writing
  'yaml-tab': 'Hier staat een tab. Spring in met spaties.',
  'yaml-indent': 'Deze regel springt niet goed in. Zet onderdelen van hetzelfde precies onder elkaar, met spaties.',
  'yaml-unclosed': 'Hier ontbreekt een teken dat iets afsluit: een aanhalingsteken, een haakje of een komma.',
  'yaml-quotes': 'Een tekst die met dit teken begint, moet tussen aanhalingstekens staan.',
  'yaml-escape':
    'Na een \\ tussen dubbele aanhalingstekens staat hier een onbekend teken. Gebruik enkele aanhalingstekens.',
  'yaml-colon':
    'Hier staat een dubbele punt te veel, of ontbreekt er een. Zet een tekst met een dubbele punt tussen aanhalingstekens.',
  'yaml-alias': 'Verwijzingen met & en * horen niet in een zorgpad. Schrijf het onderdeel hier uit.',
  'yaml-documents': 'Eén bestand is één zorgpad. Verwijder de regel met --- en wat daarna komt.',
  'yaml-tag':
    'Aanduidingen met een uitroepteken horen niet in een zorgpad. Verwijder deze, of zet de tekst tussen aanhalingstekens.',
  'yaml-version': 'Een zorgpad is YAML 1.2. Verwijder deze regel.',
  'yaml-key': 'Hier hoort de naam van een onderdeel te staan: één woord, gevolgd door een dubbele punt.',
  'yaml-other': 'De tekst is hier niet te lezen als YAML. Kijk of haakjes, aanhalingstekens en inspringing kloppen.',
  'duplicate-key': '“{key}” staat hier al. De tweede telt niet mee. Verwijder er een, of geef hem een andere naam.',
  'forbidden-key': '“{key}” mag geen naam zijn. Kies een andere.',
  empty: 'Er staat nog niets. Begin met: pathway: naam-van-het-zorgpad',
  'no-pathway': 'Dit is geen zorgpad. Een zorgpad begint met: pathway: naam-van-het-zorgpad',

  // The shape
  'unknown-key': '“{key}” kent de taal hier niet. Hier kan staan: {known}.',
  'unknown-key-near': '“{key}” kent de taal hier niet. Bedoelt u “{meant}”?',
  'missing-key': 'Hier ontbreekt “{key}” ({title}). {description}',
  'needs-key': 'Bij “{key}” hoort ook “{missing}”. {description}',
  'unknown-value': '“{value}” kan hier niet. Kies uit: {known}.',
  'unknown-value-near': '“{value}” kan hier niet. Bedoelt u “{meant}”? Kies uit: {known}.',
  'wrong-name': '“{name}” is geen geldige naam. Begin met een kleine letter; gebruik letters, cijfers en streepjes.',
  'reserved-name': '“{name}” kan geen naam van een fase zijn: zo heet wat in elke fase geldt. Kies een andere naam.',
  'wrong-form': '“{value}” is hier niet goed geschreven ({title}). {description}',
  'too-long': 'Dit is te lang. Gebruik hooguit {limit} tekens.',
  'too-few': 'Hier staat te weinig ({title}). Vul ten minste {number} in, of verwijder dit onderdeel.',
  twice: '“{name}” staat hier twee keer. Verwijder er een.',
  'out-of-range': '{value} kan hier niet ({title}). Kies een getal van {from} tot en met {to}.',
  'too-low': '{value} kan hier niet ({title}). Kies een getal boven of vanaf {from}.',
  'wrong-type': 'Hier hoort {kinds}; er staat {found}. {title}: {description}',
  'empty-value': 'Hier hoort {kinds}; er staat niets. {title}: {description}',
  'a-string': 'tekst',
  'a-number': 'een getal',
  'a-integer': 'een geheel getal',
  'a-boolean': 'true of false',
  'a-object': 'een onderdeel met eigen regels',
  'a-array': 'een lijst',
  'a-null': 'niets',
  'a-value': 'een waarde',
  'an-impossible-number': 'een getal dat niet bestaat of te groot is',
  order: 'Het begin ({from}) ligt boven het einde ({to}). Draai ze om.',
  'default-outside': 'De gewone waarde {usual} ligt niet tussen {from} en {to}. Pas een van de drie aan.',
  'order-clock': 'Dit eindigt om {from}, precies als het begint: er is geen tijd in. Pas het einde aan.',

  // Conditions and transitions
  'condition-no-subject':
    'Deze voorwaarde zegt niet waarover zij gaat. Noem er een: {subjects}; of voeg samen met all, any of not.',
  'condition-two-subjects':
    'Deze voorwaarde gaat over meer dan een ding: {subjects}. Maak er twee voorwaarden van onder all of any.',
  'condition-modifier': '“{modifier}” past niet bij “{subject}”. Het hoort bij: {fitting}.',
  'condition-either': 'Bij “{subject}” hoort precies één van beide: “{one}” of “{other}”.',
  'condition-not-compared': '“{subject}” is al waar of onwaar. Verwijder “{comparator}”.',
  'condition-no-comparator':
    'Deze voorwaarde zegt niet waarmee “{subject}” wordt vergeleken. Voeg er een toe: {comparators}.',
  'condition-two-comparators':
    'Deze voorwaarde vergelijkt op meer dan een manier: {comparators}. Maak er twee voorwaarden van onder all, of gebruik between.',
  'not-a-number': '“{name}” is geen getal: daarvan bestaan geen gemiddelde, trend, stijging of afwijking.',
  'fit-number': 'Het gaat hier om een getal. Vergelijk bij “{comparator}” met een getal.',
  'fit-boolean': 'Het gaat hier om ja of nee. Gebruik “is: true” of “is: false” in plaats van “{comparator}”.',
  'fit-choice':
    'Het gaat hier om een keuze. Gebruik “is” of “oneOf” met een van de keuzes in plaats van “{comparator}”.',
  'transition-trigger':
    'Een overgang heeft één aanleiding; hier staan er meer: {triggers}. Maak er aparte overgangen van.',
  'transition-effect': 'Deze overgang doet niets. Voeg “to”, “alert” of “message” toe, of verwijder haar.',
  'transition-cause':
    'Deze overgang heeft geen aanleiding en geen voorwaarde: zij zou altijd gebeuren. Voeg “if”, “after”, “decision”, “completed” of “threshold” toe.',
  'exit-goes-on':
    'Deze fase is een einde, maar heeft ook overgangen of meetschema’s. Verwijder “exit”, of wat erna zou komen.',

  // Rule threshold-never-fires
  'never-fires':
    'Dit kan nooit waar zijn: “{clause}”. Zo’n waarde komt bij deze meting niet voor, of wordt niet beoordeeld. Pas de grens aan, of de mogelijke waarden van de meting.',
  'never-fires-part': 'Dit deel kan nooit waar zijn: “{clause}”. Pas de grens aan, of verwijder dit deel.',
  'never-fires-contradiction':
    'Dit kan nooit waar zijn: de delen spreken elkaar tegen (“{clause}”). Pas een van de grenzen aan, of gebruik any.',
  'never-fires-example': 'Er bestaat geen patiënt bij wie dit waar is: “{clause}”.',
  'never-fires-highest':
    'Ook bij een patiënt met de hoogste waarde die wordt beoordeeld ({title} {value}) gebeurt er niets.',
  'never-fires-lowest':
    'Ook bij een patiënt met de laagste waarde die wordt beoordeeld ({title} {value}) gebeurt er niets.',
  'never-fires-either': 'Bij {patient} gebeurt er niets, want dan is niet waar: “{clause}”.',
  'never-fires-either-not': 'Bij {patient} gebeurt er niets, want dan is dit al waar: “{clause}”.',
  'too-many-readings':
    'Hier zijn {needed} metingen nodig in {over}, maar “{schedule}” geeft er hooguit {most}. Vraag minder metingen, kijk over langer terug, of laat vaker meten.',
  'too-many-readings-example':
    'Een patiënt die geen enkele meting van “{schedule}” overslaat, heeft {most} metingen van {name} in {over}; nodig zijn er {needed}.',
  'nearly-all-readings':
    'Hier zijn {needed} metingen nodig in {over}; “{schedule}” geeft er hooguit {most}. Wie een paar keer overslaat, wordt niet beoordeeld.',
  'nearly-all-readings-example':
    'Bij een patiënt die {missed} van de {most} metingen van {name} overslaat, is dit niet te beoordelen.',
  'patient-with': 'een patiënt met {traits}',
  'patient-value': '{title} {value}',
  'patient-mean': 'een gemiddelde {title} van {value}',
  'patient-yes': 'het antwoord ja op “{title}”',
  'patient-no': 'het antwoord nee op “{title}”',
  'patient-for-whom': 'het volgende: {clause}',

  // Rule threshold-without-route
  'threshold-without-route':
    '“{name}” geeft {level} melding, maar er staat niet wie haar krijgt. Voeg een “route” toe.',
  'threshold-without-route-example': 'Bij {patient} komt er {level} melding die niemand ziet.',

  // Rule route-hole
  'route-hole':
    'Er zijn momenten waarop een rode melding via “{route}” niemand bereikt. Het eerste: {moment}. Voeg een stap toe voor wie er dan wel is, of een “otherwise”.',
  'route-hole-example': 'Een rode melding van een patiënt (“{cause}”) op {moment} bereikt niemand.',
  moment: '{weekday} {day} {month} {year} om {time}',
  'day-mon': 'maandag',
  'day-tue': 'dinsdag',
  'day-wed': 'woensdag',
  'day-thu': 'donderdag',
  'day-fri': 'vrijdag',
  'day-sat': 'zaterdag',
  'day-sun': 'zondag',
  'month-1': 'januari',
  'month-2': 'februari',
  'month-3': 'maart',
  'month-4': 'april',
  'month-5': 'mei',
  'month-6': 'juni',
  'month-7': 'juli',
  'month-8': 'augustus',
  'month-9': 'september',
  'month-10': 'oktober',
  'month-11': 'november',
  'month-12': 'december',

  // Sentences
  if: 'als {clause}',
  not: 'het niet zo is dat {clause}',
  compared: '{subject} {comparison} is',
  'answer-to': 'het antwoord op “{question}”',
  'the-patient': 'de patiënt',
  'the-limit': 'de {limit}',
  'limit-plus': 'plus {number}',
  'limit-minus': 'min {number}',
  over: ' over {duration}',
  'with-readings': ', bij ten minste {number} metingen,',
  'with-one-reading': ', bij ten minste 1 meting,',
  'level-red': 'rode',
  'level-amber': 'oranje',
  'level-green': 'groene',
  'level-one-red': 'een rode',
  'level-one-amber': 'een oranje',
  'level-one-green': 'een groene',
  yes: 'ja',
  no: 'nee',
  between: 'van {from} tot en met {to}',
  'above-value': 'hoger dan {limit}',
  'atLeast-value': '{limit} of hoger',
  'below-value': 'lager dan {limit}',
  'atMost-value': '{limit} of lager',
  'above-count': 'meer dan {limit}',
  'atLeast-count': '{limit} of meer',
  'below-count': 'minder dan {limit}',
  'atMost-count': '{limit} of minder',
  'above-amount': 'meer dan {limit}',
  'atLeast-amount': '{limit} of meer',
  'below-amount': 'minder dan {limit}',
  'atMost-amount': '{limit} of minder',
  'above-limit': 'hoger dan {limit}',
  'atLeast-limit': 'hoger dan of gelijk aan {limit}',
  'below-limit': 'lager dan {limit}',
  'atMost-limit': 'lager dan of gelijk aan {limit}',
  'alert-of': '{level} melding',
  via: ' via “{route}”',
  remeasured: ', nadat de patiënt binnen {duration} opnieuw gemeten heeft',
  'quiet-for': ' Na het sluiten {duration} stil.',
  'on-threshold': 'bij de melding “{name}”',
  'on-completed': 'als “{name}” klaar is',
  'on-after': 'na {duration} in deze fase',
  'on-decision': 'bij het besluit “{name}” door {by}',
  'moves-to': 'naar “{state}”',
  'confirmed-by': 'na akkoord van {by}',
  'with-alert': 'met een melding via “{route}”',
  'with-message': 'met het bericht “{message}”',
  each: 'elke {duration}',
  measures: '{every} tussen {windows} meten: {what}',
  'times-each': ', {number} keer per venster',
  lasting: ', {duration} lang',
  discarded: ' Het begin ({duration}) telt niet mee in gemiddelden.',
  reminded: ' Herinnering na {duration}.',
  'missed-after': ' Gemist {duration} na het venster.',
  'first-step': 'Eerst {step}',
  'then-step': 'dan {step}',
  'by-phone': 'telefonisch',
  'by-worklist': 'op de werklijst',
  within: 'binnen {duration}',
  'counting-in': 'telt in “{calendar}”',
  'only-during': 'tijdens “{calendar}”',
  repeated: 'herhaald tot iemand reageert',
  otherwise: ', anders {step}',

  // Fixes
  'fix-add': 'Voeg toe: {new}',
  'fix-replace': 'Vervang door {new}',
} as const

export type TextKey = keyof typeof nl
