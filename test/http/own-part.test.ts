/** Of an alert of two pathways each organisation sees what it answers for. */
import { expect, it } from 'vitest'
import { ownPart } from '../../runtime/http/views/own-part.ts'
import { enrol, openStage, send } from '../engine/stage.ts'

it('a correction is told to whom it concerns: what was the hospital’s reason alone is nothing of the practice', async () => {
  const { engine, ...stage } = await openStage()
  await enrol({ engine, ...stage })
  await enrol({ engine, ...stage }, 'p1', 'cardiology')
  await send({ engine, ...stage }, 'p1', { systolic: 192, diastolic: 104, complaints: true })
  const [alert] = (await stage.store.patient('p1'))!.alerts.open
  const hospital = alert!.keys.filter((key) => key.startsWith('cardiology/'))
  const by = { person: 'nina', role: 'centre-nurse' }
  const weight = { reading: 'weight-1', value: 80, at: stage.clock.now(), by, untrue: hospital }
  const cuff = { ...weight, reading: alert!.head.because[0]!.id, value: 130, untrue: alert!.keys }
  const seenBy = (role: 'gp' | 'centre-nurse') =>
    ownPart(engine.library, { role }, { ...alert!, corrected: [weight, cuff] })!
  expect(hospital).toHaveLength(1)
  expect(seenBy('centre-nurse').corrected).toEqual([weight, cuff])
  expect(seenBy('gp').corrected).toEqual([cuff])
  expect(seenBy('gp').keys).toEqual(alert!.keys.filter((key) => !hospital.includes(key)))
})
