/** The keys of a condition that join others, and those that compare. */
export const combinators = ['all', 'any', 'not'] as const
export const comparators = ['above', 'atLeast', 'below', 'atMost', 'between', 'is', 'oneOf'] as const

export type Comparator = (typeof comparators)[number]

/** The keys out of `keys` that a part has. */
export const present = <Key extends string>(part: { [key in Key]?: unknown }, keys: readonly Key[]): Key[] =>
  keys.filter((key) => Object.hasOwn(part, key))
