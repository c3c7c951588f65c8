import { describe, expect, it } from 'vitest'
import { hardWords, plainWords } from '../../../../runtime/interpreter/rules/reasoning/plain-words.ts'
import { readability, syllables } from '../../../../runtime/interpreter/rules/reasoning/readable.ts'

describe('hard words', () => {
  const found = (text: string): string[] => hardWords(text).map(({ written, plain }) => `${written} → ${plain}`)

  it.each([
    ['Uw saturatie is laag.', ['saturatie → zuurstof in uw bloed']],
    ['Indien u hypertensie hebt, en indien niet', ['Indien → als', 'hypertensie → hoge bloeddruk']],
    ['U moet contact opnemen m.b.t. de uitslag', ['contact opnemen → bellen', 'm.b.t. → over']],
    ['Wij nemen contact met u op. Hebt u last van hypochondrie of thuismonitoring?', []],
  ])('%s', (text, words) => {
    expect(found(text).toSorted()).toEqual(words.toSorted())
  })

  it('names about eighty words or more, each once, none of which is its own plain word', () => {
    expect(plainWords.length).toBeGreaterThanOrEqual(80)
    expect(new Set(plainWords.map(({ word }) => word)).size).toBe(plainWords.length)
    for (const { word, plain } of plainWords) expect(hardWords(plain).map((hard) => hard.word)).not.toContain(word)
  })
})

it.each([
  ['bloeddruk', 2],
  ['benauwd', 2],
  ['patiënt', 3],
  ['zelfmeetmogelijkheden', 7],
  ['ijs', 1],
  ['tweeën', 2],
])('%s has %i syllables', (word, number) => {
  expect(syllables(word)).toBe(number)
})

it('measures sentences, whatever ends them', () => {
  expect(readability('Bel ons. Lukt het niet? Bel dan 112: wij helpen u!')).toMatchObject({ words: 3, mean: 2.8 })
  expect(readability('')).toEqual({ words: 0, longest: '', mean: 0, longWords: [] })
})
