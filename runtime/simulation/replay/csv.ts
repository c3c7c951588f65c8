/** Reads comma-separated text (RFC 4180) into rows that know their line. */

/** The cells of a row by the name of their column; lines count from 1. */
export type Row = { line: number; cells: Map<string, string> }

/** What is wrong with the text, and on which line. */
export type CsvMistake =
  | { code: 'csv-empty' }
  | { code: 'csv-quote'; line: number }
  | { code: 'csv-column'; column: string }
  | { code: 'csv-cells'; line: number; found: number; expected: number }

/** The rows below the header, empty lines left out. Every column of `needed` must be there. */
export function readCsv(text: string, needed: string[]): { rows: Row[]; mistakes: CsvMistake[] } {
  const { records, unclosed } = recordsOf(text.replace(/^\uFEFF/, ''))
  if (unclosed !== null) return { rows: [], mistakes: [{ code: 'csv-quote', line: unclosed }] }
  const [header, ...body] = records
  if (!header || body.length === 0) return { rows: [], mistakes: [{ code: 'csv-empty' }] }
  const columns = header.cells.map((cell) => cell.trim().toLowerCase())
  const absent = needed.filter((column) => !columns.includes(column))
  if (absent.length > 0) return { rows: [], mistakes: absent.map((column) => ({ code: 'csv-column', column })) }
  const mistakes = body
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ line, cells }) => ({ code: 'csv-cells' as const, line, found: cells.length, expected: columns.length }))
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: new Map(columns.map((column, index) => [column, cells[index]?.trim() ?? ''])),
  }))
  return { rows: mistakes.length > 0 ? [] : rows, mistakes }
}

type Record = { line: number; cells: string[] }

/** A cell, quoted or bare, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

function recordsOf(text: string): { records: Record[]; unclosed: number | null } {
  const records: Record[] = []
  let cells: string[] = []
  let line = 1
  for (let at = 0, started = 1; at < text.length || cells.length > 0;) {
    CELL.lastIndex = at
    const [whole, quoted, bare = '', end] = CELL.exec(text) ?? []
    if (whole === undefined) return { records, unclosed: line }
    at += whole.length
    cells.push(quoted?.replaceAll('""', '"') ?? bare)
    line += whole.split(/\r\n|\n|\r/).length - 1
    if (end === ',') continue
    if (cells.length > 1 || cells[0] !== '') records.push({ line: started, cells })
    cells = []
    started = line
  }
  return { records, unclosed: null }
}
