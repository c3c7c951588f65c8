/** Stories: what they can tell, and how they fail. */
import { describe, expect, it } from 'vitest'
import { begin, failuresOf, played } from './small-pathway.ts'

describe('a story that is true', () => {
  it('a crisis, its second reading, the climb and the closing', () => {
    const failures = failuresOf(
      'expect: { state: measuring, entered: measuring, message: welcome, messages: [ welcome ], alerts: [] }',
      'at: +5 hours, send: { systolic: 188 }, expect: { asked: [ systolic ], alerts: [], told: [] }',
      'at: +301 minutes, send: { systolic: 186 }, expect: { asked: [], alerts: [ { threshold: crisis, level: amber, route: calm, at: nurse, by: worklist, status: open, under: [], unconfirmed: false } ], told: nurse }',
      'at: +602 minutes, expect: { told: [ gp ], alerts: [], open: [ { threshold: crisis, by: phone } ] }',
      'acknowledge: crisis, by: nurse, expect: { open: [ { status: acknowledged } ] }',
      'at: +1 day, expect: { told: [] }',
      'resolve: crisis, outcome: acted, expect: { open: [] }',
      'send: { systolic: 150 }',
      'at: +25 hours, send: { systolic: 189 }',
      'at: +1501 minutes, send: { systolic: 189 }, expect: { alerts: [], silent: [ crisis ] }',
    )
    expect(failures).toEqual([])
  })

  it('nobody measures again, so it comes unconfirmed; and red at night goes to the out-of-hours service', () => {
    const failures = failuresOf(
      'at: day 1 20:00, send: { systolic: 188 }',
      'at: day 1 20:15, expect: { alerts: [] }',
      'at: day 1 20:16, expect: { alerts: [ { threshold: crisis, unconfirmed: true } ] }',
      'at: day 1 20:17, send: { complaints: true, systolic: 190 }, expect: { alerts: [ { threshold: urgent, level: red } ], told: nurse }',
      'at: day 1 20:32, expect: { told: hap }',
      'at: day 1 21:02, expect: { told: hap }',
    )
    expect(failures).toEqual([])
  })

  it('reminders, missed windows, a full schedule over the clock change, and what follows', () => {
    const failures = failuresOf(
      'at: day 1 13:00, expect: { reminded: 1, missed: [ two-days ] }',
      'days: 1-2, each: reading, schedule: two-days, send: { systolic: 140 }, expect: { missed: 0, reminded: [], asked: [] }',
      'at: 2026-03-29T00:00, expect: { state: review, entered: [ review ], alerts: [ { transition: measuring/0, at: nurse } ] }',
      'at: +30 days, expect: { alerts: [ { transition: review/1, level: green } ] }',
      'decide: keep, by: nurse, expect: { refused: role-may-not, state: review }',
      'decide: keep, by: gp, expect: { state: stable, proposed: [] }',
      'at: +38 days, expect: { proposed: done }',
      'answer: { accept: false }, by: gp, expect: { proposed: [], state: stable }',
      'decide: withdraw, by: patient, expect: { exit: withdrawn }',
    )
    expect(failures).toEqual([])
  })

  it('a personal limit, set by who may', () => {
    const failures = failuresOf(
      'set: { parameter: target, to: 145, by: gp }',
      'set: { parameter: target, to: 145, by: nurse }, expect: { refused: role-may-not }',
      'set: { parameter: target, to: 151, by: gp }, expect: { refused: out-of-bounds }',
      'days: 1-2, each: reading, send: { systolic: 140 }',
      'at: day 3 00:00, expect: { state: stable, alerts: [] }',
    )
    expect(failures).toEqual([])
  })

  it('readings that were taken earlier than they were sent', () => {
    const failures = failuresOf(
      'at: day 1 09:00, send: { systolic: 140 }',
      'at: day 1 10:00, send: { complaints: true }, taken: day 1 09:10, expect: { alerts: [] }',
      'at: day 1 10:30, send: { systolic: 190 }, taken: day 1 09:05, expect: { alerts: [ { threshold: urgent, late: true } ] }',
    )
    expect(failures).toEqual([])
  })
})

