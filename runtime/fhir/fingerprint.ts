/** What an Observation says, apart from how it was written down: key order, spaces and what a server adds do not count. */
import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal over the content in a fixed order. 36.50 and 36.5 are the same number. */
export function fingerprintOf(resource: Record<string, unknown>): string {
  const { id: _id, meta, ...rest } = resource
  const { versionId: _version, lastUpdated: _updated, ...kept } = (meta ?? {}) as Record<string, unknown>
  const content = Object.keys(kept).length > 0 ? { ...rest, meta: kept } : rest
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, ordered(item)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
