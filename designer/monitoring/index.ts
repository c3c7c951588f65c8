/** Registers `<zorgpad-worklist>` and `<zorgpad-patient>` and the elements in them. */
export { Patient } from './patient.ts'
export { Worklist } from './worklist.ts'
