/** Starts the designer: the design, the icons, and the elements that register themselves. */
import './style/icons.ts'
import './shell/app.ts'
import './forms/index.ts'
import './simulator/index.ts'
import './monitoring/index.ts'
import '@awesome.me/webawesome/dist/translations/nl.js'
import { applyTheme } from './style/theme.ts'

applyTheme()
