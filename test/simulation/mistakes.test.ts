/** Mistakes in what only larger stories say: each with its place and what was probably meant. */
import { describe, expect, it } from 'vitest'
import { problemsOf, storyOf } from './rich-pathway.ts'

const codes = (text: string) => problemsOf(text).map(({ code, line, path }) => `${line} ${code} ${path}`)
const step = (text: string, more = '') => storyOf([text], more)
const also = '  also: [ { pathway: small } ]\n'

describe('mistakes in stories', () => {
  it.each([
    [step('report: admited'), '4 unknown-name /0/steps/0/report'],
    [step('fill: { mod: [ 1 ] }'), '4 unknown-name /0/steps/0/fill/mod'],
    [step('fill: { mood: [ 1, 2, true, 4 ] }'), '4 too-many-answers /0/steps/0/fill/mood'],
    [step('fill: { mood: [ 3 ] }'), '4 wrong-answer /0/steps/0/fill/mood/0'],
    [step('fill: { mood: [ 1, 11 ] }'), '4 wrong-answer /0/steps/0/fill/mood/1'],
    [step('send: { alone: 3 }'), '4 wrong-answer /0/steps/0/send/alone'],
    [step('fill: { mood: [ 1 ] }, report: admitted'), '4 one-act /0/steps/0'],
    [step('pause: { reason: holliday }'), '4 wrong-shape /0/steps/0/pause/reason'],
    [step('pause: { reason: holiday, until: 2026-02-30T08:00 }'), '4 bad-date /0/steps/0/pause/until'],
    [step('outage: { from: +2 days, until: +1 day }'), '4 ends-before /0/steps/0/outage/until'],
    [step('device: { from: +2 days }'), '4 missing-key /0/steps/0/device'],
    [step('resume: false'), '4 wrong-shape /0/steps/0/resume'],
    [step('snooze: high'), '4 needs-key /0/steps/0'],
    [step('correct: { measurement: systolic }'), '4 to-or-withdrawn /0/steps/0/correct'],
    [step('correct: { measurement: systolic, to: 3, withdrawn: true }'), '4 to-or-withdrawn /0/steps/0/correct'],
    [step('correct: { measurement: sytolic, to: 3 }'), '4 unknown-name /0/steps/0/correct/measurement'],
    [step('days: 1-2, each: reading'), '4 needs-key /0/steps/0/days'],
    [step('taken: +1 day'), '4 needs-key /0/steps/0/taken'],
    [step('expect: { score: { burden: hevy } }'), '4 unknown-outcome /0/steps/0/expect/score/burden'],
    [step('expect: { score: { burdn: 3 } }'), '4 unknown-name /0/steps/0/expect/score/burdn'],
    [step('expect: { state: home.frist }'), '4 unknown-name /0/steps/0/expect/state'],
    [step('expect: { also: [ { state: home } ] }'), '4 needs-in /0/steps/0/expect/also/0'],
    [step('in: small, decide: withdraw, by: gp'), '4 unknown-name /0/steps/0/in'],
    [step('expect: { in: small, state: review }'), '4 unknown-name /0/steps/0/expect/in'],
    [step('expect: { in: small, state: home }', also), '5 unknown-name /0/steps/0/expect/state'],
    [step('at: +1 day', '  also: [ { pathway: smal } ]\n'), '3 unknown-pathway /0/also/0/pathway'],
    [step('at: +1 day', '  also: [ { pathway: rich } ]\n'), '3 twice /0/also/0/pathway'],
  ])('%j', (text, problem) => {
    expect(codes(text)).toEqual([problem])
  })

  it('what is right is right', () => {
    expect(codes(step('in: small, decide: withdraw, by: gp, expect: { in: small, exit: withdrawn }', also))).toEqual([])
  })
})

describe('patients at the top of a file', () => {
  const patients = '- patients: { old: { age: 80 }, young: { age: 20 } }\n'
  const told = (more: string) => storyOf(['at: +1 day'], more)

  it('are named by stories', () => {
    expect(codes(patients + told('  patient: old\n'))).toEqual([])
    expect(codes(patients + told('  patient: old\n  facts: { age: null }\n'))).toEqual([])
  })

  it.each([
    [patients + told('  patient: odl\n'), '4 unknown-name /1/patient'],
    [told('  patient: old\n'), '3 unknown-name /0/patient'],
    [told('') + patients, '5 patients-first /1/patients'],
    [patients.replace('old: { age', 'old: { agge') + told(''), '1 unknown-name /0/patients/old/agge'],
    [patients.replace('80', '[ 80 ]') + told(''), '1 wrong-shape /0/patients/old/age'],
    ['- patients: {}\n' + told(''), '1 wrong-shape /0/patients'],
    ['- { patients: { old: { age: 80 } }, storys: 3 }\n' + told(''), '1 unknown-key /0/storys'],
    [patients + '- { story: x }\n', '2 missing-key /1'],
  ])('%j', (text, problem) => {
    expect(codes(text)).toEqual([problem])
  })
})
