/** Work on a pathway that several rules need is done once, however many ask for it. */

/** `work`, remembered for each thing that it was done on, as long as that thing is in use. */
export function once<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { result: Result }>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before.result
    const result = work(thing)
    known.set(thing, { result })
    return result
  }
}
