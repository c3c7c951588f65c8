/** The address as a page: `#/`, `#/editor/<draft>`, `#/worklist`, `#/patient/<id>`. Behind the hash, so that any server can serve it. */
export type Route =
  | { page: 'library' }
  | { page: 'editor'; draft: string }
  | { page: 'worklist' }
  | { page: 'patient'; id: string }

/** What is not an address of ours leads to the library. */
export function routeOf(hash: string): Route {
  const [page, name] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  if (page === 'editor' && name) return { page, draft: name }
  if (page === 'patient' && name) return { page, id: name }
  return page === 'worklist' ? { page } : { page: 'library' }
}

export function addressOf(route: Route): string {
  if (route.page === 'editor') return `#/editor/${encodeURIComponent(route.draft)}`
  if (route.page === 'patient') return `#/patient/${encodeURIComponent(route.id)}`
  return route.page === 'library' ? '#/' : '#/worklist'
}
