/** The parts of the worklist and the patient page: accessible, an alert or a patient in, what somebody wants out. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import '../../../designer/monitoring/index.ts'
import type { AlertClosed, AlertTaken, PatientWish } from '../../../designer/monitoring/events.ts'
import type { Limits } from '../../../designer/monitoring/limits.ts'
import type { Readings } from '../../../designer/monitoring/readings.ts'
import type { ResolveForm } from '../../../designer/monitoring/resolve-form.ts'
import type { WorkItemView } from '../../../designer/monitoring/work-item.ts'
import type { EnrolmentView, ReadingView, WorkItem } from '../../../runtime/http/api.ts'

const at = '2026-03-27T08:05:00+01:00'
const nurse = {
  party: 'centre-nurse',
  title: { nl: 'Verpleegkundige', en: 'Nurse' },
  by: 'worklist',
  since: at,
} as const
const asked = { ...nurse, deadline: '2026-03-27T08:20:00+01:00' }

const item: WorkItem = {
  id: 'a1',
  level: 'red',
  title: { nl: 'Zeer hoge bloeddruk', en: 'Very high blood pressure' },
  status: 'open',
  patient: { id: 'p1', name: 'Anneke Allesgoed' },
  organisation: { id: 'o1', name: 'De Papieren Beuk' },
  enrolment: 'e1',
  pathway: { id: 'hypertension', version: '1.0.0', title: { nl: 'Hypertensie', en: 'Hypertension' } },
  pathways: [{ id: 'hypertension', version: '1.0.0', title: { nl: 'Hypertensie', en: 'Hypertension' } }],
  why: { nl: 'Als Bovendruk hoger dan 180 is.', en: 'If Systolic is higher than 180.' },
  path: '/thresholds/crisis',
  because: [
    {
      reading: 'r1',
      measurement: 'systolic',
      title: { nl: 'Bovendruk', en: 'Systolic' },
      value: 192,
      unit: 'mm[Hg]',
      at,
    },
  ],
  unconfirmed: false,
  late: false,
  under: [],
  raised: at,
  asked,
  told: [{ ...asked, reason: 'raised' }],
  corrected: [],
}

const reading = (value: number, minute: number): ReadingView => ({
  id: `r${minute}`,
  measurement: 'systolic',
  value,
  unit: 'mm[Hg]',
  at: `2026-03-27T08:${String(minute).padStart(2, '0')}:00+01:00`,
  received: at,
  by: 'app',
  submission: `s${minute}`,
  marks: minute === 2 ? ['implausible'] : [],
})

const limit = {
  parameter: 'target',
  title: { nl: 'Streefwaarde', en: 'Target' },
  measurement: 'systolic',
  unit: 'mm[Hg]',
  value: 135,
  default: 135,
  from: 120,
  to: 150,
  setBy: ['gp'],
  mayChange: true,
}

const measurements = [
  { measurement: 'systolic', title: { nl: 'Bovendruk', en: 'Systolic' }, type: 'number', unit: 'mm[Hg]' },
]

describe('<zorgpad-work-item>', () => {
  const shown = (changed: Partial<WorkItem> = {}) =>
    fixture<WorkItemView>(html`<zorgpad-work-item .item=${{ ...item, ...changed }}></zorgpad-work-item>`)

  it('is accessible', async () => {
    await expect(await shown()).to.be.accessible()
  })

  it('says who, what, why, since when, and who is asked until when', async () => {
    const words = (await shown()).shadowRoot!.textContent.replaceAll(/\s+/g, ' ')
    for (const part of [
      'Anneke Allesgoed',
      'Zeer hoge bloeddruk',
      'Bovendruk 192 mmHg',
      'Sinds vr 27 mrt 08:05',
      'Verpleegkundige',
      '08:20',
    ]) {
      assert.include(words, part)
    }
  })

  it('tells a week of readings as its mean', async () => {
    const because = [140, 141, 142, 145].map((value, minute) => ({
      ...item.because[0]!,
      value,
      at: reading(value, minute).at,
    }))
    assert.include((await shown({ because })).shadowRoot!.textContent, 'gemiddeld 142 mmHg over 4 metingen')
  })

  it('asks to take it up', async () => {
    const element = await shown()
    const taken: string[] = []
    element.addEventListener('alert-taken', ({ alert }: AlertTaken) => taken.push(alert))
    element.shadowRoot!.querySelector<HTMLButtonElement>('button.main')!.click()
    assert.deepEqual(taken, ['a1'])
  })
})

describe('<zorgpad-resolve-form>', () => {
  it('demands an outcome, and tells it with the note', async () => {
    const form = await fixture<ResolveForm>(html`<zorgpad-resolve-form alert="a1"></zorgpad-resolve-form>`)
    await expect(form).to.be.accessible()
    const closed: unknown[] = []
    form.addEventListener('alert-closed', ({ alert, outcome, note }: AlertClosed) =>
      closed.push([alert, outcome, note]),
    )
    const root = form.shadowRoot!
    root.querySelector('button')!.click()
    await form.updateComplete
    assert.deepEqual(closed, [])
    assert.isNotNull(root.querySelector('[role=alert]'))
    root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
    root.querySelector('textarea')!.value = ' Gebeld. '
    await form.updateComplete
    root.querySelector('button')!.click()
    assert.deepEqual(closed, [['a1', 'wait-and-see', 'Gebeld.']])
  })
})

describe('<zorgpad-readings>', () => {
  it('draws and lists the readings, newest first, with what is odd about them', async () => {
    const readings = [reading(128, 1), reading(400, 2), reading(131, 3)]
    const element = await fixture<Readings>(
      html`<zorgpad-readings
        .readings=${readings}
        .measurements=${measurements}
        .limits=${[limit]}
      ></zorgpad-readings>`,
    )
    await expect(element).to.be.accessible()
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
    assert.include(rows[0], '131')
    assert.include(rows[1], 'niet beoordeeld')
    assert.lengthOf(element.shadowRoot!.querySelector('zorgpad-plot')!.shadowRoot!.querySelectorAll('circle'), 3)
  })
})

describe('<zorgpad-limits>', () => {
  const enrolment = { id: 'e1', limits: [limit] } as unknown as EnrolmentView

  async function changed(value: string) {
    const element = await fixture<Limits>(html`<zorgpad-limits .enrolment=${enrolment}></zorgpad-limits>`)
    await expect(element).to.be.accessible()
    const wishes: unknown[] = []
    element.addEventListener('patient-wish', ({ wish }: PatientWish) => wishes.push(wish))
    element.shadowRoot!.querySelector<HTMLInputElement>('input[name=value]')!.value = value
    element.shadowRoot!.querySelector<HTMLButtonElement>('form button')!.click()
    await element.updateComplete
    return { wishes, complaint: element.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '' }
  }

  it('tells the new limit', async () => {
    assert.deepEqual((await changed('145')).wishes, [
      { type: 'limit', enrolment: 'e1', parameter: 'target', value: 145 },
    ])
  })

  it('says between which values a limit may lie', async () => {
    const { wishes, complaint } = await changed('170')
    assert.deepEqual(wishes, [])
    assert.include(complaint, 'van 120 tot en met 150')
  })
})
