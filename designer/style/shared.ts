/** What every element starts from: `static styles = [shared, css\`…\`]`. The page itself uses the same file. */
import { unsafeCSS } from 'lit'
import base from './base.css?inline'

export const shared = unsafeCSS(base)
