import { describe, expect, it } from 'vitest'
import { act, publishText } from '../../runtime/engine/index.ts'
import { at, enrol, GP, MINUTE, openStage, send } from './stage.ts'

const calm = { systolic: 128, diastolic: 78, complaints: false }

describe('a submission', () => {
  it('is kept with who sent it, when, and the limits in force', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, calm)
    const readings = await stage.store.readings(patient)
    expect(readings.map(({ measurement, value }) => [measurement, value])).toEqual(Object.entries(calm))
    expect(readings[0]).toMatchObject({
      received: at('2026-03-02T11:00'),
      by: 'test',
      limits: { target: 135, targetDiastolic: 85 },
    })
  })

  it('sent twice changes nothing and gets the same answer', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const first = await send(stage, patient, calm, { identifier: 'same' })
    const before = await stage.store.patient(patient)
    stage.clock.set(at('2026-03-02T11:05'))
    const second = await send(stage, patient, calm, { identifier: 'same' })
    expect(second).toEqual({ answer: first.answer, repeated: true })
    expect(await stage.store.patient(patient)).toEqual(before)
    expect(await stage.store.readings(patient)).toHaveLength(3)
  })

  it('with a used identifier and another content is refused, and nothing is written', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, calm, { identifier: 'same' })
    await expect(send(stage, patient, { ...calm, systolic: 190 }, { identifier: 'same' })).rejects.toMatchObject({
      code: 'identifier-reused',
    })
    expect(await stage.store.readings(patient)).toHaveLength(3)
  })

  it('concurrent with others is kept in order, each one', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const sent = Array.from({ length: 30 }, (_, index) => ({ systolic: 100 + index, diastolic: 70 }))
    await Promise.all(sent.map((values) => send(stage, patient, values)))
    const kept = await stage.store.readings(patient, { measurement: 'systolic' })
    expect(kept.map(({ value }) => value)).toEqual(sent.map(({ systolic }) => systolic))
    const [enrolment] = (await stage.store.patient(patient))!.enrolments
    expect(enrolment!.readings['systolic']!.map(({ value }) => value)).toEqual(sent.map(({ systolic }) => systolic))
  })

  it('for a patient nobody knows is refused', async () => {
    await expect(send(await openStage(), 'nobody', calm)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a cuff reading, and the complaint two minutes later', () => {
  it('make the red alert together', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    await send(stage, patient, { systolic: 186, diastolic: 104 })
    expect((await stage.store.patient(patient))!.alerts.open).toEqual([])
    stage.clock.set(at('2026-03-02T11:02'))
    const { answer } = await send(stage, patient, { complaints: true })
    const [alert] = (await stage.store.patient(patient))!.alerts.open
    expect(alert).toMatchObject({
      level: 'red',
      head: { threshold: 'crisis-with-complaints' },
      step: { party: 'centre-nurse' },
    })
    expect(alert!.head.because.map(({ measurement }) => measurement)).toEqual(
      expect.arrayContaining(['systolic', 'complaints']),
    )
    expect(answer.meaning).toContain('ernstigs')
    expect(answer.call).toContain('112')
  })
})

