/** Where each part of a pathway stands in its text. */
import type { PathwayDocument } from '../document.ts'
import { parentOf } from '../pointer.ts'
import type { Locate } from './lines.ts'
import type { Spot } from './tree.ts'

/** Makes `PathwayDocument.place`: the nearest parent answers for a part that is not there; the whole document for none. */
export function placeIn(spots: Pick<ReadonlyMap<string, Spot>, 'get'>, locate: Locate): PathwayDocument['place'] {
  const found = (path: string): Spot => spots.get(path) ?? (path === '' ? { value: [0, 0] } : found(parentOf(path)))
  return (path, what = 'value') => {
    const spot = found(path)
    return locate(...stretch(spot, what))
  }

  /** An empty value has no place of its own: its key stands for it. */
  function stretch({ key, value }: Spot, what: 'value' | 'key'): [number, number] {
    const [from, to] = (what === 'key' || value[0] === value[1]) && key ? key : value
    return [from, to - from]
  }
}
