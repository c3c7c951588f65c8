/** The forms: accessible for every kind of part, and each edit changes only its own bytes. */
import { assert, expect, fixture, html } from '@open-wc/testing'
import '../../../designer/forms/index.ts'
import type { Forms } from '../../../designer/forms/index.ts'
import type { ChoiceField } from '../../../designer/forms/fields/choice-field.ts'
import type { NumberField } from '../../../designer/forms/fields/number-field.ts'
import { setLanguage } from '../../../designer/language.ts'
import { Session } from '../../../designer/session.ts'
import text from '../../../pathways/hypertension.yaml?raw'
import { examine, parse } from '../../../runtime/interpreter/index.ts'
import { wide } from '../pathway.ts'

/** A session on the real pathway, or on a text of one's own. */
const session = (own = text) => new Session(own, { parse, examine })

const places = [
  '',
  '/include',
  '/exclude',
  '/states/measuring',
  '/states/finished',
  '/states/stable/transitions/2',
  '/states/review/transitions/0',
  '/always/0',
  '/thresholds/crisis-with-complaints',
  '/thresholds/very-high/when/above',
  '/routes/urgent',
  '/schedules/measuring-week',
  '/measurements/systolic',
  '/measurements/complaints',
  '/parameters/target',
  '/messages/welcome',
  '/evidence/local',
  '/parties/gp',
  '/facts/age',
  '/calendars/office',
]

async function shown(path: string, own: Session = session()): Promise<Forms> {
  own.select(path, 'outline')
  const forms = await fixture<Forms>(html`<zorgpad-forms .session=${own}></zorgpad-forms>`)
  await settled()
  return forms
}

/** Nested elements draw themselves one after another. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done))
}

/** Every element of this name, through all shadow roots. */
function all<E extends Element>(root: Element | ShadowRoot, selector: string): E[] {
  const inner = root instanceof Element && root.shadowRoot !== null ? all<E>(root.shadowRoot, selector) : []
  const below = [...root.querySelectorAll('*')].filter((element) => element.shadowRoot !== null)
  return [
    ...inner,
    ...root.querySelectorAll<E>(selector),
    ...below.flatMap((element) => all<E>(element.shadowRoot!, selector)),
  ]
}

function field<E extends HTMLElement>(forms: Forms, selector: string): E {
  const [found] = all<E>(forms, selector)
  if (found === undefined) throw new Error(`no ${selector}`)
  return found
}

