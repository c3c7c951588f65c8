/** Route holes, held against a look at every quarter of an hour. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileCalendar, type CompiledCalendar } from '../../../runtime/interpreter/time/calendar.ts'
import { examine } from '../../../runtime/interpreter/examine.ts'
import { momentText } from '../../../runtime/interpreter/rules/reasoning/moment.ts'
import { MINUTE, instantFromText } from '../../../runtime/interpreter/time/zone.ts'
import type { Calendar } from '../../../schemas/index.ts'
import { runs } from '../../property.ts'
import { merged } from './cases.ts'

const zone = 'Europe/Amsterdam'
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((at) => `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`)
const calendar: fc.Arbitrary<Calendar> = fc
  .record({ days: fc.subarray([...days], { minLength: 4 }), from: quarter, to: quarter, holidays: fc.boolean() })
  .filter(({ from, to }) => from !== to)
  .map(({ holidays, ...rest }) => ({ ...rest, ...(holidays ? { holidays: { NL: {} } } : {}) }))

/** The first quarter of an hour of the two years in which neither is there. */
function byLooking(one: Calendar, other: Calendar): number | null {
  const [left, right] = [compileCalendar(one, zone), compileCalendar(other, zone)]
  const end = instantFromText(zone, '2028-01-01T00:00')!
  for (let at = instantFromText(zone, '2026-01-01T00:00')!; at < end; at += 15 * MINUTE)
    if (!left.isOpen(at) && !right.isOpen(at)) return at
  return null
}

/** The parties and calendars of a nurse and a GP with these hours. */
const hours = (nurse: Calendar, gp: Calendar): string => `parties:
  nurse: { title: { nl: Verpleegkundige }, kind: centre, hours: one }
  gp: { title: { nl: Huisarts }, kind: practice, hours: other }
calendars:
  one: ${JSON.stringify(nurse)}
  other: ${JSON.stringify(gp)}
`

it('finds a hole where a look at every quarter of an hour finds one', { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(calendar, fc.option(calendar), (nurse, other) => {
      const gp = other ?? { days: [...days], from: nurse.to, to: nurse.from }
      const text = merged(`${hours(nurse, gp)}routes:
  urgent:
    - { to: nurse, by: worklist, within: 15 minutes }
    - { to: gp, by: phone, within: 30 minutes, repeat: true }
`)
      const hole = byLooking(nurse, gp)
      const holes = examine(text).problems.filter(({ code }) => code === 'route-hole')
      const moment = hole === null ? [] : [momentText(zone, hole).nl]
      expect(holes.map(({ message }) => /Het eerste: (.*?)\. Voeg/.exec(message.nl)?.[1])).toEqual(moment)
    }),
    { numRuns: runs(40) },
  )
})

/** Who a step reaches at a moment: its own party, or outside its calendar the one who stands in. */
type Step = { during: boolean; otherwise: boolean }

it('finds the hole of steps that hold only during a calendar', { timeout: 900_000 }, () => {
  const steps = fc.array(fc.record({ during: fc.boolean(), otherwise: fc.boolean() }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(calendar, calendar, calendar, steps, (nurse, gp, office, route) => {
      const text = merged(`${hours(nurse, gp)}  office: ${JSON.stringify(office)}
routes:
  urgent:
${route.map(stepText).join('')}`)
      const hole = firstUnreached(
        [nurse, gp, office].map((each) => compileCalendar(each, zone)),
        route,
      )
      const found = examine(text).problems.find(({ code }) => code === 'route-hole')
      expect(found && /Het eerste: (.*?)\. Voeg/.exec(found.message.nl)?.[1]).toBe(
        hole === null ? undefined : momentText(zone, hole).nl,
      )
    }),
    { numRuns: runs(20) },
  )
})

const stepText = ({ during, otherwise }: Step): string => {
  const other = otherwise ? ', otherwise: { to: gp, by: phone, within: 30 minutes }' : ''
  return `    - { to: nurse, by: worklist, within: 15 minutes${during ? `, during: office${other}` : ''}, repeat: true }\n`
}

function firstUnreached([nurse, gp, office]: CompiledCalendar[], route: Step[]): number | null {
  const reaches = ({ during, otherwise }: Step, at: number): boolean =>
    !during || office!.isOpen(at) ? nurse!.isOpen(at) : otherwise && gp!.isOpen(at)
  const end = instantFromText(zone, '2028-01-01T00:00')!
  for (let at = instantFromText(zone, '2026-01-01T00:00')!; at < end; at += 15 * MINUTE)
    if (!route.some((step) => reaches(step, at))) return at
  return null
}
