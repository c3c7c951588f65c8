import { expect, it } from 'vitest'
import fc from 'fast-check'
import { nearest } from '../../runtime/interpreter/nearest.ts'
import { runs } from '../property.ts'

const known = ['systolic', 'diastolic', 'complaints', 'next-day', 'urgent', 'gp', 'poh']

it.each([
  ['sistolic', 'systolic'],
  ['systolc', 'systolic'],
  ['systoilc', 'systolic'],
  ['Systolic', 'systolic'],
  ['nextDay', 'next-day'],
  ['next_day', 'next-day'],
  ['urgnt', 'urgent'],
  ['gpp', 'gp'],
  ['po', 'poh'],
  ['temperature', null],
  ['x', null],
  ['', null],
])('%s is %s', (name, meant) => {
  expect(nearest(name, known)).toBe(meant)
})

it('takes the nearest of several', () => {
  expect(nearest('measuring-wek', ['measuring-day', 'measuring-week'])).toBe('measuring-week')
})

it('a known name is its own nearest, whatever the list, and no text makes it stumble', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (list, name) => {
      const found = nearest(name, list)
      if (found !== null) expect(list).toContain(found)
      if (name.length > 0 && name.length < 80 && list.includes(name))
        expect(found?.toLowerCase().replaceAll(/[-_ ]/g, '')).toBe(name.toLowerCase().replaceAll(/[-_ ]/g, ''))
    }),
    { numRuns: runs(200) },
  )
})
