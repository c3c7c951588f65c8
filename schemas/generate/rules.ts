/** The rules as a table: what each finds, how grave that is, and where its page is. */
import type { Problem, Severity } from '../../runtime/interpreter/problem.ts'
import { rules } from '../../runtime/interpreter/rules/index.ts'
import { code, table } from './markdown.ts'

/** What the table needs: the page of a rule, and what the checks say of a wrong example on it. */
export type RulePages = { page: (rule: string) => string; problems: (wrong: string) => Problem[] }

const severities: Record<Severity, string> = { error: 'fout · error', warning: 'waarschuwing · warning', hint: 'hint' }

/** The rules as a table, each with a link to its page. */
export function ruleTable({ page, problems }: RulePages): string {
  const rows = rules.map((rule) => {
    const text = page(rule.code)
    const [nl, en] = meaning(text)
    const found = problems(wrongExample(text)).filter((problem) => problem.code === rule.code)
    const graveness = (Object.keys(severities) as Severity[]).filter((one) =>
      found.some(({ severity }) => severity === one),
    )
    return [
      `[${code(rule.code)}](../runtime/interpreter/rules/${rule.code}.md)`,
      graveness.map((one) => severities[one]).join(', '),
      nl,
      en,
    ]
  })
  return table(['rule', 'severity', 'Nederlands', 'English'], rows)
}

/** The line under the title of a page: `**Onbekende naam** · Unknown name`. */
function meaning(page: string): [nl: string, en: string] {
  const [, nl = '', en = ''] = /^\*\*(.+?)\*\* · (.+)$/m.exec(page) ?? []
  return [nl, en]
}

const wrongExample = (page: string): string => /## Fout · Wrong\n+```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
