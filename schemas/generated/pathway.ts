/** Generated from pathway.schema.json by `npm run generate`. Do not edit. */

/**
 * Starts with a lower-case letter; letters, digits and hyphens.
 */
export type Name = string
/**
 * The name of something defined elsewhere in this pathway.
 */
export type Reference = string
/**
 * The name of a source under evidence, or several.
 *
 * @minItems 1
 */
export type EvidenceReference = string | Reference[]
/**
 * red = act now, amber = act soon, green = for information.
 */
export type Level = 'red' | 'amber' | 'green'
/**
 * A number and a unit, such as 15 minutes, 2 hours, 7 days, 4 weeks or 3 months. Days and longer are calendar periods, hours and shorter are elapsed time.
 */
export type Duration = string
/**
 * A number, or the name of a personal limit.
 */
export type Limit =
  | number
  | {
      parameter: Reference
      /**
       * So much above it (or below, with a minus sign).
       */
      plus?: number
    }
/**
 * A number and days, weeks or months, such as 1 day or 4 weeks.
 */
export type CalendarDuration = string
/**
 * Hours and minutes, such as 08:00.
 */
export type Clock = string
/**
 * worklist = on the worklist, phone = by phone.
 */
export type Channel = 'worklist' | 'phone'
/**
 * Steps: who does not answer in time is followed by the next.
 *
 * @minItems 1
 */
export type Route = RouteStep[]
/**
 * Questions, in order.
 *
 * @minItems 1
 *
 * Items: One question.
 */
export type Script = {
  ask: Text
  /**
   * The possible answers. Without options: free text.
   *
   * @minItems 2
   */
  options?: string[]
}[]

/**
 * One version of a home-monitoring care pathway: who takes part, what is measured, when, how bad a value is, who acts, and what comes next.
 */
export interface PathwayDefinition {
  pathway: Name
  /**
   * Three numbers, such as 1.0.0. A published version never changes.
   */
  version: string
  title: Text
  condition?: ClinicalCondition
  setting?: Setting
  /**
   * The time zone in which days and measuring windows hold.
   */
  timezone: 'Europe/Amsterdam' | 'Europe/Brussels' | 'America/Kralendijk' | 'America/Curacao' | 'America/Aruba' | 'UTC'
  budget?: Budget
  /**
   * What comes from shared files: the names per file. The pathway reads as if they stood here.
   */
  use?: {
    [k: string]: SharedNames
  }
  /**
   * Where the numbers come from, and how certain they are.
   */
  evidence?: {
    [k: string]: Evidence
  }
  /**
   * Who can be asked to act.
   */
  parties: {
    [k: string]: Party
  }
  /**
   * What must be known at registration.
   */
  facts?: {
    [k: string]: Fact
  }
  include?: Condition
  exclude?: Condition
  /**
   * What the patient measures or answers.
   */
  measurements: {
    [k: string]: Measurement
  }
  /**
   * Questionnaires that the patient fills in, item by item.
   */
  questionnaires?: {
    [k: string]: Questionnaire
  }
  /**
   * Composite scores, such as NEWS2 or CCQ: points per input, and what the total means.
   */
  scores?: {
    [k: string]: Score
  }
  /**
   * The patient's own usual value, with which later ones are compared.
   */
  baselines?: {
    [k: string]: Baseline
  }
  /**
   * Limits that may differ per patient.
   */
  parameters?: {
    [k: string]: Parameter
  }
  /**
   * When the patient measures.
   */
  schedules?: {
    [k: string]: Schedule
  }
  /**
   * When a value raises an alert.
   */
  thresholds?: {
    [k: string]: Threshold
  }
  /**
   * Days and hours in which somebody works.
   */
  calendars?: {
    [k: string]: Calendar
  }
  /**
   * Who gets an alert, and who comes next when nobody answers.
   */
  routes: {
    [k: string]: Route
  }
  /**
   * Texts for the patient.
   */
  messages?: {
    [k: string]: Message
  }
  /**
   * What another system can report, such as an admission.
   */
  events?: {
    [k: string]: Event
  }
  /**
   * What the nurse asks on the phone.
   */
  scripts?: {
    [k: string]: Script
  }
  initial: Reference
  /**
   * The states of the pathway.
   */
  states: {
    [k: string]: State
  }
  /**
   * Transitions that hold in every state.
   */
  always?: Transition[]
  /**
   * What the monthly evaluation shows.
   */
  indicators?: {
    [k: string]: Indicator
  }
  /**
   * How a patient on an older version moves here.
   */
  upgrade?: Upgrade[]
}
/**
 * The same text in Dutch and English.
 */
export interface Text {
  /**
   * The Dutch text.
   */
  nl?: string
  /**
   * The English text.
   */
  en?: string
}
/**
 * The disease, with its codes.
 */
