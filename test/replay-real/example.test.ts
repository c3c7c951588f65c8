/** The replay of the example gives what is printed in it, and its explanation counts what is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zorgpad } from './zorgpad.ts'

const folder = join(import.meta.dirname, '../../examples/replay')
const page = readFileSync(join(folder, 'README.md'), 'utf8')
const result = readFileSync(join(folder, 'result.txt'), 'utf8')
const lines = result.split('\n')

describe('examples/replay', () => {
  it('prints what result.txt holds; after a change of the pathway, write it anew with the command of the page', async () => {
    const [, command = ''] = /```sh\nnpx zorgpad (.*)\n```/.exec(page) ?? []
    expect(await zorgpad(...command.split(' '))).toBe(result)
  })

  it.each([
    [/oranje {2}Lage bloeddruk/, '*Lage bloeddruk*, amber | 7 times', 7],
    [/oranje {2}Gemiddelde bovendruk laag/, '*Gemiddelde bovendruk laag*, amber | once', 1],
    [/ groen {2}/, 'green | 11 times', 11],
    [/ rood {2}/, 'very high blood pressure (180/110 or more; above 200) | never', 0],
  ])('counts %s as its page does', (alert, said, times) => {
    expect(lines.filter((line) => alert.test(line))).toHaveLength(times)
    expect(page).toContain(said)
  })
})
