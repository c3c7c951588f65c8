/** The rules, in the order in which a newcomer would read them. Each has a page and cases of the same name. */
import type { Rule } from './rule.ts'
import { unknownName } from './unknown-name.ts'

export const rules: readonly Rule[] = [unknownName]
