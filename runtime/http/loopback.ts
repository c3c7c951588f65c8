/** The demonstration has no locks, so it listens to this computer only: a foreign `Host` (rebinding) or `Origin` (another website) is refused. */
import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function loopbackOnly(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (!LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase())) throw problem(403, 'foreign-host')
    const origin = context.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`) throw problem(403, 'foreign-origin')
    return next()
  }
}
