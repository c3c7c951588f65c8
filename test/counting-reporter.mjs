/** Writes how many element tests passed and failed to a file, for the sum at the end of `npm test`. */
import { writeFileSync } from 'node:fs'

export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      if (file) writeFileSync(file, JSON.stringify(count(sessions)))
    },
  }
}

function count(sessions) {
  const tests = sessions.flatMap((session) => testsIn(session.testResults))
  const broken = sessions.filter(
    (session) => !session.passed && testsIn(session.testResults).every(({ passed }) => passed),
  )
  return {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length + broken.length,
  }
}

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : []
}
