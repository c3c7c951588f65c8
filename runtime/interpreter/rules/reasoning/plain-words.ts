/**
 * Medical and official Dutch words with a plain one, as thuisarts.nl and municipal B1 word lists tend to write it. A working rule:
 * the list is ours and not a measured norm. Words that most patients know, or that questionnaires use on purpose, are left out. Each entry is a pattern of whole words and what can be said instead.
 */

/** `safe`: the plain words can stand in the same place of any sentence, so a fix may put them there. */
export type PlainWord = { word: string; plain: string; safe?: true }

const medical: [word: string, plain: string][] = [
  ['hypertensie', 'hoge bloeddruk'],
  ['hypotensie', 'lage bloeddruk'],
  ['hypertensief', 'met hoge bloeddruk'],
  ['systolische', 'bovendruk'],
  ['diastolische', 'onderdruk'],
  ['saturatie', 'zuurstof in uw bloed'],
  ['zuurstofsaturatie', 'zuurstof in uw bloed'],
  ['exacerbatie', 'longaanval'],
  ['exacerbaties', 'longaanvallen'],
  ['dyspneu', 'benauwd zijn'],
  ['dyspnoe', 'benauwd zijn'],
  ['oedeem', 'vocht in uw benen of enkels'],
  ['diurese', 'hoeveel u plast'],
  ['mictie', 'plassen'],
  ['diuretica', 'plastabletten'],
  ['diureticum', 'plastablet'],
  ['ascites', 'vocht in uw buik'],
  ['decompensatie', 'hartfalen dat erger wordt'],
  ['decompensatio cordis', 'hartfalen'],
  ['tachycardie', 'snelle hartslag'],
  ['bradycardie', 'trage hartslag'],
  ['palpitaties', 'hartkloppingen'],
  ['hartritmestoornis', 'onregelmatige hartslag'],
  ['angina pectoris', 'pijn op de borst'],
  ['myocardinfarct', 'hartinfarct'],
  ['cva', 'beroerte'],
  ['tia', 'kleine beroerte'],
  ['syncope', 'flauwvallen'],
  ['vertigo', 'duizelig zijn'],
  ['cefalgie', 'hoofdpijn'],
  ['nausea', 'misselijk zijn'],
  ['emesis', 'overgeven'],
  ['obstipatie', 'moeilijk poepen'],
  ['defecatie', 'naar de wc gaan'],
  ['sputum', 'slijm'],
  ['auscultatie', 'luisteren naar uw longen'],
  ['hypoglykemie', 'lage bloedsuiker'],
  ['hypoglycemie', 'lage bloedsuiker'],
  ['hyperglykemie', 'hoge bloedsuiker'],
  ['hyperglycemie', 'hoge bloedsuiker'],
  ['glucosewaarde', 'bloedsuiker'],
  ['comorbiditeit', 'andere ziektes'],
  ['contra-indicatie', 'reden om het niet te doen'],
  ['medicatie', 'medicijnen'],
  ['farmacotherapie', 'medicijnen'],
  ['inhalatiemedicatie', 'puffer'],
  ['inhalator', 'puffer'],
  ['chronisch', 'langdurig'],
  ['acuut', 'plotseling'],
  ['symptomen', 'klachten'],
  ['symptoom', 'klacht'],
  ['diagnose', 'wat u hebt'],
  ['prognose', 'verwachting'],
  ['therapie', 'behandeling'],
  ['therapietrouw', 'uw medicijnen nemen zoals afgesproken'],
  ['monitoring', 'in de gaten houden'],
  ['telemonitoring', 'thuis meten'],
  ['perifeer', 'in armen of benen'],
  ['febriel', 'met koorts'],
  ['respiratoir', 'van de ademhaling'],
  ['ademfrequentie', 'hoe vaak u ademt'],
  ['polsfrequentie', 'hartslag'],
  ['hartfrequentie', 'hartslag'],
  ['lichaamstemperatuur', 'temperatuur'],
  ['gewichtstoename', 'zwaarder worden'],
  ['gewichtsafname', 'lichter worden'],
]

const official: [word: string, plain: string, safe?: true][] = [
  ['contact opnemen', 'bellen'],
  ['contact op te nemen', 'te bellen'],
  ['indien', 'als', true],
  ['tevens', 'ook', true],
  ['echter', 'maar'],
  ['teneinde', 'om'],
  ['alvorens', 'voordat'],
  ['reeds', 'al', true],
  ['omtrent', 'over', true],
  ['betreffende', 'over'],
  ['inzake', 'over', true],
  ['conform', 'volgens', true],
  ['middels', 'met', true],
  ['d.m.v.', 'met', true],
  ['i.v.m.', 'door'],
  ['m.b.t.', 'over', true],
  ['o.a.', 'onder andere', true],
  ['bijv.', 'bijvoorbeeld', true],
  ['desgewenst', 'als u wilt'],
  ['dient te', 'moet'],
  ['dient u', 'moet u', true],
  ['gelieve', 'wilt u'],
  ['ten gevolge van', 'door', true],
  ['ten behoeve van', 'voor', true],
  ['met betrekking tot', 'over', true],
  ['vooralsnog', 'voorlopig', true],
  ['derhalve', 'daarom', true],
  ['eveneens', 'ook', true],
  ['frequent', 'vaak', true],
  ['continueren', 'doorgaan'],
  ['raadplegen', 'vragen aan'],
  ['geconstateerd', 'gezien'],
  ['verstrekken', 'geven'],
  ['adequaat', 'goed'],
]

export const plainWords: readonly PlainWord[] = [
  ...medical.map(([word, plain]) => ({ word, plain })),
  ...official.map(([word, plain, safe]) => ({ word, plain, ...(safe ? { safe } : {}) })),
]

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** One look through a text finds all of them; the longest of two that begin alike goes first. */
const pattern = new RegExp(
  `(?<![\\p{L}-])(?:${plainWords
    .map(({ word }) => escaped(word))
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?![\\p{L}-])`,
  'giu',
)

const byWord = new Map(plainWords.map((entry) => [entry.word, entry]))

/** The hard words in a text as they are written there, each once, with what can be said instead. */
export function hardWords(text: string): (PlainWord & { written: string })[] {
  const found = new Map([...text.matchAll(pattern)].toReversed().map(([written]) => [written.toLowerCase(), written]))
  return [...found].flatMap(([word, written]) => {
    const entry = byWord.get(word)
    return entry ? [{ ...entry, written }] : []
  })
}