describe('the answer', () => {
  const answerFor = async (values: Record<string, number | boolean>, language: 'nl' | 'en' = 'nl') => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const record = (await stage.store.patient(patient))!
    await stage.store.commit({ patient: { ...record, language } })
    return (await send(stage, patient, values)).answer
  }

  it('to a calm reading: received, nothing to do, when to measure again, whom to call', async () => {
    const answer = await answerFor(calm)
    expect(answer.again).toBeUndefined()
    expect(answer).toMatchObject({
      received: 'Ontvangen: Bovendruk 128 mmHg, Onderdruk 78 mmHg en uw antwoord nee.',
      meaning: 'Hierin staat niets waarvoor iemand nu in actie komt.',
      next: 'Meet weer vandaag tussen 18:00 en 22:00.',
      call: 'Wordt het erger of vertrouwt u het niet? Bel De Papieren Beuk: 085 000 00 01. Bij spoed: 112.',
    })
  })

  it('to a first very high reading: measure again, before when', async () => {
    const answer = await answerFor({ systolic: 186, diastolic: 104, complaints: false })
    expect(answer.meaning).toContain('Eén meting zegt nog niet genoeg')
    expect(answer.next).toContain('Meet nog een keer Bovendruk en Onderdruk, uiterlijk om 11:15')
    expect(answer.again).toEqual({ measurements: expect.arrayContaining(['systolic']), until: at('2026-03-02T11:15') })
  })

  it('to what is urgent: who is coming first, and one advice only', async () => {
    const answer = await answerFor({ systolic: 188, diastolic: 104, complaints: true })
    expect(answer.meaning.match(/Bel nu 112/g)).toHaveLength(1)
    expect(answer.next.indexOf('kijkt ernaar')).toBeLessThan(answer.next.indexOf('Meet nog een keer'))
    expect(answer.next).toContain('uiterlijk vandaag om 11:15')
    expect(answer.call).toContain('Wacht niet op ons')
  })

  it('says of what fires together only what belongs to the worst, and sends no more than that', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const { answer } = await send(stage, patient, { systolic: 188, diastolic: 104, complaints: true })
    expect(answer.meaning).toContain('Uw bloeddruk is heel hoog en u hebt klachten.')
    expect(answer.meaning).not.toContain('U hebt klachten gemeld.')
    const sent = (await stage.store.outgoing(patient)).map(({ text }) => text).join('\n')
    expect(sent).toContain('Uw bloeddruk is heel hoog en u hebt klachten.')
    expect(sent).not.toContain('U hebt klachten gemeld.')
  })

  it('says so too where nobody watches, and where two are as bad both speak', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const record = (await stage.store.patient(patient))!
    await stage.store.commit({
      patient: { ...record, enrolments: record.enrolments.map((one) => ({ ...one, state: 'self-management' })) },
    })
    const worst = await send(stage, patient, { systolic: 188, diastolic: 104, complaints: true })
    expect(worst.answer.meaning).not.toContain('U hebt klachten gemeld.')

    const other = await openStage()
    const second = await enrol(other)
    const both = await send(other, second.patient, { complaints: true, dizzy: true })
    expect(both.answer.meaning).toContain('U hebt klachten gemeld.')
    expect(both.answer.meaning).toContain('Uw bloeddruk kan te laag zijn.')
  })

  it('names the next moment of what was sent, also when something else is asked before', async () => {
    const stage = await openStage()
    const { patient, enrolment } = await enrol(stage)
    const first = await send(stage, patient, { dizzy: false })
    expect(first.answer.next).toBe('Meet Bovendruk en Onderdruk vandaag tussen 18:00 en 22:00.')
    stage.clock.set(at('2026-03-03T10:30'))
    await act(stage.engine, enrolment, { type: 'decision', decision: 'stop-week', by: GP })
    const pressure = await send(stage, patient, calm)
    expect(pressure.answer.next).toBe('Meet weer maandag 30 maart tussen 06:00 en 10:00.')
    const question = await send(stage, patient, { dizzy: false })
    expect(question.answer.next).toBe('Er komt een vraag voor u: maandag 9 maart tussen 18:00 en 22:00.')
  })

  it('to a value that cannot be right: it is not used, and asked again', async () => {
    const answer = await answerFor({ systolic: 400, diastolic: 80 })
    expect(answer.meaning).toContain('Deze waarde kan niet kloppen: Bovendruk')
    expect(answer.readings[0]!.marks).toContain('implausible')
    expect(answer.again?.measurements).toEqual(['systolic', 'diastolic'])
  })

  it('comes in the language of the patient', async () => {
    const answer = await answerFor(calm, 'en')
    expect(answer.received).toBe('Received: Systolic pressure 128 mmHg, Diastolic pressure 78 mmHg and your answer no.')
    expect(answer.call).toContain('In an emergency: 112')
  })

  it('says that nobody watches once the pathway has ended', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const record = (await stage.store.patient(patient))!
    const [enrolment] = record.enrolments
    await stage.store.commit({
      patient: { ...record, enrolments: [{ ...enrolment!, state: 'withdrawn', exit: 'withdrawn' }] },
    })
    const { answer } = await send(stage, patient, { systolic: 190, diastolic: 100 })
    expect(answer.meaning).toContain('afgelopen')
    expect(answer.call).toBe('Op dit moment kijkt niemand mee. Bij spoed: bel 112. Anders: bel de huisartsenpost.')
    expect(await stage.store.readings(patient)).toHaveLength(2)
  })
})

