/** What every element that shows a part of the pathway is given: the part, where it stands, and the problems found in it. */
import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { Problem } from '../../runtime/interpreter/problem.ts'
import type { PathwayDefinition } from '../../schemas/index.ts'
import { language, LanguageController } from '../language.ts'
import { formStyles } from './styles.ts'

/** `value` is the part at `path` of `definition`; `problems` are those of the whole pathway. */
export abstract class PartElement<T> extends LitElement {
  static override styles = formStyles

  @property({ attribute: false }) value!: T
  @property({ attribute: false }) definition!: PathwayDefinition
  @property() path = ''
  @property({ attribute: false }) problems: readonly Problem[] = []

  constructor() {
    super()
    new LanguageController(this)
  }

  /** The problems at the places that are asked for, in the language of the screen. */
  protected problemsWhere(asked: (path: string) => boolean): string[] {
    return this.problems.filter(({ path }) => asked(path)).map(({ message }) => message[language()])
  }

  /** Problems of the part as a whole; those of a property stand at its field. */
  protected ownProblems(): string[] {
    return this.problemsWhere((path) => path === this.path)
  }
}
