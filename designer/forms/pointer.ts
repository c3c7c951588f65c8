/** JSON Pointers, as the selection, the problems and the trace use them. */

/** What stands at the pointer, or undefined when nothing does. */
export function at(value: unknown, path: string): unknown {
  return keys(path).reduce<unknown>((part, key) => step(part, key), value)
}

/** The pointer of a part inside another: `below('/routes', 'next/day', 0)` → `/routes/next~1day/0`. */
export function below(path: string, ...names: (string | number)[]): string {
  return [path, ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}

/** The last key of a pointer: the name of what it points at. */
export function nameAt(path: string): string {
  return keys(path).at(-1) ?? ''
}

/** Whether the place lies at the pointer or inside it. */
export function isWithin(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}/`)
}

/** The keys of a pointer, outermost first. */
export function keys(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function step(part: unknown, key: string): unknown {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined
  return (part as Record<string, unknown>)[key]
}
