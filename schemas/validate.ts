/** The validators, compiled ahead of time: no code is made from strings, so they run under a strict content policy. */
import { pathway, shared } from './generated/validators.ts'

/** One place where a value does not have the shape that the schema asks for. `instancePath` is a JSON Pointer. */
export type SchemaError = { instancePath: string; keyword: string; params: Record<string, unknown> }

/** What a compiled validator looks like: it answers, and leaves its errors on itself. */
type Validator = { (value: unknown): boolean; errors?: SchemaError[] | null }

/** Every place where `value` is not a pathway; empty when it is one. */
export const validatePathway = (value: unknown): SchemaError[] => errorsOf(pathway as Validator, value)

/** Every place where `value` is not a shared file; empty when it is one. */
export const validateShared = (value: unknown): SchemaError[] => errorsOf(shared as Validator, value)

/** Runs a compiled validator and takes its errors before a next call can replace them. */
export function errorsOf(validator: Validator, value: unknown): SchemaError[] {
  return validator(value) ? [] : (validator.errors ?? [])
}
