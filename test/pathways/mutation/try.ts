/** `node test/pathways/mutation/try.ts pathways/hypertension.yaml [NUMBER [SEED]]`: what nobody would notice in a pathway; without a number every mutant is tried. */
import { shareCaught, survivors, tryFile } from './sample.ts'

const [file, count, seed = '1'] = process.argv.slice(2)
if (file === undefined) throw new Error('Name a pathway, such as pathways/hypertension.yaml')
const outcomes = tryFile(file, Number(seed), count === undefined ? undefined : Number(count))
for (const line of survivors(outcomes)) console.log(line)
const of = (verdict: string) => outcomes.filter((outcome) => outcome.verdict === verdict).length
console.log(
  `${outcomes.length} mutants: ${of('check')} by check, ${of('story')} by story, ${of('survived')} survived, ${of('equivalent')} equivalent; ${(100 * shareCaught(outcomes)).toFixed(1)}% caught`,
)
