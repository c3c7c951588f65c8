/** Ctrl+Z and Ctrl+Y anywhere in the editor go through the one history; while a field is being typed in, they are the field's own. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Session } from '../session.ts'

export class UndoKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #session: () => Session | null
  /** The field that was typed in and has not yet given its value to the text. */
  #typing: EventTarget | null = null

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | null) {
    this.#host = host
    this.#session = session
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#pressed)
    this.#host.addEventListener('input', this.#typed)
    this.#host.addEventListener('change', this.#given)
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#pressed)
    this.#host.removeEventListener('input', this.#typed)
    this.#host.removeEventListener('change', this.#given)
  }

  readonly #typed = (event: Event): void => {
    this.#typing = event.composedPath()[0] ?? null
  }

  readonly #given = (): void => {
    this.#typing = null
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const step = stepOf(event)
    const session = this.#session()
    if (step === null || !session || event.defaultPrevented) return
    if (this.#typing !== null && event.composedPath()[0] === this.#typing) return
    event.preventDefault()
    session[step]()
  }
}

function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : null
}
