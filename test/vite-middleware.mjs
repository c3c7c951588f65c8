/** Lets Vite answer web-test-runner's requests for modules: TypeScript, decorators, styles and workers as in the app. */
import { join } from 'node:path'
import { createServer } from 'vite'

// The test page opens this socket itself; Vite must leave the import as it is.
const runnersSocket = /__web-dev-server__web-socket\.js$/

export function startVite(root) {
  return createServer({
    configFile: join(root, 'designer/vite.config.ts'),
    root,
    cacheDir: join(root, 'node_modules/.cache/vite-tests'),
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { include: ['@open-wc/testing'], rolldownOptions: { external: [runnersSocket] } },
    plugins: [{ name: 'runners-socket', enforce: 'pre', resolveId: leaveSocketAlone }],
  })
}

function leaveSocketAlone(id) {
  return runnersSocket.test(id) ? { id: '/__web-dev-server__web-socket.js', external: true } : undefined
}

export function serveThroughVite(vite) {
  return async (context, next) => {
    const { pathname } = new URL(context.url, 'http://localhost')
    if (pathname === '/' || pathname.startsWith('/__w')) return next()
    if (pathname === '/@vite/client') return answerClient(context)
    context.req.url = withoutSession(context.url)
    if (!(await answered(vite, context))) return next()
  }
}

function withoutSession(address) {
  const url = new URL(address, 'http://localhost')
  url.searchParams.delete('wtr-session-id')
  return url.pathname + url.search.replace(/=(?=&|$)/g, '') // `?worker=` is not `?worker` to Vite
}

/** False when Vite has nothing under this address. */
function answered(vite, context) {
  context.respond = false
  return new Promise((resolve) => {
    context.res.once('close', () => resolve(true))
    vite.middlewares(context.req, context.res, () => {
      context.respond = true
      resolve(false)
    })
  })
}

/** Vite's own client waits for changes over a socket that is not here; a test needs only its style functions. */
function answerClient(context) {
  context.type = 'js'
  context.body = `
const styles = new Map()
export function updateStyle(id, text) {
  if (!styles.has(id)) styles.set(id, document.head.appendChild(document.createElement('style')))
  styles.get(id).textContent = text
}
export const removeStyle = (id) => styles.get(id)?.remove()
export const createHotContext = () => ({ accept() {}, prune() {}, dispose() {}, on() {}, data: {} })
export const injectQuery = (url) => url
`
}
