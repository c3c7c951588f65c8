/** Rule `upgrade-without-target`: a patient on an older version knows where to go in this one. */
import type { PathwayDefinition, Upgrade } from '../../../schemas/index.ts'
import { below } from '../pointer.ts'
import type { BothLanguages } from '../problem.ts'
import { fill } from '../say.ts'
import { arrivalIn, leafStatesIn, objectsIn } from '../walk.ts'
import { allTitled, titled } from './reasoning/wording.ts'
import { covers, firstCovered, isRange, olderThan, overlapping } from './reasoning/versions.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  malformed: {
    nl: '“{from}” is geen versie. Schrijf 1.x (alle versies die met 1 beginnen), 1.2.x of 1.2.3.',
    en: '“{from}” is no version. Write 1.x (all versions that begin with 1), 1.2.x or 1.2.3.',
  },
  malformedExample: {
    nl: 'Een patiënt op versie {older} kan niet over naar {version}: “{from}” past op geen enkele versie.',
    en: 'A patient on version {older} cannot move to {version}: “{from}” fits no version.',
  },
  notOlder: {
    nl: '“{from}” is niet ouder dan deze versie ({version}). Noem de versies waar patiënten nu nog op zitten.',
    en: '“{from}” is not older than this version ({version}). Name the versions that patients are still on.',
  },
  notOlderExample: {
    nl: 'Een patiënt op versie {older} zou overgaan naar {version}, dat niet nieuwer is.',
    en: 'A patient on version {older} would move to {version}, which is no newer.',
  },
  twice: {
    nl: 'Voor deze versies staat hierboven al een regel (“{other}”): die geldt, deze niet. Maak er een van, of zet de nauwste bovenaan.',
    en: 'There is an entry above for these versions already (“{other}”): that one holds, this one does not. Make one of them, or put the narrowest first.',
  },
  twiceExample: {
    nl: 'Een patiënt op versie {older} gaat over volgens “{other}”, nooit volgens “{from}”.',
    en: 'A patient on version {older} moves by “{other}”, never by “{from}”.',
  },
  toExit: {
    nl: '“{state}” is een einde: een patiënt die nu meedoet, zou bij het overzetten worden uitgeschreven. Kies een fase waarin het zorgpad doorgaat.',
    en: '“{state}” is an end: a patient who takes part now would be signed off by the move. Choose a state in which the pathway goes on.',
  },
  toExitExample: {
    nl: 'Een patiënt op versie {older} in “{old}” wordt bij het overzetten uitgeschreven (“{state}”), zonder dat iemand dat besluit.',
    en: 'A patient on version {older} in “{old}” is signed off by the move (“{state}”), without anybody deciding so.',
  },
  noTarget: {
    nl: 'De fase “{old}” van versie {older} bestaat niet meer. Zeg onder “upgrade” waar een patiënt heen gaat: states, {name}: … .',
    en: 'The state “{old}” of version {older} no longer exists. Say under “upgrade” where a patient goes: states, {name}: … .',
  },
  noTargetExample: {
    nl: 'Een patiënt die nu in “{old}” zit, kan niet over naar versie {version}: die fase is er niet. Er is wel: {choices}.',
    en: 'A patient who is in “{old}” now cannot move to version {version}: that state is not there. There is: {choices}.',
  },
  noEntry: {
    nl: 'Onder “upgrade” staat geen regel voor versie {older}. Voeg er een toe, zoals: from: "{range}".',
    en: 'There is no entry for version {older} under “upgrade”. Add one, such as: from: "{range}".',
  },
  noEntryExample: {
    nl: 'Een patiënt op versie {older} blijft daar, ook in “{old}”, en krijgt niets van wat er in {version} is veranderd.',
    en: 'A patient on version {older} stays there, also in “{old}”, and gets nothing of what changed in {version}.',
  },
}

export const upgradeWithoutTarget: Rule = {
  code: 'upgrade-without-target',
  check: (pathway) => {
    const entries = objectsIn(pathway.definition.upgrade).filter(([index]) => !pathway.broken(below('/upgrade', index)))
    return entries.flatMap(([index, entry], place) => [
      ...versionFindings(
        pathway,
        below('/upgrade', index, 'from'),
        entry,
        entries.slice(0, place).map(([, one]) => one),
      ),
      ...targetFindings(pathway, below('/upgrade', index, 'states'), entry),
    ])
  },
}

function versionFindings(
  { definition }: Examined,
  path: string,
  { from }: Upgrade,
  before: readonly Upgrade[],
): Draft[] {
  const { version } = definition
  const error = (said: 'malformed' | 'notOlder' | 'twice', about: Record<string, string>): Draft[] => [
    { path, message: fill(words[said], about), example: fill(words[`${said}Example`], about) },
  ]
  if (!isRange(from)) return error('malformed', { from, version, older: '1.0.0' })
  const older = firstCovered(from)
  if (!olderThan(older, version)) return error('notOlder', { from, version, older })
  const other = before.find((one) => isRange(one.from) && overlapping(one.from, from))
  if (other === undefined || !covers(other.from, older)) return []
  return error('twice', { from, other: other.from, older })
}

/** A name that does not exist is reported as such. */
function targetFindings({ definition }: Examined, path: string, { from, states }: Upgrade): Draft[] {
  const exits = leafStatesIn(definition).flatMap(({ id, state }) => (state.exit === undefined ? [] : [id]))
  return Object.entries(states ?? {})
    .filter(([, target]) => exits.includes(target))
    .map(([old, target]) => {
      const older = isRange(from) ? firstCovered(from) : from
      const about = { old, older, state: titled(definition, 'states', target) }
      return { path: below(path, old), message: fill(words.toExit, about), example: fill(words.toExitExample, about) }
    })
}

/** What keeps running patients of an older version from moving to a newer one: `state` is the old one, null when it is the version itself. */
export type UpgradeProblem = { state: string | null; message: BothLanguages; example: BothLanguages }

/**
 * The states of `older` in which a running patient has nowhere to go in `newer`: asked when `newer` is published.
 * Empty when every patient can move. Exits are left out: nobody is there any more.
 */
export function upgradeProblems(older: PathwayDefinition, newer: PathwayDefinition): UpgradeProblem[] {
  const entry = (newer.upgrade ?? []).find(({ from }) => covers(from, older.version))
  const running = leafStatesIn(older).filter(({ state }) => state.exit === undefined)
  const choices = leafStatesIn(newer).flatMap(({ id, state }) => (state.exit === undefined ? [id] : []))
  const about = { older: older.version, version: newer.version, choices: allTitled(newer, 'states', choices) }
  if (entry === undefined) {
    const old = titled(older, 'states', running[0]?.id ?? older.initial)
    const said = { ...about, old, range: `${older.version.split('.')[0]}.x` }
    return [{ state: null, message: fill(words.noEntry, said), example: fill(words.noEntryExample, said) }]
  }
  return running
    .filter(({ id }) => !choices.includes(arrivalIn(newer, targetOf(entry, id))))
    .map(({ id }) => {
      const said = { ...about, old: titled(older, 'states', id), name: id }
      return { state: id, message: fill(words.noTarget, said), example: fill(words.noTargetExample, said) }
    })
}

/** Where an entry sends a state: the map, else the same name. */
const targetOf = ({ states }: Upgrade, id: string): string =>
  (states && Object.hasOwn(states, id) ? states[id] : undefined) ?? id
