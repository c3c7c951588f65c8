/** Stories as JUnit XML, which every build server reads. */
import { failedLines, type Played } from './story-report.ts'
import type { Language } from './say.ts'

/** The stories as a JUnit report: a suite a file. */
export function junit(played: Played[], language: Language): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...played.map((one) => suite(one, language)),
    '</testsuites>',
  ].join('\n')
}

function suite({ file, pathway, stories }: Played, language: Language): string {
  const failed = stories.filter(({ passed }) => !passed).length
  const cases = stories.map(({ story, failures, diffs }) => {
    const name = `    <testcase classname="${escape(pathway)}" name="${escape(story)}"`
    if (failures.length === 0) return `${name}/>`
    const message = escape(failures[0]!.message[language])
    const text = escape(failedLines(file, { failures, diffs }, language).join('\n'))
    return `${name}>\n      <failure message="${message}">${text}</failure>\n    </testcase>`
  })
  return [
    `  <testsuite name="${escape(file)}" tests="${stories.length}" failures="${failed}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML knows no control characters, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escape = (text: string): string =>
  text.replaceAll(CONTROL, '\ufffd').replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!)
