/** Loads something from the server, and again whenever the server tells of a change: for as long as the element is in the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ChangeNotice } from '../../runtime/http/api.ts'
import { follow, ServerRefusal } from '../server.ts'

/** Changes come in bursts: one submission tells of a reading, a state and an alert. */
const breath = 150

type Options<T> = {
  load: () => Promise<T>
  /** Whether a notice concerns what is shown. */
  concerns: (notice: ChangeNotice) => boolean
  /** Called with what was shown before, when something new has come. */
  changed?: (before: T, now: T) => void
}

/** `new Live(this, { load: () => requests.patient(id), concerns: ({ patient }) => patient === id })` */
export class Live<T> implements ReactiveController {
  value: T | null = null
  refusal: ServerRefusal | null = null
  readonly #host: ReactiveControllerHost
  readonly #options: Options<T>
  #stop: () => void = () => {}
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0

  constructor(host: ReactiveControllerHost, options: Options<T>) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostConnected(): void {
    this.#stop = follow((notice) => {
      if (this.#options.concerns(notice)) this.#soon()
    })
    void this.load()
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }

  /** Loads now. What was asked for last is shown, whichever answer comes first; what is shown stays while the server does not answer. */
  async load(): Promise<void> {
    const asked = ++this.#asked
    try {
      const value = await this.#options.load()
      if (asked === this.#asked) this.#show(value)
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      if (asked === this.#asked) this.refusal = error
    }
    this.#host.requestUpdate()
  }

  #show(value: T): void {
    const before = this.value
    this.value = value
    this.refusal = null
    if (before !== null) this.#options.changed?.(before, value)
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.load(), breath)
  }
}
