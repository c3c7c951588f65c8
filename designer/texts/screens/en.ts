/** English texts of the forms, the simulator and the monitoring screens. */
import { condition } from './en/condition.ts'
import { forms } from './en/forms.ts'
import { monitoring } from './en/monitoring.ts'
import { parts } from './en/parts.ts'
import { patient } from './en/patient.ts'
import { simulator } from './en/simulator.ts'
import { trace } from './en/trace.ts'

export const en = { ...forms, ...condition, ...parts, ...simulator, ...trace, ...monitoring, ...patient }
