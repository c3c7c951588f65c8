/** W1 written out by hand, as fast as it can be made: one mutable record a patient, one pathway for ever. For scale. */
import { FIRED, Log, TOLD, type Contender } from './contender.ts'
import { nextOver, putOff } from './windows.ts'
import { DAY, MINUTE } from './workload.ts'

type Patient = {
  times: number[]
  values: number[]
  sum: number
  high: boolean
  mean: boolean
  delivered: boolean
  missed: number
  over: number
  /** The step that somebody is asked at: 1 to 3 urgent, 4 and 5 routine; 0 when nothing is open. */
  step: number
  deadline: number
}

export function byHand(): Contender {
  const log = new Log()
  const patients: Patient[] = []

  const ask = (one: Patient, patient: number, step: number, at: number): void => {
    one.step = step
    one.deadline = at + (step === 1 || step === 3 ? 15 : 30) * MINUTE
    log.told(patient, at, step === 3 ? TOLD.lead : step === 1 || step === 4 ? TOLD.nurse : TOLD.gp)
  }
  const raise = (one: Patient, patient: number, step: number, at: number): void => {
    if (one.step !== 0) return
    log.raised.push(patient)
    ask(one, patient, step, at)
  }
  const keep = (one: Patient, value: number, at: number): void => {
    one.times.push(at)
    one.values.push(value)
    one.sum += value
    while (one.times[0]! <= at - 3 * DAY) {
      one.times.shift()
      one.sum -= one.values.shift()!
    }
  }
  const over = (one: Patient, patient: number, at: number): void => {
    one.missed = one.delivered ? 0 : one.missed + 1
    one.delivered = false
    one.over = nextOver(at)
    if (one.missed !== 3) return
    log.fired(patient, at, FIRED.missed)
    raise(one, patient, 4, at)
  }
  const look = (one: Patient): number => (one.over < one.deadline ? one.over : one.deadline)

  return {
    name: 'a switch by hand (this one pathway for ever)',
    log,
    enrol: (count, at) => {
      for (let patient = 0; patient < count; patient++) patients.push(fresh(nextOver(at)))
      return patients.map(look)
    },
    reading: (patient, value, at) => {
      const one = patients[patient]!
      keep(one, value, at)
      const putTo = putOff(one.over, at, one.missed)
      if (putTo === null) one.delivered = true
      else one.over = putTo
      const [high, mean] = [value > 180, one.sum >= 150 * one.times.length]
      if (high && !one.high) {
        log.fired(patient, at, FIRED.high)
        raise(one, patient, 1, at)
      }
      one.high = high
      if (one.times.length >= 6) {
        if (mean && !one.mean) {
          log.fired(patient, at, FIRED.mean)
          raise(one, patient, 4, at)
        }
        one.mean = mean
      }
      return look(one)
    },
    wake: (patient, at) => {
      const one = patients[patient]!
      if (one.over === at) over(one, patient, at)
      if (one.deadline === at) ask(one, patient, one.step === 3 || one.step === 5 ? one.step : one.step + 1, at)
      return look(one)
    },
    close: (patient) => {
      const one = patients[patient]!
      one.step = 0
      one.deadline = Infinity
      return look(one)
    },
  }
}

const fresh = (over: number): Patient => ({
  times: [],
  values: [],
  sum: 0,
  high: false,
  mean: false,
  delivered: false,
  missed: 0,
  over,
  step: 0,
  deadline: Infinity,
})
