/** JSON Pointers (RFC 6901): the address of a part of a pathway, `/states/measuring/transitions/0`. */

/** The address of a part below `path`. */
export const below = (path: string, ...keys: (string | number)[]): string =>
  path + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The keys on the way from the whole document to `path`. */
export const keysOf = (path: string): string[] =>
  path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The address of the part that holds `path`; the whole document holds itself. */
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The last key of `path`. */
export const lastKeyOf = (path: string): string => keysOf(path).at(-1) ?? ''

/** Whether `path` is `ancestor` or lies inside it. */
export const within = (path: string, ancestor: string): boolean => path === ancestor || path.startsWith(`${ancestor}/`)

/** The part of `value` at `path`, or undefined when there is none. Own keys only. */
export function partAt(value: unknown, path: string): unknown {
  let part = value
  for (const key of keysOf(path)) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined
    part = (part as Record<string, unknown>)[key]
  }
  return part
}