describe('how a story fails', () => {
  it.each([
    ['expect: { state: review }', '/0/steps/0/expect/state: review / measuring'],
    ['expect: { exit: done }', '/0/steps/0/expect/exit: done / []'],
    ['expect: { messages: [] }', '/0/steps/0/expect/messages: [] / [ welcome ]'],
    ['at: day 1 20:00, send: { systolic: 400 }, expect: { asked: [] }', '/0/steps/0/expect/asked: [] / [ systolic ]'],
    ['at: day 1 12:00, expect: { missed: 0, reminded: 0 }', '/0/steps/0/expect/reminded: 0 / 1'],
    [
      'send: { temperature: 39 }, expect: { alerts: [] }',
      '/0/steps/0/expect/alerts: [] / [ { threshold: fever, level: amber } ]',
    ],
    [
      'send: { temperature: 39 }, expect: { alerts: [ { threshold: fever, at: gp } ] }',
      '/0/steps/0/expect/alerts: [ { threshold: fever, at: gp } ] / [ { threshold: fever, level: amber, at: nurse } ]',
    ],
    ['send: { temperature: 39 }, expect: { told: [ gp ] }', '/0/steps/0/expect/told: [ gp ] / [ nurse ]'],
    ['decide: keep, by: gp', '/0/steps/0: [] / unknown-decision'],
    ['expect: { refused: unknown-decision }', '/0/steps/0/expect/refused: unknown-decision / []'],
    ['acknowledge: fever', '/0/steps/0/acknowledge: Er is geen open melding van `fever`. Open: [].'],
    ['answer: { accept: true }, by: gp', '/0/steps/0/answer: Er staat geen voorstel open.'],
    [
      'days: 5-6, each: reading, send: { systolic: 140 }',
      '/0/steps/0/days: Op deze dagen wordt geen van deze metingen gevraagd.',
    ],
    [
      'days: 1-2, each: reading, send: { temperature: 37 }',
      '/0/steps/0/days: Op deze dagen wordt geen van deze metingen gevraagd.',
    ],
  ])('%s', (step, failure) => {
    expect(failuresOf(step)).toContain(failure)
  })

  it('a second alert is one too many, and one too few as well', () => {
    const two = 'at: +2 hours, send: { temperature: 36 }'
    expect(
      failuresOf('send: { temperature: 39 }', two, 'at: +3 hours, send: { temperature: 39 }, expect: { alerts: [] }'),
    ).toEqual([])
    expect(
      failuresOf('send: { temperature: 39 }, expect: { alerts: [ { level: amber }, { level: amber } ] }'),
    ).toHaveLength(1)
  })

  it('a step cannot lie before the one before it', () => {
    expect(failuresOf('at: +2 hours', 'at: +1 hour')).toEqual([
      '/0/steps/1/at: Deze stap ligt voor de vorige: het is al 2026-03-27T07:00.',
    ])
  })

  it('says line, column and local time of the expectation', () => {
    const { results } = played(`${begin}    - at: +2 hours\n      expect: { state: review }\n`)
    expect(results[0]).toMatchObject({
      passed: false,
      failures: [{ line: 6, column: 24, at: '2026-03-27T07:00:00+01:00' }],
    })
  })

  it.each([
    ['send: { systolic: 185 }', 'crisis', 'er wordt eerst om een tweede meting gevraagd'],
    ['send: { systolic: 185 }', 'urgent', 'onbekend, de meting was er niet bij'],
    ['send: { systolic: 120 }', 'crisis', 'niet waar'],
    ['send: { systolic: 120 }', 'fever', 'is niet bekeken'],
  ])('an alert that did not come says why: %s, %s', (sent, threshold, why) => {
    const { results } = played(`${begin}    - { ${sent}, expect: { alerts: [ { threshold: ${threshold} } ] } }\n`)
    expect(results[0]!.failures[0]!.why![0]!.nl).toContain(why)
  })

  it('a registration that answers otherwise', () => {
    const story = (facts: string, more = '') => `- { story: x, start: 2026-03-27T05:00, facts: ${facts}${more} }`
    const passed = (text: string) => played(text).results[0]!.failures.map(({ path, found }) => `${path} ${found}`)
    expect(passed(story('{ age: 17 }'))).toEqual(['/0/facts excluded'])
    expect(passed(story('{}'))).toEqual(['/0/facts needs-information'])
    expect(passed(story('{ age: 17 }', ', registration: excluded'))).toEqual([])
    expect(passed(story('{ age: 18 }', ', registration: excluded'))).toEqual(['/0/registration included'])
  })

  it('and says why', () => {
    const why = (facts: string) =>
      played(`- { story: x, start: 2026-03-27T05:00, facts: ${facts} }`).results[0]!.failures[0]!.why
    expect(why('{}')).toEqual([{ nl: 'Het gegeven `age` is niet bekend.', en: 'The fact `age` is not known.' }])
    expect(why('{ age: 17 }')).toMatchObject([{ nl: 'Het gegeven `age` besliste.' }])
  })

  it('the stories after a failing one are played all the same', () => {
    const failing = `${begin}    - { expect: { state: review } }\n`
    const right = `${begin}    - { expect: { state: measuring } }\n`
    expect(played(failing + right).results.map(({ passed }) => passed)).toEqual([false, true])
  })
})

describe('measuring as planned', () => {
  const crisis = (each: string, unconfirmed: boolean) =>
    failuresOf(
      `days: 1, each: ${each}, send: { systolic: 185 }`,
      `at: day 1 23:00, expect: { open: [ { threshold: crisis, unconfirmed: ${unconfirmed} } ] }`,
    )

  it('at each reading: the second, two minutes later, confirms the first', () => {
    expect(crisis('reading', false)).toEqual([])
  })

  it('at each window: once, so nothing confirms it', () => {
    expect(crisis('window', true)).toEqual([])
  })

  it('goes on into a schedule that begins in the meantime, and ends with the last reading', () => {
    // Without a blood pressure the two days lead to `stable`, where the weekly schedule begins.
    const failures = failuresOf(
      'days: 1-6, each: reading, send: { temperature: 37 }, expect: { state: stable }',
      'at: day 3 08:59',
    )
    expect(failures).toEqual(['/0/steps/1/at: Deze stap ligt voor de vorige: het is al 2026-03-29T09:00.'])
  })

  it('keeps to the schedule that is named', () => {
    expect(failuresOf('days: 1-2, each: reading, schedule: weekly, send: { systolic: 120 }')).toHaveLength(1)
  })
})

describe('what is compared', () => {
  it('names in any order; schedules once, however often', () => {
    expect(failuresOf('send: { systolic: 400, complaints: 3 }, expect: { asked: [ complaints, systolic ] }')).toEqual(
      [],
    )
    expect(failuresOf('at: day 1 23:00, expect: { reminded: [ two-days ], missed: [ two-days ] }')).toEqual([])
    expect(failuresOf('at: day 1 23:00, expect: { reminded: 2 }')).toEqual([])
  })

  it('a new alert as it stands now, wherever it climbed since', () => {
    const failures = failuresOf(
      'days: 1-2, each: reading, send: { systolic: 150 }',
      'at: day 3 07:00, expect: { alerts: [ { transition: measuring/0, at: gp, by: phone } ], told: [ nurse, gp ] }',
    )
    expect(failures).toEqual([])
  })
})
