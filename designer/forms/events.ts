/** What the forms tell: a field has a new value, a form's part of the pathway has a new value, another part is asked for. */

/** A field has a new value, checked; `undefined` means that it was emptied. Does not leave the form. */
export class FieldChange<T = unknown> extends Event {
  readonly value: T | undefined

  constructor(value: T | undefined) {
    super('field-change')
    this.value = value
  }
}

/** The part of the pathway at `path` must become `value`; `undefined` takes it away. */
export class FormChange extends Event {
  readonly path: string
  readonly value: unknown

  constructor(path: string, value: unknown) {
    super('form-change', { bubbles: true, composed: true })
    this.path = path
    this.value = value
  }
}

/** The item of the list at `path` must stand at another index: order is precedence. */
export class ItemMoved extends Event {
  readonly path: string
  readonly from: number
  readonly to: number

  constructor(path: string, from: number, to: number) {
    super('item-moved', { bubbles: true, composed: true })
    this.path = path
    this.from = from
    this.to = to
  }
}

/** Somebody wants to see the part of the pathway at `path`. */
export class PartWanted extends Event {
  readonly path: string

  constructor(path: string) {
    super('part-wanted', { bubbles: true, composed: true })
    this.path = path
  }
}

declare global {
  interface HTMLElementEventMap {
    'field-change': FieldChange
    'form-change': FormChange
    'item-moved': ItemMoved
    'part-wanted': PartWanted
  }
}