export interface ClinicalCondition {
  /**
   * The code of the disease in SNOMED CT, in quotes.
   */
  snomed?: string
  /**
   * The code that GPs use, such as K86.
   */
  icpc?: string
}
/**
 * Where the pathway starts and who answers for what.
 */
export interface Setting {
  /**
   * Who registers the patient: practice, hospital, chain or the patient.
   */
  origin?: 'practice' | 'hospital' | 'chain' | 'patient'
  responsible?: Reference
  monitoring?: Reference
  lead?: Reference
}
/**
 * How many alerts the authors find acceptable.
 */
export interface Budget {
  /**
   * The highest acceptable average.
   */
  alertsPerPatientWeek?: number
  evidence?: EvidenceReference
}
/**
 * Which parts come from a shared file.
 */
export interface SharedNames {
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  measurements?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  questionnaires?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  scores?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  evidence?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  parties?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  facts?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  calendars?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  routes?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  messages?: Name[]
  /**
   * The names that come from the shared file.
   *
   * @minItems 1
   */
  scripts?: Name[]
}
/**
 * Where a number comes from.
 */
export interface Evidence {
  /**
   * The name of the guideline, article or agreement.
   */
  title:
    | string
    | {
        nl?: string
        en?: string
      }
  /**
   * Year of publication.
   */
  year?: number
  /**
   * Where the source can be found.
   */
  source?: string
  /**
   * verified = read in the source, seed = from the founding documents, knowledge = professional knowledge, proposal = still to be confirmed.
   */
  certainty: 'verified' | 'seed' | 'knowledge' | 'proposal'
}
/**
 * Somebody who can be asked to act.
 */
export interface Party {
  title: Text
  /**
   * The kind of organisation.
   */
  kind: 'centre' | 'practice' | 'out-of-hours' | 'hospital' | 'home-care' | 'patient'
  hours?: Reference
}
/**
 * Something asked at registration.
 */
export interface Fact {
  /**
   * Whole number, decimal number, yes or no, or a choice.
   */
  type: 'integer' | 'decimal' | 'boolean' | 'choice'
  /**
   * UCUM unit, such as a for years.
   */
  unit?: string
  /**
   * Lowest possible value.
   */
  from?: number
  /**
   * Highest possible value.
   */
  to?: number
  /**
   * The possible answers.
   *
   * @minItems 2
   */
  options?: string[]
  title?: Text
  evidence?: EvidenceReference
}
/**
 * What it is about, and what it is compared with; or several conditions together.
 */
export interface Condition {
  /**
   * True when every condition is true.
   *
   * @minItems 1
   */
  all?: Condition[]
  /**
   * True when at least one condition is true.
   *
   * @minItems 1
   */
  any?: Condition[]
  not?: Condition
  measurement?: Reference
  mean?: Reference
  median?: Reference
  min?: Reference
  max?: Reference
  rise?: Reference
  fall?: Reference
  slope?: Reference
  deviation?: Reference
  count?: Reference
  since?: Reference
  score?: Reference
  answer?: Reference
  missed?: Reference
  adherence?: Reference
  alerts?: Level
  fact?: Reference
  parameter?: Reference
  inState?: Duration
  over?: Duration
  /**
   * With fewer readings the answer is unknown.
   */
  readings?: number
  /**
   * Only missed windows that follow one another directly.
   */
  inARow?: boolean
  /**
   * A baseline, or a personal limit such as the target weight.
   */
  from?:
    | string
    | {
        parameter: Reference
      }
  /**
   * The deviation in percent of the baseline.
   */
  percent?: boolean
  /**
   * What a reading must be to be counted.
   */
  where?: {
    above?: Limit
    atLeast?: Limit
    below?: Limit
    atMost?: Limit
    between?: Range
    /**
     * Exactly this value.
     */
    is?: boolean | number | string
  }
  /**
   * How many of the newest readings are looked at, such as 5 readings.
   */
  last?: string
  above?: Limit
  atLeast?: Limit
  below?: Limit
  atMost?: Limit
  between?: Range
  /**
   * True when it is exactly this.
   */
  is?: boolean | number | string
  /**
   * True when it is one of these.
   *
   * @minItems 1
   */
  oneOf?: (boolean | number | string)[]
  because?: Text
  evidence?: EvidenceReference
}
/**
 * From and up to and including.
 */
export interface Range {
  /**
   * The lowest value included.
   */
  from: number
  /**
   * The highest value included.
   */
  to: number
}
/**
 * A value that the patient measures, or a yes-or-no question.
 */
