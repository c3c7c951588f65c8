/** The order of versions: 1.10.0 is newer than 1.9.2. */
const parts = (version: string): number[] => version.split('.').map(Number)

/** Negative when `a` is older than `b`. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  const difference = left.findIndex((part, index) => part !== right[index])
  return difference < 0 ? 0 : (left[difference] ?? 0) - (right[difference] ?? 0)
}

/** By pathway in the order of the alphabet, within it the newest version first. */
export function newestFirst<T extends { pathway: string; version: string }>(all: T[]): T[] {
  return all.toSorted((a, b) =>
    a.pathway < b.pathway ? -1 : a.pathway > b.pathway ? 1 : compareVersions(b.version, a.version),
  )
}
