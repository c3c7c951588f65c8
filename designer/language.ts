/** The language of the screens: one choice for the whole page, remembered, switched while everything stays open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Text } from '../schemas/index.ts'

export type Language = 'nl' | 'en'

const remembered = 'zorgpad-language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(remembered) === 'en' ? 'en' : 'nl'
document.documentElement.lang = current

export function language(): Language {
  return current
}

/** Every element with a `LanguageController` draws itself again; Web Awesome follows the `lang` of the page. */
export function setLanguage(wished: Language): void {
  current = wished
  localStorage.setItem(remembered, wished)
  document.documentElement.lang = wished
  for (const listener of listeners) listener()
}

/** A text of the pathway in the language of the screen; the other language when it is missing, and else `fallback`. */
export function inLanguage(words: Text | undefined, fallback = ''): string {
  if (words === undefined) return fallback
  return words[current] ?? words.nl ?? words.en ?? fallback
}

/** `new LanguageController(this)` in an element that shows text. */
export class LanguageController implements ReactiveController {
  readonly #changed: () => void

  constructor(host: ReactiveControllerHost) {
    this.#changed = () => host.requestUpdate()
    host.addController(this)
  }

  hostConnected(): void {
    listeners.add(this.#changed)
  }

  hostDisconnected(): void {
    listeners.delete(this.#changed)
  }
}
