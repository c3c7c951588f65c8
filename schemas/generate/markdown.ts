/** The few forms of Markdown that the generated pages use. */

/** A table. A missing cell is left open. */
export function table(head: string[], rows: (string | undefined)[][]): string {
  const line = (cells: (string | undefined)[]): string =>
    `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

/** Text as code within a line. */
export const code = (text: string): string => `\`${text}\``

/** YAML as a block of code. */
export const block = (yaml: string): string => `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\`\n`
