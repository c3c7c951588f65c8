import { beforeAll, describe, expect, it } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { answers } from '../../runtime/http/schemas/answers.ts'
import { bodies } from '../../runtime/http/schemas/bodies.ts'
import { openDoor } from './door.ts'
import type { Door } from './door.ts'

type Document = {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, unknown>; parameters: { name: string; in: string }[] }
    >
  >
  components: { schemas: Record<string, unknown> }
}

describe('the OpenAPI document', () => {
  let door: Door
  let document: Document
  beforeAll(async () => {
    door = await openDoor()
    document = (await (await door.app.request('/api/openapi.json')).json()) as Document
  })

  it('has every route of the app, and the app every one of the document', () => {
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routed = door.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(documented.toSorted()).toEqual([...new Set(routed)].toSorted())
    expect(documented.length).toBeGreaterThan(30)
  })

  it('is OpenAPI 3.1: every reference leads somewhere, every place in a path is a parameter, every name is its own', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
    for (const name of names) expect(document.components.schemas).toHaveProperty(name)
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    )
    for (const { path, operation } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        places,
      )
    }
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has only valid JSON Schemas, and each one is used', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    ajv.addVocabulary(['components'])
    ajv.addSchema({ $id: 'd', components: document.components.schemas })
    for (const schema of Object.values(document.components.schemas))
      expect(ajv.validateSchema(schema as object), JSON.stringify(ajv.errors)).toBe(true)
    const text = JSON.stringify(document)
    for (const name of [...Object.keys(answers), ...Object.keys(bodies)])
      expect(text, name).toContain(`"#/components/schemas/${name}"`)
  })
})
