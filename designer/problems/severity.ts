/** How a problem's severity looks: a shape beside the colour, so that nobody needs the colour. */
import type { Severity } from '../../runtime/interpreter/problem.ts'
import type { IconName } from '../style/icons.ts'

export const severityIcon: Record<Severity, IconName> = { error: 'error', warning: 'warning', hint: 'info' }

/** Of several, the one to show. */
export function worstOf(problems: readonly { severity: Severity }[]): Severity | null {
  const severities: Severity[] = ['error', 'warning', 'hint']
  return severities.find((severity) => problems.some((problem) => problem.severity === severity)) ?? null
}
