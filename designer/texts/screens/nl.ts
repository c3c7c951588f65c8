/** Dutch texts of the forms, the simulator and the monitoring screens. */
import { condition } from './nl/condition.ts'
import { forms } from './nl/forms.ts'
import { monitoring } from './nl/monitoring.ts'
import { parts } from './nl/parts.ts'
import { patient } from './nl/patient.ts'
import { simulator } from './nl/simulator.ts'
import { trace } from './nl/trace.ts'

export const nl = { ...forms, ...condition, ...parts, ...simulator, ...trace, ...monitoring, ...patient }