export interface Measurement {
  title?: Text
  /**
   * A number (the default) or yes or no.
   */
  type?: 'number' | 'boolean'
  /**
   * The code of the measurement, such as 8480-6.
   */
  loinc?: string
  /**
   * The code of the panel that holds the measurement, such as 85354-9 for blood pressure.
   */
  panel?: string
  /**
   * The SNOMED CT code of the measurement.
   */
  snomed?: string
  code?: Name
  /**
   * UCUM unit, such as mm[Hg].
   */
  unit?: string
  /**
   * The smallest step: 1 for whole numbers, 0.1 for one decimal. A single reading is rounded to it before it is compared with a limit.
   */
  precision?: number
  plausible?: Range
  stale?: Duration
  evidence?: EvidenceReference
}
/**
 * Questions in order, with their answers.
 */
export interface Questionnaire {
  title?: Text
  /**
   * The code of the questionnaire.
   */
  loinc?: string
  intro?: Text
  /**
   * The questions in order. The name of a question is used nowhere else.
   */
  items: {
    [k: string]: Item
  }
  stale?: Duration
  evidence?: EvidenceReference
}
/**
 * A question with answers to choose from, or a scale.
 */
export interface Item {
  ask: Text
  /**
   * The answers in order. Without options and without a scale: yes or no.
   *
   * @minItems 2
   * @maxItems 30
   */
  options?: Option[]
  scale?: Range
  /**
   * The code of the question.
   */
  loinc?: string
  /**
   * true = the patient may skip this question.
   */
  optional?: boolean
  evidence?: EvidenceReference
}
/**
 * An answer, with the points that it gives.
 */
export interface Option {
  /**
   * What is sent.
   */
  answer: number | string
  title?: Text
  /**
   * What the answer counts in a score. Default: the value itself.
   */
  points?: number
}
/**
 * A composite score. It is computed as soon as one of its inputs arrives, and is then a value like any other.
 */
export interface Score {
  title?: Text
  /**
   * The code of the score.
   */
  loinc?: string
  code?: Name
  /**
   * UCUM unit, mostly {score}.
   */
  unit?: string
  /**
   * The smallest step to which the score is rounded before it is compared with a limit. Without it there is no rounding.
   */
  precision?: number
  /**
   * sum = the points added up, mean = the mean of the inputs that are there.
   */
  combine: 'sum' | 'mean'
  /**
   * What the score is made of.
   */
  inputs: {
    [k: string]: ScoreInput
  }
  /**
   * What may be missing. Default: nothing.
   */
  missing?: {
    /**
     * So many inputs may be missing; otherwise the score is unknown.
     */
    atMost: number
    /**
     * What a missing input counts. Without it, it is left out.
     */
    points?: number
  }
  within?: Duration
  stale?: Duration
  /**
   * What the score means. The first that fits holds.
   *
   * @minItems 1
   */
  outcomes?: ScoreOutcome[]
  evidence?: EvidenceReference
}
/**
 * A value, and the points it gives. Without bands the value itself counts (of an answer: its points).
 */
export interface ScoreInput {
  measurement?: Reference
  answer?: Reference
  score?: Reference
  fact?: Reference
  mean?: Reference
  over?: Duration
  /**
   * With fewer the mean is unknown.
   */
  readings?: number
  /**
   * The first band that fits gives the points.
   *
   * @minItems 1
   * @maxItems 60
   */
  bands?: Band[]
  /**
   * What the points are multiplied by. Default: 1.
   */
  weight?: number
  title?: Text
}
/**
 * A stretch of the range and its points.
 */
export interface Band {
  /**
   * Above this number.
   */
  above?: number
  /**
   * This number or higher.
   */
  atLeast?: number
  /**
   * Below this number.
   */
  below?: number
  /**
   * This number or lower.
   */
  atMost?: number
  between?: Range
  /**
   * Exactly this value.
   */
  is?: boolean | number | string
  if?: Condition
  /**
   * What this band counts.
   */
  points: number
}
/**
 * A name for some of the totals, or for one input that scores high.
 */
export interface ScoreOutcome {
  outcome: Name
  title?: Text
  /**
   * Above this number.
   */
  above?: number
  /**
   * This number or higher.
   */
  atLeast?: number
  /**
   * Below this number.
   */
  below?: number
  /**
   * This number or lower.
   */
  atMost?: number
  between?: Range
  /**
   * The outcome holds when one input by itself gives so many points.
   */
  single?: {
    /**
     * This number or higher.
     */
    atLeast?: number
    /**
     * Above this number.
     */
    above?: number
  }
  evidence?: EvidenceReference
}
/**
 * The patient's own usual value: how and when it is made.
 */
export interface Baseline {
  title?: Text
  of: Reference
  /**
   * Mean, median, lowest, highest or newest value.
   */
  statistic: 'mean' | 'median' | 'min' | 'max' | 'latest'
  over: Duration
  /**
   * With fewer there is no baseline.
   */
  readings?: number
  /**
   * When the baseline is fixed. Without it, it moves along: over the time before the newest reading.
   */
  taken?: {
    completed?: Reference
    entering?: Reference
  }
  evidence?: EvidenceReference
}
/**
 * A limit that can be changed per patient.
 */
