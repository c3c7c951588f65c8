import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse as parseYaml, stringify } from 'yaml'
import { examine } from '../../runtime/interpreter/examine.ts'
import { comparators } from '../../runtime/interpreter/reading/comparators.ts'
import { readShared } from '../../runtime/interpreter/reading/shared-file.ts'
import { subjects } from '../../runtime/interpreter/subjects/index.ts'
import { examplesIn, placeOf, withExample } from '../../schemas/generate/examples.ts'
import { referenceOf } from '../../schemas/generate/reference.ts'
import { sharedExamples, sources } from '../../schemas/generate/sources.ts'
import { typesOf } from '../../schemas/generate/types.ts'
import { validatorsOf } from '../../schemas/generate/validators.ts'
import { pathwaySchema, pathwaySchemaIn, validatePathway, type Schema } from '../../schemas/index.ts'
import { same } from '../../schemas/same.ts'

const folder = join(import.meta.dirname, '../../schemas')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.schema.json') ? [file.replace('.schema.json', '')] : [],
)
const schemas = Object.fromEntries(
  names.toSorted().map((name) => [name, JSON.parse(read(`${name}.schema.json`)) as Schema]),
)

/** Every schema inside a schema that describes something to an author: properties and definitions. */
function described(schema: Schema, path = ''): [path: string, schema: Schema][] {
  const named = { ...schema.properties, ...schema.$defs }
  const inside = [
    schema.items,
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
  ]
  return [
    ...Object.entries(named).flatMap(([key, child]): [string, Schema][] => [
      [`${path}/${key}`, child],
      ...described(child, `${path}/${key}`),
    ]),
    ...inside.flatMap((child) => (child ? described(child, `${path}/*`) : [])),
  ]
}

describe('what is generated', () => {
  it.each(names)('the types of %s are those of the schema', async (name) => {
    expect(read(`generated/${name}.ts`)).toBe(await typesOf(name, schemas[name]!))
  })

  it('the validators are those of the schemas', () => {
    expect(read('generated/validators.ts')).toBe(validatorsOf(schemas))
  })

  it('the reference is that of the schema', () => {
    expect(read('README.md')).toBe(referenceOf(sources()))
  })

  it('the validators make no code and load nothing, so they run under a strict content policy', () => {
    const code = read('generated/validators.ts')
    expect(code).not.toMatch(/new Function|\beval\b|require\(/)
    expect(code.match(/^import .*$/gm)).toEqual(["import { same } from '../same.ts'"])
  })
})

describe('the pathway schema', () => {
  it('says what everything is, in Dutch and in English', () => {
    for (const [path, { $ref, title, description, en }] of described(pathwaySchema)) {
      const texts = $ref === undefined || title !== undefined ? [title, en?.title] : ['by reference']
      expect(
        texts.every((text) => text),
        path,
      ).toBe(true)
      if (description !== undefined) expect(en?.description, path).toBeTruthy()
    }
  })

  it('in one language keeps the shape and has no keyword of our own', () => {
    const [dutch, english] = [pathwaySchemaIn('nl'), pathwaySchemaIn('en')]
    expect([dutch.title, english.title]).toEqual(['Zorgpad', 'Pathway'])
    expect(english.properties?.['routes']?.title).toBe('Routes')
    expect(english.$defs?.['text']?.properties?.['en']?.title).toBe('English')
    for (const schema of [dutch, english]) {
      expect(JSON.stringify(schema)).not.toMatch(/"en":\{"title":"[^"]*","description"[^}]*\}\}/)
      expect(() => new Ajv2020({ allowUnionTypes: true }).compile(schema)).not.toThrow()
    }
  })

  it('every reference names a section that exists', () => {
    const together = ['roles', 'values', 'measurables', 'items'] // names that more than one section defines, or that lie deeper
    const sections = new Set([...Object.keys(pathwaySchema.properties ?? {}), ...together])
    const named = described(pathwaySchema).flatMap(([, { names: section }]) => (section === undefined ? [] : [section]))
    expect(named.length).toBeGreaterThan(20)
    for (const section of named) expect(sections).toContain(section)
  })
})

describe('the examples of the reference', () => {
  const examples = examplesIn(read('examples.yaml'))
  const around = parseYaml(read('around.yaml')) as unknown

  it('the smallest pathway has nothing wrong with it', () => {
    expect(examine(read('smallest.yaml')).problems).toEqual([])
  })

  it('there is one of every construct, subject, comparator and trigger', () => {
    const constructs = Object.entries(pathwaySchema.$defs!).filter(([, schema]) => schema.properties)
    const wanted = [
      ...constructs.map(([name]) => name),
      ...subjects.map(({ key }) => `subject/${key}`),
      ...comparators.map((key) => `comparator/${key}`),
      ...['threshold', 'completed', 'decision', 'event', 'after', 'none'].map((key) => `trigger/${key}`),
      'shared',
    ]
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted))
  })

  it('the pathway around them has nothing wrong with it by itself', () => {
    const { problems } = examine(read('around.yaml'), sharedExamples())
    expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([])
  })

  it.each(examples.filter(({ name }) => name !== 'shared'))('$name passes the checks in its place', (example) => {
    const place = placeOf(example)!
    const { problems } = examine(stringify(withExample(around, example)), sharedExamples())
    const said = problems.filter(
      ({ severity, path }) => severity === 'error' || (severity === 'warning' && path.startsWith(place)),
    )
    expect(said.map(({ code, path, message }) => `${code} ${path} ${message.nl}`)).toEqual([])
    expect(read('README.md')).toContain(example.text.trimEnd())
  })

  it('the shared file is one', () => {
    const { text } = examples.find(({ name }) => name === 'shared')!
    expect(readShared('vital-signs', text).problems).toEqual([])
  })
})

describe('the compiled validator', () => {
  it('answers as ajv itself does', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: true, schemas: [pathwaySchemaIn('en')] })
    const itself = ajv.getSchema(pathwaySchema.$id!)!
    const values: unknown[] = [
      {},
      [],
      null,
      1,
      { pathway: 'A' },
      { states: { a: { schedules: ['x', 'x'] } } },
      { thresholds: { t: { level: 'red', when: {} } } },
    ]
    for (const value of values) {
      void itself(value)
      const expected = (itself.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
      expect(validatePathway(value).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual(expected)
    }
  })

  it('knows lists that hold the same twice', () => {
    expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
    expect(same({ a: 1 }, { b: 1 })).toBe(false)
    expect(same([], {})).toBe(false)
  })
})
