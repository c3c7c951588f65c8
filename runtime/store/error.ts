/** What can go wrong in storage besides a Conflict: a closed list of codes, each with a sentence for the operator. */

export type StoreErrorCode =
  | 'disk-full' // no room: make room and send again
  | 'not-writable' // the folder may not be written, or the disk fails
  | 'in-use' // another process has the folder
  | 'damaged' // a file that was acknowledged cannot be read
  | 'closed' // used after `close`
  | 'unknown-patient' // something was written for a patient that does not exist

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export class StoreError extends Error {
  override name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Translates an error of the file system; any other error (a Conflict, a mistake of ours) stays what it is. */
export function diskError(cause: unknown, doing: string): unknown {
  const system = (cause as NodeJS.ErrnoException | null)?.code
  if (cause instanceof StoreError || system === undefined) return cause
  if (FULL.has(system)) return new StoreError('disk-full', `The disk is full (${system}) while ${doing}.`, cause)
  return new StoreError('not-writable', `The disk refuses (${system}) while ${doing}.`, cause)
}
