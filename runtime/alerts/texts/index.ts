/** The texts of the alerts in both languages at once. */
import type { Text } from '../../../schemas/index.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const say = (key: keyof typeof nl): Required<Text> => ({ nl: nl[key], en: en[key] })
