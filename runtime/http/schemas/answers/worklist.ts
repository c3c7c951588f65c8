/** Answers about the worklist. */
import {
  actor,
  anything,
  boolean,
  inBoth,
  level,
  list,
  moment,
  oneOf,
  organisation,
  orNull,
  shape,
  text,
  value,
} from '../shape.ts'
import type { Schema } from '../shape.ts'

const asked = { party: text, title: inBoth, by: oneOf('worklist', 'phone'), since: moment, deadline: moment }
const pathwayName = shape('A version of a pathway.', { id: text, version: text, title: inBoth })

export const worklist = {
  WorkItem: shape('An alert on the worklist.', {
    id: text,
    level,
    title: inBoth,
    status: oneOf('open', 'acknowledged', 'snoozed', 'resolved'),
    patient: shape('Whose.', { id: text, name: text }),
    organisation,
    enrolment: text,
    pathway: pathwayName,
    pathways: list(pathwayName),
    why: inBoth,
    path: text,
    because: list(
      shape('A reading behind it.', {
        reading: text,
        measurement: text,
        title: inBoth,
        value,
        'unit?': text,
        at: moment,
      }),
    ),
    unconfirmed: boolean,
    late: boolean,
    under: list(shape('What else fired.', { key: text, title: inBoth, level, at: moment })),
    raised: moment,
    asked: shape('Who is asked now.', asked),
    told: list(shape('Who was asked.', { ...asked, reason: text })),
    'script?': anything,
    'acknowledged?': shape('Who took it up.', { by: actor, at: moment }),
    'resolved?': shape('What came of it.', { by: actor, at: moment, outcome: text, 'note?': text }),
    'snoozed?': shape('Until when it is put off, and what breaks that.', {
      by: actor,
      at: moment,
      until: moment,
      'because?': text,
      causes: list(inBoth),
    }),
    corrected: list(
      shape('A reading behind it that was corrected; null when withdrawn.', {
        reading: text,
        value: orNull(value),
        at: moment,
        by: actor,
        untrue: boolean,
      }),
    ),
  }),
} satisfies Record<string, Schema>
