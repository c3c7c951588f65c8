/** Dutch texts of the forms, the simulator and the monitoring screens. */
export const nl = {} as const
