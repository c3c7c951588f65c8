/** The examples of the reference: read from examples.yaml, and put in their places in around.yaml, so that they can be checked. */
import { parse as parseYaml } from 'yaml'

/** `text` is how the author wrote it; `value` is what it says. The name is a construct, or `construct/name`. */
export type Example = { name: string; text: string; value: unknown }

/** The examples in the order of the file: the indented lines below each name. */
export function examplesIn(file: string): Example[] {
  const blocks = file.split(/^(?=[a-z][\w/-]*:\n)/im).slice(1)
  return blocks.map((block) => {
    const [head, ...lines] = block.split('\n')
    const text = lines
      .filter((line) => line.startsWith('  '))
      .map((line) => line.slice(2))
      .join('\n')
    return { name: head!.replace(':', ''), text, value: parseYaml(text) as unknown }
  })
}

const guard = '/states/measuring/transitions/0/if'

/** Where an example of each construct stands in around.yaml. Subjects, comparators and triggers have the place of their kind. */
const places: Record<string, string> = {
  text: '/title',
  clinicalCondition: '/condition',
  setting: '/setting',
  budget: '/budget',
  sharedNames: '/use/vital-signs',
  evidence: '/evidence/local',
  party: '/parties/gp',
  fact: '/facts/age',
  measurement: '/measurements/systolic',
  range: '/measurements/systolic/plausible',
  questionnaire: '/questionnaires/day',
  item: '/questionnaires/day/items/breath',
  option: '/questionnaires/day/items/mood/options/1',
  score: '/scores/burden',
  scoreInput: '/scores/burden/inputs/breath',
  band: '/scores/burden/inputs/breath/bands/0',
  scoreOutcome: '/scores/burden/outcomes/0',
  baseline: '/baselines/usual-weight',
  parameter: '/parameters/target',
  schedule: '/schedules/measuring-week',
  threshold: '/thresholds/crisis',
  limit: '/thresholds/crisis/when/above',
  calendar: '/calendars/office',
  route: '/routes/urgent',
  routeStep: '/routes/routine/0',
  message: '/messages/welcome',
  event: '/events/admitted',
  script: '/scripts/call',
  state: '/states/measuring',
  transition: '/states/review/transitions/1',
  indicator: '/indicators/watched',
  upgrade: '/upgrade/0',
  condition: guard,
  subject: guard,
  comparator: guard,
  trigger: '/states/review/transitions/0',
}

/** The address in around.yaml at which an example stands; null for a shared file, which stands alone. */
export const placeOf = ({ name }: Example): string | null => places[name.split('/')[0]!] ?? null

/** around.yaml with this example in its place. `around` is its value, and is not changed. */
export function withExample(around: unknown, example: Example): unknown {
  const keys = (placeOf(example) ?? '').split('/').slice(1)
  return put(structuredClone(around), keys, example.value)
}

function put(value: unknown, [key, ...rest]: string[], part: unknown): unknown {
  if (key === undefined) return part
  const holder = (value ?? (/^\d+$/.test(key) ? [] : {})) as Record<string, unknown>
  holder[key] = put(holder[key], rest, part)
  return holder
}
