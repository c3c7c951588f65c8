/** The simulator as an element: accessible in each of its faces, a move in and its consequences out, and the lit state. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import '../../../designer/simulator/index.ts'
import { setLanguage } from '../../../designer/language.ts'
import { Session } from '../../../designer/session.ts'
import type { Simulator } from '../../../designer/simulator/index.ts'
import { SendForm, type ValuesSent } from '../../../designer/simulator/send-form.ts'
import { ValueInput, type ValueChosen } from '../../../designer/simulator/value-input.ts'
import text from '../../../pathways/hypertension.yaml?raw'
import { examine, parse } from '../../../runtime/interpreter/index.ts'
import { wide } from '../pathway.ts'

const definition = parse(text).document!.value

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done))
}

async function simulator(session = new Session(text, { parse, examine })) {
  const element = await fixture<Simulator>(html`<zorgpad-simulator .session=${session}></zorgpad-simulator>`)
  await settled()
  return { element, session, root: element.shadowRoot! }
}

async function begun() {
  const stage = await simulator()
  const start = stage.root.querySelector('zorgpad-start-form')!
  start.shadowRoot!.querySelector<HTMLButtonElement>('button.main')!.click()
  await settled()
  return stage
}

function write(input: ValueInput, words: string): void {
  const box = input.shadowRoot!.querySelector('input')!
  box.value = words
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('<zorgpad-simulator>', () => {
  for (const language of ['nl', 'en'] as const) {
    it(`is accessible before and during a play, in ${language}`, async () => {
      setLanguage(language)
      const { element } = await begun()
      await expect(element).to.be.accessible()
      await expect((await simulator()).element).to.be.accessible()
      setLanguage('nl')
    })
  }

  it('lights the state of the patient, and no longer when it leaves', async () => {
    const { element, session } = await begun()
    assert.equal(session.active, 'measuring')
    element.remove()
    assert.equal(session.active, null)
  })

  it('goes on where it was when it comes back', async () => {
    const { element, session } = await begun()
    element.remove()
    const { root } = await simulator(session)
    assert.include(root.querySelector('h2')!.textContent, 'Meetweek')
  })

  it('says that it plays an older draft when the text breaks', async () => {
    const { session, root } = await begun()
    session.edit((document) => document.replace([{ offset: 0, length: 0, insert: '{{{' }]), 'yaml')
    await settled()
    assert.include(root.querySelector('.notice')!.textContent, 'laatste versie die werkte')
    assert.isNotNull(root.querySelector('zorgpad-send-form'))
  })
})

describe('<zorgpad-send-form>', () => {
  it('sends what was filled in as one submission', async () => {
    const form = await fixture<SendForm>(
      html`<zorgpad-send-form .definition=${definition} state="measuring"></zorgpad-send-form>`,
    )
    await settled()
    await expect(form).to.be.accessible()
    const sent: unknown[] = []
    form.addEventListener('values-sent', ({ values }: ValuesSent) => sent.push(values))
    const [systolic, diastolic] = form.shadowRoot!.querySelectorAll('zorgpad-value-input')
    write(systolic!, '188')
    write(diastolic!, '104')
    await settled()
    form.shadowRoot!.querySelector('button')!.click()
    assert.deepEqual(sent, [{ systolic: 188, diastolic: 104 }])
  })

  it('asks every question of a questionnaire, in a sub-state also what its phase asks', async () => {
    const form = await fixture<SendForm>(
      html`<zorgpad-send-form .definition=${parse(wide).document!.value} state="titrating.low"></zorgpad-send-form>`,
    )
    await settled()
    await expect(form).to.be.accessible()
    const inputs = [...form.shadowRoot!.querySelectorAll('zorgpad-value-input')]
    assert.deepEqual(inputs.map(({ label }) => label), ['Bovendruk', 'Benauwd?', 'Pijn?', 'Duizelig?']) // prettier-ignore
    const sent: unknown[] = []
    form.addEventListener('values-sent', ({ values }: ValuesSent) => sent.push(values))
    const choice = inputs[1]!.shadowRoot!.querySelector('select')!
    choice.selectedIndex = 1
    choice.dispatchEvent(new Event('change'))
    write(inputs[2]!, '7')
    inputs[3]!.shadowRoot!.querySelectorAll('input')[1]!.click()
    await settled()
    form.shadowRoot!.querySelector('button')!.click()
    assert.deepEqual(sent, [{ breath: 0, pain: 7, dizzy: false }])
  })

  it('asks for a value first', async () => {
    const form = await fixture<SendForm>(
      html`<zorgpad-send-form .definition=${definition} state="measuring"></zorgpad-send-form>`,
    )
    form.addEventListener('values-sent', () => assert.fail('nothing was filled in'))
    form.shadowRoot!.querySelector('button')!.click()
    await settled()
    assert.include(form.shadowRoot!.querySelector('[role=alert]')!.textContent, 'Vul eerst')
  })
})

describe('<zorgpad-value-input>', () => {
  const rows = [
    { words: '36,5', value: 36.5 },
    { words: ' 120 ', value: 120 },
    { words: '', value: undefined },
  ]
  for (const { words, value } of rows) {
    it(`reads “${words}” as ${value}`, async () => {
      const input = await fixture<ValueInput>(
        html`<zorgpad-value-input label="Waarde" .value=${7}></zorgpad-value-input>`,
      )
      await expect(input).to.be.accessible()
      const chosen: unknown[] = []
      input.addEventListener('value-chosen', (event: ValueChosen) => chosen.push(event.value))
      write(input, words)
      assert.deepEqual(chosen, [value])
    })
  }

  it('tells what is no number, and chooses nothing', async () => {
    const input = await fixture<ValueInput>(html`<zorgpad-value-input label="Waarde"></zorgpad-value-input>`)
    input.addEventListener('value-chosen', () => assert.fail('that was no number'))
    write(input, 'hoog')
    await settled()
    assert.include(input.shadowRoot!.querySelector('[role=alert]')!.textContent, 'getal')
  })
})
