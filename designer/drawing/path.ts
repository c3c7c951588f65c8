/** The way of an arrow as SVG: straight pieces with rounded corners. */
import type { Point } from './layout.ts'

const radius = 7

export function arrowPath(points: Point[]): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return ''
  const corners = points.slice(1, -1).map((corner, index) => rounded(points[index]!, corner, points[index + 2]!))
  return `M${first.x},${first.y}${corners.join('')}L${last.x},${last.y}`
}

function rounded(before: Point, corner: Point, after: Point): string {
  const start = towards(corner, before)
  const end = towards(corner, after)
  return `L${start.x},${start.y}Q${corner.x},${corner.y} ${end.x},${end.y}`
}

/** A little way from one point to the other, at most half of it. */
function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  const part = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
