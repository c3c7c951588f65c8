/** The body of a request: bounded before it is read, JSON, and of the right shape; else a problem that says where. */
import type { Context } from 'hono'
import type { BodyName } from './schemas/index.ts'
import { problem } from './problem.ts'
import { faultIn } from './validate.ts'

export const KIB = 1024

/** The text of the body. 415 for another type, 413 when it is larger than `limit` bytes, whatever its `Content-Length` says. */
export async function readText(
  context: Context,
  limit: number,
  types: string[] = ['application/json'],
): Promise<string> {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw problem(415, 'not-json-type', { expected: types.join(' / '), found: type })
  const tooLarge = problem(413, 'too-large', { limit: limit / KIB })
  if (Number(context.req.header('content-length') ?? 0) > limit) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of context.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}

/** The body as the named shape. Nothing is guessed or converted: a number in quotes is no number. */
export async function readBody(context: Context, name: BodyName, limit: number): Promise<unknown> {
  const value = parseJson(await readText(context, limit))
  const fault = faultIn(name, value)
  if (fault) throw problem(400, 'invalid', { path: fault.path || '/', detail: fault.detail }, { path: fault.path })
  return value
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw problem(400, 'empty-body')
  if (/\\u0000|\0/.test(text)) throw problem(400, 'nul-character')
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw problem(400, 'not-json', { detail: error instanceof Error ? error.message : '' })
  }
}
