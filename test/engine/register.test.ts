import { describe, expect, it } from 'vitest'
import { register } from '../../runtime/engine/index.ts'
import type { RegistrationIn } from '../../runtime/engine/index.ts'
import { FACTS, GP, openStage } from './stage.ts'

const registration = (change: Partial<RegistrationIn> = {}): RegistrationIn => ({
  pathway: 'hypertension',
  patient: { name: 'Test Persoon', identifiers: [{ system: 'test', value: '1' }], organisation: 'beuk' },
  facts: FACTS,
  consent: { organisations: ['centrum'], by: 'Vera' },
  ...change,
})

describe('registration', () => {
  it('enrols who is included and agreed, with the consent and the first message', async () => {
    const { engine, store, clock } = await openStage()
    const answer = await register(engine, registration(), GP)
    expect(answer).toMatchObject({ answer: 'included', enrolled: true })
    const record = (await store.patient(answer.patient!))!
    expect(record.consent).toEqual([{ organisation: 'centrum', given: clock.now(), by: 'Vera' }])
    expect(record.enrolments).toMatchObject([{ id: answer.enrolment, state: 'measuring', version: '1.0.0' }])
    expect((await store.outgoing(record.id)).map(({ text }) => text).join()).toContain('meet')
  })

  it('says why somebody is excluded, in both languages, and keeps nothing', async () => {
    const { engine, store } = await openStage()
    const answer = await register(engine, registration({ facts: { ...FACTS, hasDevice: false } }), GP)
    expect(answer).toEqual({
      answer: 'excluded',
      reasons: [
        {
          path: '/exclude/any/0',
          text: {
            nl: 'Geen telefoon of tablet waarop de meet-app werkt.',
            en: 'No phone or tablet that runs the measuring app.',
          },
        },
      ],
      enrolled: false,
    })
    expect(await store.patients()).toEqual([])
  })

  it('asks for what is not known', async () => {
    const { engine } = await openStage()
    const { age: _age, ...facts } = FACTS
    const answer = await register(engine, registration({ facts }), GP)
    expect(answer).toMatchObject({
      answer: 'needs-information',
      enrolled: false,
      reasons: [{ text: { nl: 'Nog niet bekend: Leeftijd.', en: 'Not known yet: Age.' } }],
    })
  })

  it('enrols nobody without consent', async () => {
    const { engine, store } = await openStage()
    const { consent: _consent, ...without } = registration()
    expect(await register(engine, without, GP)).toMatchObject({
      answer: 'included',
      enrolled: false,
      reasons: [{ path: '/consent' }],
    })
    expect(await store.patients()).toEqual([])
  })

  it.each([
    ['unknown-pathway', registration({ pathway: 'gout' })],
    ['unknown-pathway', registration({ version: '0.0.1' })],
    ['unknown-fact', registration({ facts: { ...FACTS, shoeSize: 43 } })],
    ['unknown-fact', registration({ facts: { ...FACTS, constructor: 1 } })],
    ['wrong-fact', registration({ facts: { ...FACTS, age: 64.5 } })],
    ['wrong-fact', registration({ facts: { ...FACTS, age: 'old' } })],
    ['wrong-fact', registration({ facts: { ...FACTS, pregnant: 'no' } })],
    ['unknown-organisation', registration({ consent: { organisations: ['nowhere'], by: 'Vera' } })],
    ['wrong-patient-organisation', registration({ patient: { ...registration().patient, organisation: 'centrum' } })],
  ])('refuses %s', async (code, wrong) => {
    const { engine, store } = await openStage()
    await expect(register(engine, wrong, GP)).rejects.toMatchObject({ code })
    expect(await store.patients()).toEqual([])
  })

  it('knows a patient again by number: not twice on one pathway, not by another practice', async () => {
    const { engine } = await openStage()
    const both = await Promise.allSettled([register(engine, registration(), GP), register(engine, registration(), GP)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(register(engine, registration(), GP)).rejects.toMatchObject({ code: 'already-enrolled' })
    const elsewhere = registration({ patient: { ...registration().patient, organisation: 'eik' } })
    await expect(register(engine, elsewhere, GP)).rejects.toMatchObject({ code: 'identifier-in-use' })
  })
})