/** Types as a person does: the text goes in, and the field is left. */
function type(host: HTMLElement, words: string): void {
  const input = host.shadowRoot!.querySelector<HTMLInputElement>('input, textarea')!
  input.value = words
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('a part that stands in a shared file', () => {
  const own = () => {
    const pulses = `shared: pulses
title: { nl: Hartslag }
measurements:
  pulse: { unit: "/min", precision: 1, title: { nl: Hartslag, en: Pulse } }
scores:
  strain:
    title: { nl: Belasting, en: Strain }
    combine: sum
    inputs:
      pulse: { measurement: pulse, bands: [ { above: 100, if: { fact: age, atLeast: 65 }, points: 2 }, { points: 0 } ] }
`
    const shared = { pulses }
    const used = 'use: { pulses: { measurements: [pulse], scores: [strain] } }'
    const using = text.replace('\nmeasurements:\n', `\n${used}\nmeasurements:\n`)
    return new Session(using, {
      parse: (words) => parse(words, shared),
      examine: (words) => examine(words, shared),
    })
  }

  for (const language of ['nl', 'en'] as const) {
    it(`is read and not changed, and says where it stands, in ${language}`, async () => {
      setLanguage(language)
      const forms = await shown('/measurements/pulse', own())
      const form = field(forms, 'zorgpad-shared-form')
      const words = form.shadowRoot!.textContent ?? ''
      expect(words).to.include('pulses.yaml')
      expect(words).to.include(language === 'nl' ? 'Hartslag' : 'Pulse')
      expect(words).to.include(language === 'nl' ? 'Eenheid' : 'Unit')
      assert.deepEqual(all(form, 'input, select, textarea, button'), [])
      await expect(forms).to.be.accessible()
    })
  }

  it('is read down to its smallest part, conditions as sentences', async () => {
    setLanguage('nl')
    const forms = await shown('/scores/strain', own())
    const words = field(forms, 'zorgpad-shared-form').shadowRoot!.textContent?.replace(/\s+/g, ' ') ?? ''
    expect(words).to.match(/Onderdelen Hartslag|Onderdelen pulse/)
    expect(words).to.match(/Leeftijd.* 65 jaar of hoger/)
    expect(words).not.to.match(/undefined|\[object/)
    await expect(forms).to.be.accessible()
  })
})

describe('the forms', () => {
  for (const language of ['nl', 'en'] as const) {
    for (const path of places) {
      it(`are accessible: ${path || 'the pathway'} in ${language}`, async () => {
        setLanguage(language)
        const forms = await shown(path)
        await expect(forms).to.be.accessible()
        setLanguage('nl')
      })
    }
  }

  it('change the target and nothing else in the text', async () => {
    const own = session()
    const forms = await shown('/parameters/target', own)
    type(field<NumberField>(forms, 'zorgpad-number-field[name=default]'), '130')
    assert.equal(own.document.text, text.replace('default: 135', 'default: 130'))
    own.undo()
    assert.equal(own.document.text, text)
  })

  it('tell what cannot be a number, and write nothing', async () => {
    const own = session()
    const forms = await shown('/parameters/target', own)
    const target = field<NumberField>(forms, 'zorgpad-number-field[name=default]')
    type(target, 'hoog')
    await settled()
    assert.equal(own.document.text, text)
    assert.include(target.shadowRoot!.textContent, 'Vul een getal in')
  })

  it('read out a condition that they have no fields for, and leave it as it is', async () => {
    const own = session(wide)
    const forms = await shown('/thresholds/rising', own)
    await expect(forms).to.be.accessible()
    assert.include(field(forms, '.odd').textContent, 'alleen in de YAML')
    type(field(forms, 'zorgpad-number-field[label=Grens]'), '150')
    assert.equal(own.document.text, wide.replace('systolic, above: 140', 'systolic, above: 150'))
  })

  it('show a phase with its sub-states, and a sub-state as a state', async () => {
    const own = session(wide)
    const phase = await shown('/states/titrating', own)
    assert.deepEqual(all(phase, '.items')[0]!.querySelectorAll('li').length, 2)
    const inside = await shown('/states/titrating/states/low/transitions/0/to', own)
    assert.equal(field<ChoiceField>(inside, 'zorgpad-choice-field[name=to]').value, 'titrating.high')
    assert.notInclude(field(inside, 'zorgpad-choice-field[name=to]').shadowRoot!.textContent, 'bestaat niet')
    assert.equal(own.document.text, wide)
  })

  it('show the problem of a field at that field', async () => {
    const own = session(text.replace('route: urgent', 'route: urgnt'))
    const forms = await shown('/thresholds/crisis-with-complaints', own)
    const route = field(forms, 'zorgpad-choice-field[name=route]')
    assert.include(
      own.problems.map(({ path }) => path),
      '/thresholds/crisis-with-complaints/route',
    )
    assert.include(route.shadowRoot!.querySelector('.problem')?.textContent, 'urgnt')
  })

  it('change a limit inside a condition and nothing else', async () => {
    const own = session()
    const forms = await shown('/thresholds/very-high', own)
    type(field(forms, 'zorgpad-condition zorgpad-number-field, zorgpad-number-field[label=Grens]'), '210')
    assert.equal(own.document.text, text.replace('systolic, above: 200', 'systolic, above: 210'))
  })

  it('take a transition away, and undo brings it back', async () => {
    const own = session()
    const forms = await shown('/states/review', own)
    const buttons = all<HTMLButtonElement>(forms, '.items li .whole button')
    buttons.at(-1)!.click()
    assert.lengthOf(own.pathway?.value.states['review']?.transitions ?? [], 3)
    own.undo()
    assert.equal(own.document.text, text)
  })

  it('go to the part that is asked for', async () => {
    const own = session()
    const forms = await shown('/states/review', own)
    all<HTMLButtonElement>(forms, '.items li .link')[0]!.click()
    assert.equal(own.selection?.path, '/states/review/transitions/0')
    await settled()
    assert.lengthOf(all(forms, 'zorgpad-transition-form'), 1)
  })
})