export interface Parameter {
  title?: Text
  measurement?: Reference
  /**
   * Holds until somebody sets another value.
   */
  default: number
  /**
   * The lowest value that may be set.
   */
  from: number
  /**
   * The highest value that may be set.
   */
  to: number
  /**
   * Who may change this limit.
   *
   * @minItems 1
   */
  setBy: Reference[]
  evidence?: EvidenceReference
}
/**
 * What is measured when.
 */
export interface Schedule {
  title?: Text
  /**
   * What is measured.
   *
   * @minItems 1
   */
  measure: Reference[]
  every: CalendarDuration
  /**
   * Only on these days of the week. Default: on every measuring day.
   *
   * @minItems 1
   */
  days?: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
  /**
   * The hours in which to measure, such as 06:00-10:00.
   *
   * @minItems 1
   */
  windows: string[]
  /**
   * How often to measure in one window. Default: 1.
   */
  readings?: number
  for?: CalendarDuration
  /**
   * Readings that are shown but left out of every average.
   */
  discard?: {
    first: CalendarDuration
  }
  remind?: Duration
  missedAfter?: Duration
  evidence?: EvidenceReference
}
/**
 * A condition that raises an alert.
 */
export interface Threshold {
  title?: Text
  level: Level
  route?: Reference
  when: Condition
  /**
   * The patient first measures once more. The alert comes when the second reading confirms it, or when none comes.
   */
  remeasure?: {
    within: Duration
  }
  quiet?: Duration
  together?: Duration
  message?: Reference
  script?: Reference
  evidence?: EvidenceReference
}
/**
 * Days and hours.
 */
export interface Calendar {
  /**
   * The days of the week.
   *
   * @minItems 1
   */
  days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
  from: Clock
  to: Clock
  /**
   * Public holidays without work.
   */
  holidays?: {
    /**
     * Dutch public holidays fall outside the calendar.
     */
    NL?: {
      /**
       * Whether 5 May is a holiday every year.
       */
      liberationDay?: boolean
    }
  }
}
/**
 * Who, how and within what time.
 */
export interface RouteStep {
  to: Reference
  by: Channel
  within: Duration
  counting?: Reference
  during?: Reference
  /**
   * Who gets the alert outside that calendar.
   */
  otherwise?: {
    to: Reference
    by: Channel
    within: Duration
  }
  /**
   * Repeats this step until somebody answers.
   */
  repeat?: boolean
  evidence?: EvidenceReference
}
/**
 * A text to somebody.
 */
export interface Message {
  to: Reference
  text: Text
}
/**
 * Something that another system or a clinician reports.
 */
export interface Event {
  title?: Text
  evidence?: EvidenceReference
}
/**
 * A state of the pathway.
 */
export interface State {
  title?: Text
  /**
   * The schedules that run in this state.
   */
  schedules?: Reference[]
  /**
   * The thresholds that hold in this state. Without it: all.
   */
  thresholds?: Reference[]
  /**
   * none = nobody watches; amber becomes coaching, red stays an alert.
   */
  monitoring?: 'none' | 'centre'
  /**
   * What happens when the state begins.
   */
  enter?: {
    message: Reference
  }[]
  /**
   * When the patient moves on, in order of precedence.
   */
  transitions?: Transition[]
  initial?: Reference
  /**
   * The sub-states of this state; no deeper. Elsewhere they are called state.substate.
   */
  states?: {
    [k: string]: State
  }
  /**
   * all = in this state the nurse also sees each submission in which nothing fired.
   */
  review?: 'all'
  exit?: Name
  evidence?: EvidenceReference
}
/**
 * What must happen, and what follows.
 */
export interface Transition {
  title?: Text
  threshold?: Reference
  completed?: Reference
  decision?: Name
  /**
   * Who may take this decision.
   *
   * @minItems 1
   */
  by?: Reference[]
  event?: Reference
  after?: Duration
  if?: Condition
  to?: Reference
  /**
   * The route of the alert, with level and title if wanted.
   */
  alert?:
    | string
    | {
        route: Reference
        level?: Level
        title?: Text
      }
  message?: Reference
  /**
   * The system proposes, one of these parties decides.
   *
   * @minItems 1
   */
  confirm?: Reference[]
  because?: Text
  evidence?: EvidenceReference
}
/**
 * A figure for the evaluation.
 */
export interface Indicator {
  title: Text
  patientsWhere: Condition
}
/**
 * How patients on an older version move here.
 */
export interface Upgrade {
  /**
   * The older versions, such as 1.x.
   */
  from: string
  /**
   * Old state to new state.
   */
  states?: {
    [k: string]: Reference
  }
  /**
   * Whether waiting times go on or start again.
   */
  timers?: 'keep' | 'restart'
}
