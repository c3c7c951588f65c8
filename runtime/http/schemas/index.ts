/** All shapes of the API by name. */
import { answers } from './answers.ts'
import { bodies } from './bodies.ts'

export type { AnswerName } from './answers.ts'
export type { BodyName } from './bodies.ts'
export type { Schema } from './shape.ts'

export const schemas = { ...answers, ...bodies }
export type SchemaName = keyof typeof schemas
