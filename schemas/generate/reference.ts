/** The language reference, schemas/README.md: a table per construct, in Dutch and English, with an example. */
import { resolved, type Schema } from '../schema.ts'

/**
 * The text of schemas/README.md.
 *
 * `examples` is a YAML text whose top-level keys are names of constructs; what is indented below one is its example.
 */
export function referenceOf(root: Schema, examples: string): string {
  const example = exampleIn(examples)
  const constructs = Object.entries(root.$defs ?? {}).filter(([, schema]) => schema.properties !== undefined)
  const forms = Object.entries(root.$defs ?? {}).filter(([, schema]) => schema.properties === undefined)
  return [
    introduction,
    '## Forms · Vormen\n',
    'How values are written. · Hoe waarden geschreven worden.\n',
    table(
      ['form', 'Nederlands', 'English'],
      forms.map(([name, schema]) => [
        `<a id="${name.toLowerCase()}"></a>\`${name}\`${schema.enum ? `: ${listed(schema.enum)}` : ''}`,
        schema.description,
        schema.en?.description,
      ]),
    ),
    section(root, 'pathway', root, example('pathway')),
    ...constructs.map(([name, schema]) => section(root, name, schema, example(name))),
  ].join('\n')
}

const introduction = `<!-- Generated from pathway.schema.json and examples.yaml by \`npm run generate\`. Do not edit. -->
# The pathway language · De taal van een zorgpad

One YAML file is one version of one pathway. Eén YAML-bestand is één versie van één zorgpad.
Reading order is the clinical order: who, what, when, how bad, who acts, what next.
The grammar is [pathway.schema.json](pathway.schema.json); what must also be true of a good pathway is in the pages of
[the rules](../runtime/interpreter/rules). Change the schema or [examples.yaml](examples.yaml), then run \`npm run generate\`.

A key in **bold** must be there. Een **vette** sleutel is verplicht.
`

/** One construct: what it is, its keys, an example. */
function section(root: Schema, name: string, schema: Schema, example: string | undefined): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, child]) => row(root, schema, key, child))
  return [
    `## ${name}\n`,
    `**${schema.title}.** ${schema.description}  `,
    `**${schema.en?.title}.** ${schema.en?.description}\n`,
    table(['key', 'form', 'Nederlands', 'English'], rows),
    ...(example === undefined ? [] : ['```yaml', example, '```\n']),
  ].join('\n')
}

function row(root: Schema, parent: Schema, key: string, child: Schema): (string | undefined)[] {
  const full = resolved(root, child)
  const needed = parent.required?.includes(key) ? `**\`${key}\`**` : `\`${key}\``
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
      .map(([key, child]) => `\`${key}:\` ${formOf(child, root)}`)
      .join(', ')
  return [schema.type ?? ''].flat().join(' or ')
}

const listed = (values: string[]): string => values.map((value) => `\`${value}\``).join(' ')

/** A Markdown table. A missing cell is left open. */
function table(head: string[], rows: (string | undefined)[][]): string {
  const line = (cells: (string | undefined)[]): string =>
    `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

/** Finds the example of a construct: the indented lines below its name. */
function exampleIn(text: string): (name: string) => string | undefined {
  const blocks = text.split(/^(?=[a-z]\w*:\n)/im).map((block) => block.split('\n'))
  const examples = new Map(
    blocks.map(([head, ...lines]) => [
      head!.replace(':', ''),
      lines
        .map((line) => line.slice(2))
        .join('\n')
        .trimEnd(),
    ]),
  )
  return (name) => examples.get(name)
}
