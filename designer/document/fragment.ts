/** New YAML, written in the manner of this house: short things in flow style on one line, long ones as a block. */
import { Document, Scalar, visit } from 'yaml'

const width = 100

export const isCollectionValue = (value: unknown): value is object => typeof value === 'object' && value !== null

/** `{ fact: age, atLeast: 18 }`; safe inside braces and brackets as well. */
export function flow(value: unknown, quotes?: Scalar.Type): string {
  const document = new Document()
  document.contents = document.createNode([value], { flow: true, aliasDuplicateObjects: false }) as never
  const first = (document.contents as unknown as { items: unknown[] }).items[0]
  if (first instanceof Scalar && quotes && typeof value === 'string') first.type = quotes
  visit(document, { Scalar: onOneLine })
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true, ...quoting }).trimEnd()
  return written.replace(/^\[ ?/, '').replace(/ ?\]$/, '')
}

/** `key: value`; further lines stand at `column`. A value that is too long for a line becomes a block. */
export function entry(key: string, value: unknown, column: number, style: 'flow' | 'block'): string {
  const line = `${flow(key)}: ${flow(value)}`
  const short = style === 'flow' || line.length + column <= width
  if (!isCollectionValue(value) || isEmpty(value) || short) return line
  return `${flow(key)}:\n${block(value, column + 2)}`
}

/** `- value`; the further lines of a map stand under its first key. */
export function item(value: unknown, column: number, style: 'flow' | 'block'): string {
  const line = `- ${flow(value)}`
  const short = style === 'flow' || line.length + column <= width
  if (!isCollectionValue(value) || isEmpty(value) || short) return line
  if (Array.isArray(value)) return line
  return `- ${block(value, column + 2).trimStart()}`
}

/** All lines, each with its indentation, without a line break at the end. */
export function block(value: object, column: number): string {
  const indent = ' '.repeat(column)
  const lines = Array.isArray(value)
    ? value.map((child: unknown) => item(child, column, 'block'))
    : Object.entries(value).map(([key, child]) => entry(key, child, column, 'block'))
  return lines.map((line) => indent + line).join('\n')
}

const quoting = { doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }

/** A text of several lines is written as one, with `\n` in quotes. */
function onOneLine(_key: unknown, scalar: Scalar): void {
  if (typeof scalar.value === 'string' && scalar.value.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0
