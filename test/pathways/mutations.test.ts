/** The stories of each pathway, and the checks, notice when somebody changes the pathway by mistake. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathwayFiles } from './library.ts'
import { operators } from './mutation/operators.ts'
import { type Outcome, shareCaught, survivors, tryFile } from './mutation/sample.ts'

const full = process.env['REPEATS'] === 'full'

/** The same every time, unless another is asked for: a sample this small would otherwise fail by chance. */
const seed = Number(process.env['SEED'] ?? 1)

/** A thousand over the library, or a few of each pathway. */
const count = full ? Math.ceil(1000 / pathwayFiles.length) : 3

/** What a thousand must reach, and what a few may fall to by chance. */
const enough = full ? 0.9 : 0.8

const folder = join(import.meta.dirname, '../../pathways')

describe(`pathways that were changed by mistake (seed ${seed})`, () => {
  const outcomes: Outcome[] = []

  it.each(pathwayFiles)('are tried: %s', { timeout: 600_000 }, (file) => {
    const tried = tryFile(join(folder, file), seed, count)
    expect(tried).toHaveLength(count)
    outcomes.push(...tried)
  })

  it('are noticed by a check or a story that was written by hand, and the others are listed by operator', () => {
    const share = shareCaught(outcomes)
    if (full || share < enough) console.log([`${(100 * share).toFixed(1)}% noticed`, ...survivors(outcomes)].join('\n'))
    expect(share).toBeGreaterThanOrEqual(enough)
  })

  it('can be changed in every way of the list', () => {
    expect(operators.map(({ name }) => name)).toEqual([
      'comparator',
      'limit',
      'transition',
      'threshold',
      'route step',
      'schedule',
      'guard',
      'level',
    ])
  })
})
