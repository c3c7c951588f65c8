/** Whether two values read from YAML are the same; the order of keys does not count, a key without a value does not exist. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [fields(one), fields(other)]
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
}

const fields = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, child]) => child !== undefined))
