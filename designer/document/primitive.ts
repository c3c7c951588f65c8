/** The small edits of which every larger one consists, as data, and the value that each must lead to. */
import { parentOf, pointer, segments } from './tree.ts'

export type Primitive =
  | { type: 'replace'; path: string; value: unknown }
  | { type: 'add-key'; path: string; key: string; value: unknown; after?: string | undefined }
  | { type: 'add-item'; path: string; index: number; value: unknown }
  | { type: 'drop'; path: string }
  | { type: 'shift'; path: string; from: number; to: number }
  | { type: 'names'; changes: { path: string; what: 'key' | 'value'; name: string }[] }

type Branch = Record<string, unknown> | unknown[]

/** The child of a map or a list; undefined when there is none. */
export function childOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)] as unknown
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, key))
    return (value as Branch & object)[key as never]
  return undefined
}

export function valueAt(value: unknown, path: string): unknown {
  return segments(path).reduce(childOf, value)
}

/** The value with something else at `path`; everything beside it is shared with the value that was given. */
export function withValue(value: unknown, path: string, change: (old: unknown) => unknown): unknown {
  const [first, ...rest] = segments(path)
  if (first === undefined) return change(value)
  const child = withValue(childOf(value, first), pointer('', ...rest), change)
  if (Array.isArray(value)) return value.with(Number(first), child) as unknown
  return { ...(value as object), [first]: child }
}

/** What the whole value must be after the primitive. */
export function intend(value: unknown, primitive: Primitive): unknown {
  switch (primitive.type) {
    case 'replace':
      return withValue(value, primitive.path, () => primitive.value)
    case 'add-key':
      return withValue(value, primitive.path, (map) => ({ ...(map as object), [primitive.key]: primitive.value }))
    case 'add-item':
      return withValue(value, primitive.path, (list) =>
        ((list ?? []) as unknown[]).toSpliced(primitive.index, 0, primitive.value),
      )
    case 'drop':
      return dropped(value, primitive.path)
    case 'shift':
      return withValue(value, primitive.path, (list) => {
        const items = list as unknown[]
        return items.toSpliced(primitive.from, 1).toSpliced(primitive.to, 0, items[primitive.from])
      })
    case 'names':
      return named(value, primitive.changes)
  }
}

function dropped(value: unknown, path: string): unknown {
  const { parent, key } = parentOf(path)
  return withValue(value, parent, (from) => {
    if (Array.isArray(from)) return from.toSpliced(Number(key), 1) as unknown
    return Object.fromEntries(Object.entries(from as object).filter(([name]) => name !== key))
  })
}

/** Values first: the paths of the references are those of the text before the key changed. */
function named(value: unknown, changes: { path: string; what: 'key' | 'value'; name: string }[]): unknown {
  const values = changes.filter(({ what }) => what === 'value')
  const keys = changes.filter(({ what }) => what === 'key')
  const changed = values.reduce((all, { path, name }) => withValue(all, path, () => name), value)
  return keys.reduce((all, { path, name }) => {
    const { parent, key } = parentOf(path)
    const renamed = (map: unknown): unknown =>
      Object.fromEntries(
        Object.entries(map as object).map(([old, child]) => [old === key ? name : old, child as unknown]),
      )
    return withValue(all, parent, renamed)
  }, changed)
}
