/** The end-to-end tests look at the designer as it is built, so it is built first. */
export { buildDesigner as setup } from '../.run/build.ts'