describe('an evaluation that fails', () => {
  // Two states that send one another back at the same moment: the interpreter stops that with an error.
  const endless = `pathway: endless
version: 1.0.0
title: { nl: Zonder einde, en: Endless }
timezone: Europe/Amsterdam
parties:
  centre-nurse: { title: { nl: Verpleegkundige, en: Nurse }, kind: centre }
measurements:
  systolic: { loinc: 8480-6, unit: "mm[Hg]", precision: 1, title: { nl: Bovendruk, en: Systolic } }
routes:
  soon: [ { to: centre-nurse, by: worklist, within: 4 hours, repeat: true } ]
initial: here
states:
  here: { transitions: [ { if: { measurement: systolic, above: 100 }, to: there } ] }
  there: { transitions: [ { if: { measurement: systolic, above: 100 }, to: here } ] }
`

  it('keeps the reading, puts a task on the worklist, and tells the patient', async () => {
    const stage = await openStage()
    await expect(publishText(stage.engine, endless, { person: 'test', name: 'Test' })).rejects.toMatchObject({
      code: 'pathway-has-errors',
    })
    stage.engine.library.add({
      pathway: 'endless',
      version: '1.0.0',
      hash: '',
      text: endless,
      published: 0,
      by: { person: 'test', name: 'Test' },
    })
    const { patient } = await enrol(stage, 'p1', 'endless')
    const { answer } = await send(stage, patient, { systolic: 120 })
    const record = (await stage.store.patient(patient))!
    expect(await stage.store.readings(patient)).toHaveLength(1)
    expect(record.alerts.open).toMatchObject([
      { level: 'amber', title: { nl: 'Kon niet worden beoordeeld' }, step: { party: 'centre-nurse' } },
    ])
    expect(record.enrolments[0]!.state).toBe('here')
    expect(answer.meaning).toBe('Onze computer kon deze meting niet beoordelen. Daarom kijkt een zorgverlener ernaar.')
    expect(record.wake).toBe(stage.clock.now() + 240 * MINUTE)
  })

  it('to bring what fired into the alerts keeps the reading, and asks a human to look', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const { library } = stage.engine
    const brokenRoutes: typeof library.routes = (pathway, version) => {
      const known = library.routes(pathway, version)
      const route: typeof known.route = (name) => {
        if (name === 'urgent') throw new Error('broken')
        return known.route(name)
      }
      return { ...known, route }
    }
    const broken = { get: library.get.bind(library), routes: brokenRoutes } as unknown as typeof library
    const engine = { ...stage.engine, library: broken }
    await send({ ...stage, engine }, patient, { systolic: 188, diastolic: 104, complaints: true })
    expect(await stage.store.readings(patient)).toHaveLength(3)
    const { alerts } = (await stage.store.patient(patient))!
    expect(alerts.open.map(({ title }) => title.nl)).toEqual(['Kon niet worden beoordeeld'])
    expect(alerts.open[0]!.head.because.map(({ measurement }) => measurement)).toContain('systolic')
  })

  it('to put the answer into words keeps the reading and the alert, and says where to ask', async () => {
    const stage = await openStage()
    const { patient } = await enrol(stage)
    const document = stage.store.document.bind(stage.store)
    stage.store.document = async (kind: string, id: string) => {
      const found = await document(kind, id)
      // An organisation whose name is no text: only the answer uses it.
      return (
        kind === 'organisation' && found
          ? {
              ...found,
              value: {
                get phone() {
                  throw new Error('broken')
                },
              },
            }
          : found
      ) as never
    }
    const { answer } = await send(stage, patient, { systolic: 128, diastolic: 78, complaints: false })
    expect(answer).toMatchObject({
      received: 'Uw meting is ontvangen en bewaard.',
      next: 'Vraag uw praktijk wat de meting betekent.',
    })
    expect(stage.failures).toHaveLength(1)
    expect(await stage.store.readings(patient)).toHaveLength(3)
  })
})
