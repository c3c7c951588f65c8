/** The language reference, schemas/README.md: the smallest pathway, a table per construct with an example, and the rules. */
import { resolved, type PathwayDefinition, type Schema } from '../index.ts'
import type { Example } from './examples.ts'
import { block, code, table } from './markdown.ts'
import { ruleTable, type RulePages } from './rules.ts'
import { sentenceTable } from './sentences.ts'

/** What the reference is made of. `around` is the pathway in which the examples have their places, with its shared parts. */
export type Sources = {
  pathway: Schema
  shared: Schema
  examples: Example[]
  smallest: string
  around: PathwayDefinition
  rules: RulePages
}

/** The whole reference as Markdown. */
export function referenceOf(sources: Sources): string {
  const { pathway: root, shared } = sources
  const constructs = Object.entries(root.$defs ?? {}).filter(([, schema]) => schema.properties !== undefined)
  return [
    introduction,
    '## The smallest pathway · Het kleinste zorgpad\n',
    'It passes every check. · Er is niets op aan te merken.\n',
    block(sources.smallest.replace(/^#.*\n/, '')),
    ...forms(sources),
    section(root, 'pathway', root, sources),
    ...constructs.flatMap(([name, schema]) => [section(root, name, schema, sources), ...further(name, sources)]),
    section(root, 'shared', sharedSchema(shared), sources),
    '## Rules · Regels\n',
    'What must also be true of a good pathway; each rule has a page. · Wat ook waar moet zijn van een goed zorgpad; elke regel heeft een bladzijde.\n',
    ruleTable(sources.rules),
  ].join('\n')
}

const introduction = `<!-- Generated from the schemas, examples.yaml and the rules by \`npm run generate\`. Do not edit. -->
# The pathway language · De taal van een zorgpad

One YAML file is one version of one pathway. Eén YAML-bestand is één versie van één zorgpad.
Reading order is the clinical order: who, what, when, how bad, who acts, what next.
The grammar is [pathway.schema.json](pathway.schema.json), that of shared parts [shared.schema.json](shared.schema.json).
Change a schema or [examples.yaml](examples.yaml), then run \`npm run generate\`. A test runs every example through the checker.

A key in **bold** must be there. Een **vette** sleutel is verplicht.
`

function forms({ pathway: root, examples }: Sources): string[] {
  const plain = Object.entries(root.$defs ?? {}).filter(([, schema]) => schema.properties === undefined)
  const rows = plain.map(([name, schema]) => [
    `<a id="${name.toLowerCase()}"></a>${code(name)}${schema.enum ? `: ${listed(schema.enum)}` : ''}`,
    schema.description,
    schema.en?.description,
  ])
  const shown = examples.filter(({ name }) => plain.some(([form]) => form === name))
  return [
    '## Forms · Vormen\n',
    'How values are written. · Hoe waarden geschreven worden.\n',
    table(['form', 'Nederlands', 'English'], rows),
    ...shown.flatMap(({ name, text }) => [`${code(name)}:\n`, block(text)]),
  ]
}

/** The tables with sentences that come after a construct. */
function further(name: string, { examples, around }: Sources): string[] {
  const of = (kind: string, title: string): string[] => [`### ${title}\n`, sentenceTable(kind, examples, around)]
  if (name === 'condition')
    return [...of('subject', 'Subjects · Onderwerpen'), ...of('comparator', 'Comparators · Vergelijkingen')]
  return name === 'transition' ? of('trigger', 'Triggers · Aanleidingen') : []
}

/** The sections of a shared file are those of a pathway. */
function sharedSchema({ properties = {}, ...rest }: Schema): Schema {
  const own = Object.entries(properties).map(([key, child]): [string, Schema] => {
    const { $ref, ...beside } = child
    return [key, { $ref: `#/properties/${$ref?.split('/').at(-1)}`, ...beside }]
  })
  return { ...rest, properties: Object.fromEntries(own) }
}

/** One construct: what it is, its keys, its examples. */
function section(root: Schema, name: string, schema: Schema, { examples }: Sources): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, child]) => row(root, schema, key, found(root, child)))
  const own = examples.filter((example) => example.name === name || example.name.startsWith(`${name}/`))
  return [
    `## ${name}\n`,
    `**${schema.title}.** ${schema.description}  `,
    `**${schema.en?.title}.** ${schema.en?.description}\n`,
    table(['key', 'form', 'Nederlands', 'English'], rows),
    ...own.map(({ text }) => block(text)),
  ].join('\n')
}

/** A reference to a section of the pathway is that section. */
function found(root: Schema, child: Schema): Schema {
  const section = /^#\/properties\/(\w+)$/.exec(child.$ref ?? '')?.[1]
  const { $ref: _followed, ...beside } = child
  return section === undefined ? child : { ...root.properties![section], ...beside }
}

function row(root: Schema, parent: Schema, key: string, child: Schema): (string | undefined)[] {
  const full = resolved(root, child)
  const needed = parent.required?.includes(key) ? `**${code(key)}**` : code(key)
  return [needed, formOf(child, root), full.description, full.en?.description]
}

/** The form of a value in a few words, linked to its own table where it has one. */
function formOf(schema: Schema, root?: Schema): string {
  const name = schema.$ref?.replace('#/$defs/', '')
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`
  if (schema.enum) return listed(schema.enum)
  if (root === undefined) return ''
  if (schema.items) return `list of ${formOf(schema.items, root) || 'values'}`
  if (typeof schema.additionalProperties === 'object') return `name: ${formOf(schema.additionalProperties, root)}`
  if (schema.properties && schema.type === 'object')
    return Object.entries(schema.properties)
      .map(([key, child]) => `${code(`${key}:`)} ${formOf(child, root)}`)
      .join(', ')
  return [schema.type ?? ''].flat().join(' or ')
}

const listed = (values: string[]): string => values.map(code).join(' ')
