/** Stories as YAML, as a person would write them: a story a part, a step a line. */
import type { Told } from '../stories/told.ts'

/** The text of a file of stories. `heading` are lines of comment above it. */
export const storiesAsYaml = (stories: readonly Told[], heading: string[] = []): string =>
  [
    '# yaml-language-server: $schema=../schemas/scenarios.schema.json',
    ...heading.map((line) => `# ${line}`),
    ...stories.flatMap((story) => ['', ...storyLines(story)]),
    '',
  ].join('\n')

const storyLines = ({ story, generated, start, facts, registration, steps = [] }: Told): string[] => [
  `- story: ${scalar(story)}`,
  ...(generated ? ['  generated: true'] : []),
  `  start: ${start}`,
  ...(facts ? [`  facts: ${flow(facts)}`] : []),
  ...(registration ? [`  registration: ${registration}`] : []),
  ...(steps.length > 0 ? ['  steps:', ...steps.map((step) => `    - ${flow(step)}`)] : []),
]

/** On one line: `{ systolic: 188, complaints: false }`. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(flow).join(', ')} ]`
  if (typeof value !== 'object' || value === null) return scalar(value)
  const parts = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{ ${parts.map(([key, part]) => `${scalar(key)}: ${flow(part)}`).join(', ')} }`
}

/** Plain where YAML reads it back as the same text; otherwise in quotes. */
const scalar = (value: unknown): string => {
  if (typeof value !== 'string') return String(value)
  return PLAIN.test(value) && !OTHERWISE.test(value) ? value : JSON.stringify(value)
}

const PLAIN = /^[A-Za-z0-9+][\w.+/-]*( [\w.+/-]+)*(:\d\d)?$/
/** What YAML takes for something else than text. */
const OTHERWISE = /^(true|false|null|yes|no|on|off|[\d.+-]+)$/i
