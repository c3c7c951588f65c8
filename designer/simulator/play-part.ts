/** What every part of the simulator is given: the play as it is now. */
import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { LanguageController } from '../language.ts'
import { shared } from '../style/shared.ts'
import type { Play } from './play.ts'
import { playStyles } from './styles.ts'

/** Shows `play`; what somebody does goes out as `move-made`. */
export abstract class PlayPart extends LitElement {
  static override styles = [shared, playStyles]

  @property({ attribute: false }) play!: Play

  constructor() {
    super()
    new LanguageController(this)
  }
}
