/** Answers about a patient on a pathway. */
import {
  actor,
  anything,
  boolean,
  count,
  inBoth,
  list,
  moment,
  number,
  oneOf,
  orNull,
  shape,
  text,
  value,
} from '../shape.ts'
import type { Schema } from '../shape.ts'
import { state } from './state.ts'

const event = { type: text, at: moment, 'submission?': text }

export const enrolments = {
  Enrolment: shape('A patient on a pathway.', {
    id: text,
    pathway: text,
    version: text,
    title: inBoth,
    started: moment,
    state,
    since: moment,
    watched: boolean,
    next: list(
      shape('A window to measure in.', {
        schedule: text,
        measurements: list(text),
        opens: moment,
        closes: moment,
        readings: count,
      }),
    ),
    measurements: list(
      shape('What can be sent.', {
        measurement: text,
        'kind?': oneOf('item', 'score'),
        title: inBoth,
        type: oneOf('number', 'boolean', 'choice'),
        'options?': list(shape('An answer.', { value, title: inBoth })),
        'unit?': text,
        'precision?': number,
        'plausible?': anything,
      }),
    ),
    limits: list(
      shape('A personal limit.', {
        parameter: text,
        title: inBoth,
        'measurement?': text,
        'unit?': text,
        value: number,
        default: number,
        from: number,
        to: number,
        'set?': shape('Who set it.', { by: actor, at: moment, 'because?': text }),
        setBy: list(text),
        mayChange: boolean,
      }),
    ),
    proposals: list(
      shape('What the system proposes.', {
        id: text,
        to: state,
        roles: list(text),
        since: moment,
        sentence: inBoth,
        mayAnswer: boolean,
      }),
    ),
    decisions: list(
      shape('A decision that can be taken.', {
        decision: text,
        title: inBoth,
        by: list(text),
        'to?': state,
        mayTake: boolean,
      }),
    ),
    facts: list(shape('What was known at registration.', { fact: text, title: inBoth, value, 'unit?': text })),
    pauses: list(
      shape('A stretch in which nothing is asked.', {
        reason: text,
        from: moment,
        until: orNull(moment),
        'by?': actor,
      }),
    ),
    events: list(shape('What may be reported.', { event: text, title: inBoth })),
  }),
  TraceAnswer: shape(
    'Why something fired, and why the rest did not. The instants inside `trace` are milliseconds since 1970.',
    {
      enrolment: text,
      pathway: text,
      version: text,
      event: shape('What happened.', { ...event, 'lateBy?': count }),
      trace: anything,
      events: list(shape('An event.', event)),
    },
  ),
} satisfies Record<string, Schema>
