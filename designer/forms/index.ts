/** Registers `<zorgpad-forms>` and the forms in it. */
export { Forms } from './forms.ts'
