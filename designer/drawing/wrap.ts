/** Breaks a text into lines of a width. */

/** Width of a text in pixels. */
export type Measure = (text: string) => number

/** At most `most` lines; what does not fit ends with an ellipsis. A word that is too long stands alone. */
export function wrap(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return [...kept.slice(0, -1), `${kept.at(-1)} …`]
}
