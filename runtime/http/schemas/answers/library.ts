/** Answers about the library: pathways, drafts, checks. */
import { anything, count, list, maybeBoth, moment, orNull, ref, shape, text } from '../shape.ts'
import type { Schema } from '../shape.ts'

const version = {
  version: text,
  hash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  published: moment,
  by: text,
  patients: count,
}
const draft = {
  id: text,
  pathway: orNull(text),
  title: maybeBoth,
  version: count,
  created: moment,
  updated: moment,
  by: shape('Who saved it.', { person: text, name: text }),
}

export const library = {
  PathwaySummary: shape('A pathway of the library.', {
    id: text,
    title: maybeBoth,
    'condition?': anything,
    versions: list(shape('A published version.', version)),
    drafts: list(shape('A draft.', draft)),
  }),
  PathwayVersion: shape('A published version, which never changes.', {
    ...version,
    pathway: text,
    title: maybeBoth,
    text,
    shared: ref('SharedFiles'),
  }),
  SharedFiles: { description: 'The texts of shared files by their name.', type: 'object', additionalProperties: text },
  DraftSummary: shape('A draft.', draft),
  Draft: shape('A draft with its text.', { ...draft, text }),
  CheckAnswer: shape('What the checks found.', { problems: list(ref('Finding')) }),
} satisfies Record<string, Schema>
