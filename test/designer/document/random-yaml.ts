/** Random documents as an author would write them: block and flow, comments, blank lines, quotes, indentation of two or four. */
import fc from 'fast-check'

export type Written = { value: unknown; lines: (column: number) => string[] | null; inline: string | null }

/** Where a scalar may stand bare, and its value. */
const scalars: [written: string, value: unknown][] = [
  ['135', 135],
  ['0.1', 0.1],
  ['true', true],
  ['7 days', '7 days'],
  ['plain', 'plain'],
  ['"mm[Hg]"', 'mm[Hg]'],
  ["'it''s # no comment'", "it's # no comment"],
  ['"a: b, c"', 'a: b, c'],
  ['null', null],
]

const comment = fc.constantFrom('', '', '', ' # eén', '   # twee: [ x ]')
const above = fc.constantFrom<string[]>([], [], [], ['# erboven'], [''], ['', '# na een lege regel'])
const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd-e', 'f', '"g h"', 'to', 'when'), {
  minLength: 1,
  maxLength: 4,
})

const scalar: fc.Arbitrary<Written> = fc
  .constantFrom(...scalars)
  .map(([inline, value]) => ({ value, inline, lines: () => null }))

const flowMap = (child: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), child, { maxKeys: 3, noNullPrototype: true }).map((map) => ({
    value: Object.fromEntries(Object.entries(map).map(([key, { value }]) => [key, value])),
    inline:
      Object.keys(map).length === 0
        ? '{}'
        : `{ ${Object.entries(map)
            .map(([key, { inline }]) => `${key}: ${inline}`)
            .join(', ')} }`,
    lines: () => null,
  }))

const flowList = (child: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.tuple(fc.array(child, { maxLength: 3 }), fc.boolean()).map(([items, tight]) => ({
    value: items.map(({ value }) => value),
    inline:
      items.length === 0
        ? '[]'
        : `[${tight ? '' : ' '}${items.map(({ inline }) => inline).join(tight ? ',' : ', ')}${tight ? '' : ' '}]`,
    lines: () => null,
  }))

const blockText: fc.Arbitrary<Written> = fc.constantFrom(['regel een'], ['regel een', 'regel twee']).map((words) => ({
  value: `${words.join('\n')}\n`,
  inline: null,
  lines: (column) => ['|', ...words.map((line) => ' '.repeat(column) + line)],
}))

const blockMap = (child: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc
    .tuple(keys, fc.array(fc.tuple(child, comment, above), { minLength: 4, maxLength: 4 }), fc.constantFrom(2, 4))
    .map(([names, children, indent]) => {
      const entries = names.map((name, index) => ({ name, entry: children[index]! }))
      return {
        value: Object.fromEntries(entries.map(({ name, entry: [{ value }] }) => [name.replaceAll('"', ''), value])),
        inline: null,
        lines: (column) =>
          entries.flatMap(({ name, entry: [node, remark, before] }, index) => {
            const pad = ' '.repeat(column)
            const gap = index === 0 ? [] : before.map((line) => (line === '' ? '' : pad + line))
            const [head, ...rest] = valueLines(node, column, indent)
            return [...gap, `${pad}${name}:${head === '' ? '' : ` ${head}`}${head === '|' ? '' : remark}`, ...rest]
          }),
      }
    })

const blockList = (child: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.array(fc.tuple(child, comment, above), { minLength: 1, maxLength: 4 }).map((items) => ({
    value: items.map(([{ value }]) => value),
    inline: null,
    lines: (column) =>
      items.flatMap(([node, remark, before], index) => {
        const pad = ' '.repeat(column)
        const gap = index === 0 ? [] : before.map((line) => (line === '' ? '' : pad + line))
        if (node.inline !== null) return [...gap, `${pad}- ${node.inline}${remark}`]
        const [first, ...rest] = node.lines(column + 2)!
        return [...gap, first === '|' ? `${pad}- |` : `${pad}- ${first!.trimStart()}`, ...rest]
      }),
  }))

/** The part behind a colon: a head on the same line, and what follows below. */
function valueLines(node: Written, column: number, indent: number): string[] {
  if (node.inline !== null) return [node.inline]
  const lines = node.lines(column + indent)!
  return lines[0] === '|' ? lines : ['', ...lines]
}

const { flow } = fc.letrec<{ flow: Written }>((tie) => ({
  flow: fc.oneof({ maxDepth: 2, withCrossShrink: true }, scalar, flowMap(tie('flow')), flowList(tie('flow'))),
}))
const { node } = fc.letrec<{ node: Written }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    flow,
    blockText,
    blockMap(tie('node')),
    blockList(tie('node')),
  ),
}))

/** A whole document: its text and its value. */
export const documents: fc.Arbitrary<{ text: string; value: unknown }> = fc
  .tuple(blockMap(node), fc.constantFrom('', '# kop\n\n'), fc.constantFrom('\n', '\n# staart\n', ''))
  .map(([root, head, tail]) => ({ value: root.value, text: head + root.lines(0)!.join('\n') + tail }))

/** What an edit may put somewhere. */
export const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(1, 130, true, 'nieuw', 'a: b', '[x', '# y', '', 'true', '08:00', 'twee\nregels'),
  fc.constantFrom<unknown>(
    [],
    {},
    [1, 'x'],
    { to: 'x', alert: { route: 'r' } },
    { a: { b: [{ c: 'lang '.repeat(30) }] } },
  ),
)
