/** What a key does in the tree, as the WAI-ARIA pattern has it. Pure. */
import type { Item } from './items.ts'

export type Step = { go?: string; turn?: { path: string; open: boolean }; enter?: true }
type Open = ReadonlySet<string>

/** All items that are shown, from top to bottom. */
export function visible(items: Item[], open: Open): Item[] {
  return items.flatMap((item) => [item, ...(open.has(item.path) ? visible(item.children, open) : [])])
}

export function ancestorsOf(items: Item[], path: string): string[] {
  return items.flatMap((item) => {
    const inside = ancestorsOf(item.children, path)
    const direct = item.children.some((child) => child.path === path)
    return direct || inside.length > 0 ? [item.path, ...inside] : []
  })
}

/** Null when the key is not the tree's. A letter goes to the next item that begins with it. */
export function stepFrom(items: Item[], open: Open, path: string, key: string): Step | null {
  const shown = visible(items, open)
  const index = shown.findIndex((item) => item.path === path)
  const item = shown[index]
  if (!item) return null
  switch (key) {
    case 'ArrowDown':
      return go(shown[index + 1])
    case 'ArrowUp':
      return go(shown[index - 1])
    case 'Home':
      return go(shown[0])
    case 'End':
      return go(shown.at(-1))
    case 'ArrowRight':
      return inwards(item, open)
    case 'ArrowLeft':
      return outwards(items, item, open)
    case 'Enter':
    case ' ':
      return { go: path, enter: true }
    default:
      return key.length === 1 ? go(beginning(shown, index, key)) : null
  }
}

const go = (item: Item | undefined): Step | null => (item ? { go: item.path } : null)

function inwards({ path, children }: Item, open: Open): Step | null {
  if (children.length === 0) return null
  return open.has(path) ? go(children[0]) : { turn: { path, open: true } }
}

function outwards(items: Item[], { path, children }: Item, open: Open): Step | null {
  if (children.length > 0 && open.has(path)) return { turn: { path, open: false } }
  const parent = ancestorsOf(items, path).at(-1)
  return parent === undefined ? null : { go: parent }
}

function beginning(shown: Item[], index: number, letter: string): Item | undefined {
  const begins = ({ title }: Item): boolean => title.toLowerCase().startsWith(letter.toLowerCase())
  return [...shown.slice(index + 1), ...shown.slice(0, index)].find(begins)
}
