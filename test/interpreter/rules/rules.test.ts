import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine } from '../../../runtime/interpreter/examine.ts'
import type { Problem } from '../../../runtime/interpreter/problem.ts'
import { rules } from '../../../runtime/interpreter/rules/index.ts'
import { apply } from '../edit.ts'
import { elsewhere, expectations, merged, readCase, readPage } from './cases.ts'

const folder = import.meta.dirname
const casesOf = (rule: string, kind: 'valid' | 'invalid'): string[] =>
  existsSync(join(folder, rule)) ? readdirSync(join(folder, rule)).filter((file) => file.startsWith(kind)) : []

const found = (problems: Problem[], code: string): string[] =>
  problems.filter((problem) => problem.code === code).map(({ path, severity }) => `${path} ${severity}`)

it('the base of the cases has no problem', () => {
  expect(examine(merged('')).problems).toEqual([])
})

it('every rule has a file in the list, and every file is in the list', () => {
  const pages = readdirSync(join(folder, '../../../runtime/interpreter/rules')).filter((file) => file.endsWith('.md'))
  expect(rules.map(({ code }) => `${code}.md`).toSorted()).toEqual(pages.toSorted())
})

describe.each(rules.map(({ code }) => code))('%s', (code) => {
  it('has valid and invalid cases', () => {
    expect(casesOf(code, 'valid')).not.toEqual([])
    expect(casesOf(code, 'invalid')).not.toEqual([])
  })

  it.each(casesOf(code, 'invalid'))('%s', (file) => {
    const fragment = readCase(code, file)
    const { finds, says } = expectations(fragment)
    const { problems } = examine(merged(fragment))
    expect(found(problems, code).toSorted()).toEqual(finds.toSorted())
    expect(elsewhere(problems, code)).toEqual([])
    for (const words of says) expect(problems.map(({ example }) => example?.nl).join()).toContain(words)
  })

  it.each(casesOf(code, 'valid'))('%s', (file) => {
    const fragment = readCase(code, file)
    const { problems } = examine(merged(fragment))
    expect(found(problems, code)).toEqual(expectations(fragment).finds)
    const others = elsewhere(problems, code).map((problem) => `${problem.path} ${problem.code}`)
    expect(others).toEqual(expectations(fragment).also)
  })

  it('every finding has an example patient, and nothing is left unfilled', () => {
    for (const file of casesOf(code, 'invalid')) {
      for (const { message, example } of examine(merged(readCase(code, file))).problems) {
        const texts = [message.nl, message.en, example?.nl, example?.en]
        for (const text of texts) expect(text).toMatch(/^[^{}]+$/)
        for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  it('a fix removes its problem and makes no other', () => {
    for (const file of casesOf(code, 'invalid')) {
      const text = merged(readCase(code, file))
      const { problems } = examine(text)
      for (const problem of problems.filter(({ fix }) => fix)) {
        const mended = examine(apply(text, problem.fix!)).problems
        expect(
          mended.some(
            (other) => other.code === problem.code && other.path === problem.path && other.severity === 'error',
          ),
        ).toBe(false)
        expect(mended.length).toBeLessThanOrEqual(problems.length)
      }
    }
  })

  it('its page shows what is wrong and what is right', () => {
    const page = readPage(code)
    const [wrong, right] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example]) => example!)
    expect(page.startsWith(`# ${code}\n`)).toBe(true)
    for (const heading of ['Fout · Wrong', 'Goed · Right', 'Waarom · Why', 'Voor de patiënt · For the patient'])
      expect(page).toContain(`## ${heading}\n`)
    expect(found(examine(merged(wrong!)).problems, code).length).toBeGreaterThan(0)
    const { problems } = examine(merged(right!))
    expect([...found(problems, code), ...elsewhere(problems, code)]).toEqual([])
  })
})
