/** Serves the built designer: its page with a strict content policy, its hashed files for ever. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'

/** What Monaco (workers, fonts and styles of its own) and Web Awesome (icons as data) need, and no more. */
const policy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", NONCE],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

const FOR_EVER = 'public, max-age=31536000, immutable'

/** `folder` holds `index.html` and `assets/`, whose names change with their content. */
export function pages(folder: string): Hono {
  const app = new Hono()
  app.get('/', policy, (context) => page(folder, context))
  app.get('/index.html', (context) => context.redirect('/'))
  app.get('/*', secureHeaders(), keptAs, serveStatic({ root: folder }))
  return app
}

const keptAs: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.ok) context.header('cache-control', context.req.path.startsWith('/assets/') ? FOR_EVER : 'no-cache')
}

async function page(folder: string, context: Context): Promise<Response> {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  context.header('cache-control', 'no-cache')
  return context.html(html)
}
