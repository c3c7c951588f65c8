/** How a level looks: red an octagon, amber a triangle, green a circle. The shape says it without the colour. */
import { svg, type SVGTemplateResult } from 'lit'
import type { Level } from '../../schemas/index.ts'

/** Points in a square of 12 by 12. */
const outlines: Record<Level, SVGTemplateResult> = {
  red: svg`<path d="M4 .5h4L11.500 4v4L8 11.500H4L.5 8V4z" />`,
  amber: svg`<path d="M6 .7 11.700 11H.3z" />`,
  green: svg`<circle cx="6" cy="6" r="5" />`,
}

/** A part of a drawing; `colour` is a token such as `--red`. */
export function levelShape(level: Level, x = 0, y = 0): SVGTemplateResult {
  return svg`<g transform="translate(${x} ${y})" fill="var(--${level})" aria-hidden="true">${outlines[level]}</g>`
}
