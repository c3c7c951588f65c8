/** `node test/bench/check.ts`: what `check` costs beside `parse`, for the largest pathway of the library, and per rule. */
import { check } from '../../runtime/interpreter/check.ts'
import { parse } from '../../runtime/interpreter/parse.ts'
import { rules } from '../../runtime/interpreter/rules/index.ts'
import { examined } from '../../runtime/interpreter/rules/rule.ts'
import { pathwayFiles, pathwayText, sharedParts } from '../pathways/library.ts'

/** Milliseconds, medians; `ratio` is check / parse. */
export type Cost = { file: string; parse: number; check: number; ratio: number }

/** The pathway with the longest text. */
export const largestPathway = (): string =>
  pathwayFiles.toSorted((one, other) => pathwayText(other).length - pathwayText(one).length)[0]!

const median = (values: number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Reads and checks in turn, so that whatever else the machine does strikes both; the first rounds only warm up. */
export function costOf(file: string, rounds: number): Cost {
  const text = pathwayText(file)
  const [reading, checking]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds + Math.ceil(rounds / 4); round++) {
    reading.push(timed(() => parse(text, sharedParts)))
    const { document } = parse(text, sharedParts)
    checking.push(timed(() => check(document!)))
  }
  const [read, checked] = [median(reading.slice(-rounds)), median(checking.slice(-rounds))]
  return { file, parse: read, check: checked, ratio: checked / read }
}

/** What each rule costs by itself, the costliest first; what it shares with others is counted for each. */
export function costPerRule(file: string, rounds: number): [code: string, milliseconds: number][] {
  const document = parse(pathwayText(file), sharedParts).document!
  const costs = rules.map((rule): [string, number] => {
    const times = Array.from({ length: rounds }, () => {
      const pathway = examined(document)
      return timed(() => rule.check(pathway))
    })
    return [rule.code, median(times)]
  })
  return costs.toSorted(([, one], [, other]) => other - one)
}

if (import.meta.main) {
  const { file, parse: read, check: checked, ratio } = costOf(largestPathway(), 100)
  console.log(`${file}, medians of 100 rounds in turn`)
  console.log(`  parse                 ${read.toFixed(2)} ms`)
  console.log(`  check                 ${checked.toFixed(2)} ms`)
  console.log(`  ratio check / parse   ${ratio.toFixed(2)} (bound: 10)`)
  for (const [code, milliseconds] of costPerRule(file, 50))
    console.log(`    ${code.padEnd(28)}${milliseconds.toFixed(2)} ms`)
}
