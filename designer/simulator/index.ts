/** Registers `<zorgpad-simulator>` and the elements in it. */
export { Simulator } from './simulator.ts'
