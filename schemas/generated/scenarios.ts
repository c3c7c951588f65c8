/** Generated from scenarios.schema.json by `npm run generate`. Do not edit. */

/**
 * A name from the pathway.
 */
export type Name = string
/**
 * A number, true or false, or a choice; null = not known.
 */
export type FactValue = number | boolean | string | null
/**
 * +5 minutes counts from the start; 2026-03-29T08:00 is a day and time in the pathway's time zone; day 8 12:00 is the eighth day (the day of the start is day 1).
 */
export type Moment = string
/**
 * A number, true or false, or a choice.
 */
export type Value = number | boolean | string
/**
 * A moment as elsewhere in a story (+5 days, 2026-03-29T08:00, day 8 12:00), or a duration from now on, such as 3 days.
 */
export type MomentOrDuration = string
/**
 * Names from the pathway. An empty list means none.
 *
 * @maxItems 500
 */
export type Names = Name[]
/**
 * One name, or a list. An empty list means none.
 *
 * @maxItems 500
 */
export type OneOrMoreNames = string | Name[]
/**
 * How often, or of which schedules. An empty list or 0 means not.
 *
 * @maxItems 500
 */
export type CountOrNames = number | Name[]
/**
 * Stories about patients, and what the pathway must do. The test plays them.
 *
 * @minItems 1
 * @maxItems 500
 */
export type Scenarios = (Story | Cast)[]

/**
 * One patient, from registration on.
 */
export interface Story {
  /**
   * What this story is about, in one sentence.
   */
  story: string
  /**
   * Day and time of the registration, in the pathway's time zone, such as 2026-03-27T07:00.
   */
  start: string
  patient?: Name
  facts?: Facts
  /**
   * included = takes part (the default), excluded = does not take part, needs-information = more must be known. Only who takes part can have steps.
   */
  registration?: 'included' | 'excluded' | 'needs-information'
  /**
   * Other pathways in which this patient takes part. Readings go to all; alerts about the same thing become one.
   *
   * @minItems 1
   * @maxItems 10
   */
  also?: OtherPathway[]
  /**
   * true = derived from the pathway itself. Such a story does not count for coverage.
   */
  generated?: boolean
  /**
   * What happens, in order of time.
   *
   * @maxItems 500
   */
  steps?: StoryStep[]
}
/**
 * What is known at registration. What is not here is unknown.
 */
export interface Facts {
  [k: string]: FactValue
}
/**
 * A second pathway in which the same patient takes part from the start. Its file stands beside that of this pathway.
 */
export interface OtherPathway {
  pathway: Name
  facts?: Facts
}
/**
 * What happens at a moment, and what must have happened since the step before. Without an act only time passes.
 */
export interface StoryStep {
  at?: Moment
  /**
   * The days on which the patient measures as planned, such as 2-7. The day of the start is day 1.
   */
  days?: string | number
  /**
   * reading = at each reading that is asked, window = once in each measuring window.
   */
  each?: 'reading' | 'window'
  schedule?: Name
  send?: Values
  /**
   * The answers per questionnaire, in the order of its items; null = skipped. May stand with send: then it is one submission.
   */
  fill?: {
    /**
     * @minItems 1
     * @maxItems 200
     */
    [k: string]: (number | boolean | string | null)[]
  }
  taken?: Moment
  acknowledge?: Name
  resolve?: Name
  /**
   * acted = something was done, wait-and-see = wait and see, measuring-error = measuring error, technical = technical.
   */
  outcome?: 'acted' | 'wait-and-see' | 'measuring-error' | 'technical'
  decide?: Name
  /**
   * Yes or no to what the system proposes.
   */
  answer?: {
    proposal?: Name
    /**
     * true = yes, false = no.
     */
    accept: boolean
  }
  /**
   * A personal limit is changed.
   */
  set?: {
    parameter: Name
    /**
     * The new value.
     */
    to: number
    by: Name
  }
  snooze?: Name
  until?: MomentOrDuration
  report?: Name
  /**
   * From now on nothing is asked for a while. Without until: until resume.
   */
  pause?: {
    /**
     * holiday, admission or other.
     */
    reason: 'holiday' | 'admission' | 'other'
    until?: MomentOrDuration
  }
  /**
   * true = the pause ends now.
   */
  resume?: true
  outage?: Stretch
  device?: Stretch
  /**
   * A value that was sent before was wrong: to gives the right one, withdrawn takes it away.
   */
  correct?: {
    measurement: Name
    to?: Value
    /**
     * true = the value should not have been there.
     */
    withdrawn?: true
    at?: Moment
  }
  in?: Name
  by?: Name
  expect?: Expectation
}
/**
 * The value of each measurement.
 */
export interface Values {
  [k: string]: Value
}
/**
 * From one moment to another. May be over already.
 */
export interface Stretch {
  from: Moment
  until: Moment
}
/**
 * What must have happened since the step before. What is not here is not looked at.
 */
export interface Expectation {
  in?: Name
  /**
   * What must have happened on the other pathways, each with in.
   *
   * @minItems 1
   * @maxItems 10
   */
  also?: Expectation[]
  state?: Name
  /**
   * The scores that were computed since the step before: the total or the outcome. null = not computed.
   */
  score?: {
    [k: string]: number | string | null
  }
  /**
   * The alerts that were raised or got worse since the step before: exactly as many. An empty list means none.
   *
   * @maxItems 500
   */
  alerts?: ExpectedAlert[]
  /**
   * The alerts that are open now: exactly as many.
   *
   * @maxItems 500
   */
  open?: ExpectedAlert[]
  silent?: OneOrMoreNames
  told?: OneOrMoreNames
  asked?: Names
  reminded?: CountOrNames
  missed?: CountOrNames
  excused?: CountOrNames
  /**
   * true = a submission came in which nothing fired, and the nurse sees it all the same.
   */
  review?: boolean
  corrected?: OneOrMoreNames
  untrue?: OneOrMoreNames
  message?: Name
  messages?: Names
  entered?: OneOrMoreNames
  proposed?: OneOrMoreNames
  refused?: Name
  exit?: Name
}
/**
 * What the alert must be like. What is not here is not looked at.
 */
export interface ExpectedAlert {
  threshold?: Name
  transition?: Name
  /**
   * red, amber or green.
   */
  level?: 'red' | 'amber' | 'green'
  route?: Name
  at?: Name
  /**
   * worklist or phone.
   */
  by?: 'worklist' | 'phone'
  /**
   * open or acknowledged.
   */
  status?: 'open' | 'acknowledged'
  /**
   * true = the alert is snoozed.
   */
  snoozed?: boolean
  pathways?: Names
  under?: Names
  /**
   * true = no second reading came.
   */
  unconfirmed?: boolean
  /**
   * true = found by a reading that came late.
   */
  late?: boolean
}
/**
 * At the top of the file: patients to whom stories refer with patient.
 */
export interface Cast {
  /**
   * Per name what is known at the registration of that patient.
   */
  patients: {
    [k: string]: Facts
  }
}
