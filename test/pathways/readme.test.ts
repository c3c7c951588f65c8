/** The page of the library says what is in it: made again from the pathways and their stories, it is the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { libraryPage, pathwaySection, type Shelved } from '../../.run/library-page.ts'
import { shelvedIn } from '../../.run/shelve.ts'
import { pathwayFiles } from './library.ts'

const folder = join(import.meta.dirname, '../../pathways')

describe('pathways/README.md', { timeout: 300_000 }, () => {
  let shelved: Shelved[]
  beforeAll(async () => {
    shelved = await shelvedIn(folder)
  }, 300_000)

  it('has every pathway', () => {
    expect(shelved.map(({ file }) => file).toSorted()).toEqual(pathwayFiles.toSorted())
  })

  it('is what `npm run generate` makes', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(libraryPage(shelved))
  })

  it('changes with what a pathway says and with what its stories reach', () => {
    const one = shelved.find(({ file }) => file === 'hypertension.yaml')!
    const without = structuredClone(one)
    delete without.definition.parties['hap']
    without.coverage.routes.hit -= 1
    expect(pathwaySection(one)).toContain('Huisartsenpost')
    expect(pathwaySection(without)).not.toContain('Huisartsenpost')
    expect(libraryPage([without])).toContain('| 99% |')
  })
})
