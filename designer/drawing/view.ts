/** Which part of the drawing is seen, and how large. */
export type View = { x: number; y: number; scale: number }
type Size = { width: number; height: number }

const smallest = 0.2
const largest = 3

export const pan = (view: View, dx: number, dy: number): View => ({ ...view, x: view.x + dx, y: view.y + dy })

/** Zooms while the point under the pointer stays where it is. */
export function zoomAt(view: View, factor: number, point: { x: number; y: number }): View {
  const scale = Math.min(Math.max(view.scale * factor, smallest), largest)
  const ratio = scale / view.scale
  return { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio }
}

/** Everything in sight, not larger than life, but never smaller than `least`: then the top is shown. */
export function fit(content: Size, frame: Size, least: number = smallest): View {
  const margin = 20
  const whole = Math.min((frame.width - 2 * margin) / content.width, (frame.height - 2 * margin) / content.height, 1)
  const scale = Math.max(whole, least)
  const room = (of: number, inside: number): number => Math.max((inside - of * scale) / 2, margin)
  return { scale, x: room(content.width, frame.width), y: room(content.height, frame.height) }
}

/** Moves just enough that the box is in sight. */
export function reveal(view: View, box: Size & { x: number; y: number }, frame: Size): View {
  const margin = 24
  const shift = (start: number, length: number, inside: number): number => {
    if (start < margin || length > inside - 2 * margin) return margin - start
    return Math.min(inside - margin - (start + length), 0)
  }
  const dx = shift(box.x * view.scale + view.x, box.width * view.scale, frame.width)
  const dy = shift(box.y * view.scale + view.y, box.height * view.scale, frame.height)
  return dx === 0 && dy === 0 ? view : pan(view, dx, dy)
}

/** The box in the middle from left to right, without showing emptiness beside the content. */
export function centre(view: View, box: Size & { x: number; y: number }, content: Size, frame: Size): View {
  const margin = 20
  const width = content.width * view.scale
  if (width + 2 * margin <= frame.width) return view
  const wished = frame.width / 2 - (box.x + box.width / 2) * view.scale
  return { ...view, x: Math.min(Math.max(wished, frame.width - width - margin), margin) }
}
