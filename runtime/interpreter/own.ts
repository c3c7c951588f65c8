/** Looks a name up in a record: names come from pathways and from outside, and `toString` is a name like any other. */

/** The value under a name that the record itself has; never what every object inherits. */
export function own<Value>(record: Record<string, Value> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
