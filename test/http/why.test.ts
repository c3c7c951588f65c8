import { beforeAll, describe, expect, it } from 'vitest'
import { compile, parse } from '../../runtime/interpreter/index.ts'
import type { Enrolment, Reading } from '../../runtime/interpreter/enrolment.ts'
import type { RaisedFiring } from '../../runtime/alerts/index.ts'
import type { WorkItem } from '../../runtime/http/api.ts'
import { whyOf } from '../../runtime/http/views/why.ts'
import { ask, NINA, openDoor } from './door.ts'
import type { Door } from './door.ts'

const pathway = compile(
  parse(`pathway: small
version: 1.0.0
title: { nl: Klein, en: Small }
timezone: Europe/Amsterdam
parties: { poh: { title: { nl: Praktijkondersteuner, en: Practice nurse }, kind: practice } }
parameters: { target: { title: { nl: Streefwaarde, en: Target }, measurement: weight, default: 80, from: 60, to: 120, setBy: [ poh ] } }
measurements: { weight: { title: { nl: Gewicht, en: Weight }, unit: kg, precision: 0.1 } }
schedules: { daily: { title: { nl: Elke dag, en: Every day }, measure: [ weight ], every: 1 day, windows: [ "06:00-10:00" ] } }
thresholds:
  heavy: { title: { nl: Zwaar, en: Heavy }, level: amber, route: soon, when: { measurement: weight, above: { parameter: target } } }
  heavier: { title: { nl: Zwaarder, en: Heavier }, level: amber, route: soon, when: { any: [ { measurement: weight, above: { parameter: target, plus: 2.5 } }, { mean: weight, over: 7 days, above: 90 } ] }, remeasure: { within: 15 minutes } }
routes: { soon: [ { to: poh, by: worklist, within: 1 day, repeat: true } ] }
initial: here
states:
  here:
    title: { nl: Begin, en: Beginning }
    schedules: [ daily ]
    transitions:
      - { after: 14 days, alert: soon, to: there }
      - { completed: daily, alert: soon, to: there }
      - { threshold: heavy, alert: soon, to: there }
  there: { title: { nl: Einde, en: End } }
`).document!,
)
const weight = (value: number): Reading => ({ id: String(value), measurement: 'weight', value, at: 1000 })
const fired = (key: string, more: Partial<RaisedFiring> = {}): RaisedFiring => ({
  key,
  ...(key.startsWith('threshold:') ? { threshold: key.slice(10) } : {}),
  level: 'amber',
  route: 'soon',
  title: { nl: 'Titel', en: 'Title' },
  at: 1000,
  because: [],
  enrolment: 'p-e1',
  pathway: 'small',
  version: '1.0.0',
  ...more,
})
const limit = (at: number) =>
  ({ parameters: { target: { value: 90, by: { person: 'pim', role: 'poh' }, at } } }) as unknown as Enrolment
const why = (firing: RaisedFiring, enrolment?: Enrolment) => whyOf(pathway, enrolment, firing).why

describe('why an alert is there', () => {
  it('is what held, with how sure it is and how it was found', () => {
    expect(why(fired('threshold:heavier', { because: [weight(83), weight(84)] }))).toEqual({
      nl: 'Omdat Gewicht hoger dan 82,5 kg is of het gemiddelde van Gewicht over 7 dagen hoger dan 90 kg is, bevestigd door een tweede meting.',
      en: 'Because Weight is higher than 82.5 kg or the mean of Weight over 7 days is higher than 90 kg, confirmed by a second reading.',
    })
    expect(why(fired('threshold:heavier', { because: [weight(82.5)], unconfirmed: true, late: true })).nl).toBe(
      'Omdat het gemiddelde van Gewicht over 7 dagen hoger dan 90 kg is, niet bevestigd: er kwam geen tweede meting, laat gevonden.',
    )
  })

  it('has the limit that held for this patient then', () => {
    const firing = fired('threshold:heavy', { because: [weight(95)] })
    expect(why(firing).nl).toBe('Omdat Gewicht hoger dan de Streefwaarde (80 kg) is.')
    expect(why(firing, limit(999)).nl).toBe('Omdat Gewicht hoger dan de Streefwaarde (90 kg) is.')
    expect(why(firing, limit(1001)).nl).toBe('Omdat Gewicht hoger dan de Streefwaarde (80 kg) is.')
  })

  it.each([
    ['transition:here/0', 'De patiënt is al 14 dagen in “Begin”.', 'The patient has been in “Beginning” for 14 days.'],
    ['transition:here/1', '“Elke dag” is klaar.', '“Every day” is completed.'],
    [
      'transition:here/2',
      'Omdat Gewicht hoger dan de Streefwaarde (80 kg) is.',
      'Because Weight is higher than the Target (80 kg).',
    ],
    [
      'system:not-assessed',
      'De computer kon deze meting niet beoordelen. Kijk er zelf naar.',
      'The computer could not assess this measurement. Look at it yourself.',
    ],
  ])('is told without a condition too: %s', (key, nl, en) => {
    expect(why(fired(key))).toEqual({ nl, en })
  })
})

describe('on the worklist', () => {
  let door: Door
  beforeAll(async () => (door = await openDoor()))

  it('says what is the matter, without routes, messages or names of the file', async () => {
    const { body } = await ask<WorkItem[]>(door, NINA, 'GET /api/worklist?status=all')
    expect(body[0]!.why).toEqual({
      nl: 'Omdat Bovendruk hoger dan 180 mmHg is of Onderdruk hoger dan 110 mmHg is, en het antwoord op “Klachten nu” ja is.',
      en: 'Because Systolic pressure is higher than 180 mmHg or Diastolic pressure is higher than 110 mmHg, and the answer to “Complaints now” is yes.',
    })
    const low = body.find(({ path }) => path === '/thresholds/low-reading')!
    expect(low.why.nl).toBe('Omdat Bovendruk lager dan 100 mmHg is, bevestigd door een tweede meting.')
    for (const { why: said } of body) {
      expect(said.nl + said.en).not.toMatch(/via|bericht|message|urgent|same-day|next-day|routine|week-/)
      expect([said.nl, said.en].every((text) => /^[\p{Lu}“].*\.$/u.test(text))).toBe(true)
    }
  })
})
