/** The views of the editor that stand behind tabs. */
import type { Session } from '../session.ts'
import { text } from '../texts/text.ts'
import type { Tab } from './tabs.ts'

export type View = 'drawing' | 'form' | 'outline' | 'yaml' | 'problems' | 'simulator'

const views: View[] = ['drawing', 'form', 'outline', 'yaml', 'problems', 'simulator']

/** On a wide screen the drawing has its own place and needs no tab. */
export function viewTabs(session: Session, narrow: boolean): Tab[] {
  const shown = views.filter((view) => narrow || view !== 'drawing')
  return shown.map((id) => ({ id, title: text(`editor.${id}`), ...(id === 'problems' ? tally(session) : {}) }))
}

function tally({ problems }: Session): Pick<Tab, 'count' | 'tone'> {
  if (problems.length === 0) return {}
  const errors = problems.some(({ severity }) => severity === 'error')
  const warnings = problems.some(({ severity }) => severity === 'warning')
  return { count: problems.length, tone: errors ? 'red' : warnings ? 'amber' : 'quiet' }
}
