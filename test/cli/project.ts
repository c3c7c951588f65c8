/** A folder with a pathway, its stories, and readings to replay. */
import { smallText } from '../simulation/small-pathway.ts'
import { folder } from './command.ts'

export const stories = `
- story: Koorts wordt gezien
  start: 2026-03-27T08:00
  facts: { age: 64 }
  steps:
    - { send: { temperature: 39 }, expect: { alerts: [ { threshold: fever, level: amber } ] } }
`

export const wrong = stories.replace('level: amber', 'level: red').replace('gezien', '<gezien> & "gehoord"')

export const csv =
  'subject,time,measure,value,unit,context\nx,2026-03-27T08:00,temp,39,Cel,\nx,2026-03-27T09:00,temp,102.2,[degF],\n'

export const project = (more: Record<string, string | Uint8Array> = {}) =>
  folder({
    'small.yaml': smallText,
    'small.scenarios.yaml': stories,
    'wrong.yaml': smallText.replace('to: review', 'to: revieuw'),
    'x.csv': csv,
    ...more,
  })
