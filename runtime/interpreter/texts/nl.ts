/** The Dutch texts of the core: problems, refusals, examples and sentences, in plain language (B1). */
export const nl = {
  // Joining words
  and: 'en',
  or: 'of',

  // Before reading
  'too-large': 'Deze tekst is te groot. Een zorgpad mag hooguit {limit} KiB zijn. Haal weg wat er niet in hoort.',
  'too-many-lines': 'Deze tekst heeft te veel regels. Een zorgpad mag hooguit {limit} regels hebben.',
  'too-many-parts': 'Deze tekst heeft te veel onderdelen voor een zorgpad. Haal weg wat er niet in hoort.',
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
  'condition-not-compared': '“{subject}” is al waar of onwaar. Verwijder “{comparator}”.',
  'condition-no-comparator':
    'Deze voorwaarde zegt niet waarmee “{subject}” wordt vergeleken. Voeg er een toe: {comparators}.',
  'condition-two-comparators':
    'Deze voorwaarde vergelijkt op meer dan een manier: {comparators}. Maak er twee voorwaarden van onder all, of gebruik between.',
  'mean-of-boolean': '“{name}” is een vraag met ja of nee: daarvan bestaat geen gemiddelde.',
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

  // Rule unknown-name
  'unknown-name': '“{name}” bestaat niet onder {section}. Daar staat: {known}.',
  'unknown-name-near': '“{name}” bestaat niet onder {section}. Bedoelt u “{meant}”?',
  'unknown-name-none': '“{name}” bestaat niet: onder {section} staat nog niets.',

  // Fixes
  'fix-replace': 'Vervang door {new}',
} as const

export type TextKey = keyof typeof nl
