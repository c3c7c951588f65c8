/** Searching by code or identifier: `system|code`, `|code` (without a system), `system|` (any of it) or just `code`. */
import type { Coding } from '@medplum/fhirtypes'
import type { Candidate, Test } from './search-parameter.ts'

type Token = Pick<Coding, 'system' | 'code'> | { system: string | undefined; code: string | undefined }

export function tokenTest(value: string, tokens: (candidate: Candidate) => Token[]): Test {
  const bar = value.indexOf('|')
  const system = bar < 0 ? null : value.slice(0, bar)
  const code = value.slice(bar + 1)
  const fits = (token: Token): boolean =>
    (code === '' || token.code === code) && (system === null || (token.system ?? '') === system)
  return (candidate) => tokens(candidate).some(fits)
}

/** The code of the Observation (also when it is a panel) or of one of its components. */
export function codeTest(value: string): Test {
  return tokenTest(value, ({ resource }) =>
    [resource.code, ...(resource.component ?? []).map((component) => component.code)].flatMap(
      (concept) => concept?.coding ?? [],
    ),
  )
}
