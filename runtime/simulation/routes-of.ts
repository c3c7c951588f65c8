/** The compiled routes of a pathway, once each: stories are played by the thousand on one pathway. */
import { compileRoutes, type CompiledRoutes } from '../alerts/index.ts'
import type { Pathway } from '../interpreter/pathway.ts'

const compiled = new WeakMap<Pathway, CompiledRoutes>()

/** The routes of a pathway, compiled once. */
export function routesOf(pathway: Pathway): CompiledRoutes {
  const known = compiled.get(pathway)
  if (known) return known
  const routes = compileRoutes(pathway)
  compiled.set(pathway, routes)
  return routes
}
