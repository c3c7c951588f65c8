/** pathways/README.md: what is in the library, in Dutch and English, computed from the pathways and their stories. */
import type { Coverage } from '../runtime/simulation/coverage.ts'
import type { PathwayDefinition, Text } from '../schemas/index.ts'
import { code, table } from '../schemas/generate/markdown.ts'

/** One pathway of the library: what it says, how many stories people told of it, and what these reach. */
export type Shelved = { file: string; definition: PathwayDefinition; stories: number; coverage: Coverage }

const introduction = `<!-- Generated from the pathways and their stories by \`npm run generate\`. Do not edit. -->
# The library · De bibliotheek

Not approved by a clinician. Numbers carry their source and how certain it is. · Nog niet door een zorgverlener goedgekeurd. Elk getal draagt zijn bron en hoe zeker die is:
*nagelezen* (verified), *startdocument* (seed), *vakkennis* (knowledge), *voorstel* (proposal). Sources are counted, and in brackets the places that rest on nothing but a proposal. · Geteld zijn de bronnen, en tussen haakjes de plaatsen die alleen op een voorstel rusten.

`

/** The whole page; the pathways stand in the order of their file names. */
export function libraryPage(shelved: Shelved[]): string {
  const inOrder = shelved.toSorted((one, other) => (one.file < other.file ? -1 : 1))
  return [introduction + overview(inOrder), ...inOrder.map(pathwaySection)].join('\n')
}

/** The table on top: one row per pathway. */
const overview = (shelved: Shelved[]): string =>
  table(
    ['zorgpad · pathway', 'SNOMED · ICPC', 'rood · oranje · groen', 'bronnen', 'verhalen', 'dekking'],
    shelved.map(overviewRow),
  )

function overviewRow({ file, definition, stories, coverage }: Shelved): string[] {
  const levels = levelsOf(definition)
  return [
    `[${both(definition.title)}](#${definition.pathway})`,
    [definition.condition?.snomed, definition.condition?.icpc].filter((one) => one !== undefined).join(' · '),
    `${levels.red} · ${levels.amber} · ${levels.green}`,
    certaintyOf(definition),
    `[${stories}](${file.replace('.yaml', '.scenarios.yaml')})`,
    shareOf(coverage),
  ]
}

const both = ({ nl, en }: Text): string => [nl, en].filter((text) => text !== undefined).join(' · ')

/** One pathway in a few lines: who, what, and how much of it the stories reach. */
export function pathwaySection({ file, definition, coverage }: Shelved): string {
  const { pathway, title, setting, parties, measurements, questionnaires, scores } = definition
  const named = (part: Record<string, { title?: Text }> | undefined): string =>
    Object.entries(part ?? {})
      .map(([name, { title: own }]) => own?.nl ?? name)
      .join(' · ')
  const lines: [what: string, said: string][] = [
    ['Partijen', named(parties)],
    ['Verantwoordelijk', parties[setting?.responsible ?? '']?.title.nl ?? ''],
    ['Metingen', named(measurements)],
    ['Vragenlijsten', named(questionnaires)],
    ['Scores', named(scores)],
    ['Verhalen bereiken', coverageOf(coverage)],
  ]
  return [
    `## <a id="${pathway}"></a>${both(title)}\n`,
    `[${code(file)}](${file}), versie ${definition.version}\n`,
    ...lines.filter(([, said]) => said !== '').map(([what, said]) => `- ${what}: ${said}`),
    '',
  ].join('\n')
}

function levelsOf({ thresholds }: PathwayDefinition): Record<'red' | 'amber' | 'green', number> {
  const count = { red: 0, amber: 0, green: 0 }
  for (const { level } of Object.values(thresholds ?? {})) count[level]++
  return count
}

const certainties = {
  verified: 'nagelezen',
  seed: 'startdocument',
  knowledge: 'vakkennis',
  proposal: 'voorstel',
} as const

function certaintyOf(definition: PathwayDefinition): string {
  const evidence = definition.evidence ?? {}
  const counts = Object.entries(certainties).map(([certainty, word]) => {
    const number = Object.values(evidence).filter((one) => one.certainty === certainty).length
    return `${number} ${word}`
  })
  return `${counts.join(', ')} (${onlyProposed(definition, evidence)})`
}

/** In how many places a number names its sources, and all of them are proposals. */
function onlyProposed(part: unknown, evidence: NonNullable<PathwayDefinition['evidence']>): number {
  if (typeof part !== 'object' || part === null) return 0
  const named = Object.hasOwn(part, 'evidence') ? (part as { evidence: unknown }).evidence : undefined
  const sources = [named].flat().filter((name): name is string => typeof name === 'string')
  const own = sources.length > 0 && sources.every((name) => evidence[name]?.certainty === 'proposal') ? 1 : 0
  return Object.values(part).reduce<number>((total, inner) => total + onlyProposed(inner, evidence), own)
}

const kinds: [keyof Coverage, string][] = [
  ['states', 'fasen'],
  ['transitions', 'overgangen'],
  ['conditions', 'voorwaarden (waar en niet waar)'],
  ['schedules', "meetschema's"],
  ['routes', 'stappen van routes'],
  ['outcomes', 'uitkomsten van scores'],
  ['items', 'vragen'],
]

const coverageOf = (coverage: Coverage): string =>
  kinds
    .filter(([kind]) => coverage[kind].total > 0)
    .map(([kind, word]) => `${coverage[kind].hit} van ${coverage[kind].total} ${word}`)
    .join(', ')

/** All kinds together, rounded down: 100 % only when nothing is missed. */
function shareOf(coverage: Coverage): string {
  const sum = (of: 'hit' | 'total'): number => kinds.reduce((total, [kind]) => total + coverage[kind][of], 0)
  return sum('total') === 0 ? '' : `${Math.floor((100 * sum('hit')) / sum('total'))}%`
}
