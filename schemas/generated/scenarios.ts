/** Generated from scenarios.schema.json by `npm run generate`. Do not edit. */

/**
 * A number, true or false, or a choice.
 */
export type Value = number | boolean | string
/**
 * +5 minutes counts from the start; 2026-03-29T08:00 is a day and time in the pathway's time zone; day 8 12:00 is the eighth day (the day of the start is day 1).
 */
export type Moment = string
/**
 * A name from the pathway.
 */
export type Name = string
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
export type Scenarios = Story[]

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
  /**
   * What is known at registration. What is not here is unknown.
   */
  facts?: {
    [k: string]: Value
  }
  /**
   * included = takes part (the default), excluded = does not take part, needs-information = more must be known. Only who takes part can have steps.
   */
  registration?: 'included' | 'excluded' | 'needs-information'
  /**
   * What happens, in order of time.
   *
   * @maxItems 500
   */
  steps?: StoryStep[]
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
 * What must have happened since the step before. What is not here is not looked at.
 */
export interface Expectation {
  state?: Name
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
