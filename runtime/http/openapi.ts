/** The OpenAPI 3.1 document: made from the same list of addresses and the same schemas that the server runs on. */
import type { AnswerShape, Operation } from './operation.ts'
import { schemas } from './schemas/index.ts'

type Json = Record<string, unknown>

const json = (schema: Json): Json => ({ 'application/json': { schema } })
const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** The document of these addresses, for a server at `url`. */
export function openApi(operations: Operation[], url: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationOf(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zorgpad',
      version: '1',
      description: 'Care pathways for home monitoring: measurements in, alerts and answers out.',
    },
    servers: [{ url }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'zorgpad' },
      },
    },
  }
}

function operationOf({ title, path, method, query, body, answers, bodyType, ...operation }: Operation): Json {
  const responses = Object.entries(answers).map(([status, shape]) => [status, answerOf(shape)])
  const problems = {
    description: 'Refused, with the reason.',
    content: bodyType ? { [bodyType]: {} } : json(refTo('Problem')),
  }
  return {
    operationId: operationId(method, path),
    summary: title,
    parameters: [...inPath(path), ...inQuery(query ?? {})],
    ...(body ? { requestBody: { required: true, content: json(refTo(body)) } } : {}),
    ...(bodyType && method === 'POST' ? { requestBody: { required: true, content: { [bodyType]: {} } } } : {}),
    ...(operation.open ? { security: [] } : {}),
    responses: { ...Object.fromEntries(responses), default: problems },
  }
}

/** `POST /api/alerts/{id}/resolve` → `postAlertsIdResolve`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^a-zA-Z]+/).filter((word) => word !== '' && word !== 'api')
  return [method.toLowerCase(), ...words.map((word) => word[0]?.toUpperCase() + word.slice(1))].join('')
}

function answerOf(shape: AnswerShape): Json {
  if (Array.isArray(shape))
    return { description: `A list of ${shape[0]}.`, content: json({ type: 'array', items: refTo(shape[0]) }) }
  if (typeof shape === 'string') return { description: schemas[shape].description, content: json(refTo(shape)) }
  return shape.type === undefined
    ? { description: shape.description }
    : { description: shape.description, content: { [shape.type]: {} } }
}

function inPath(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function inQuery(query: Record<string, string>): Json[] {
  return Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }))
}
