/** Keeps a play in step with the draft that is edited beside it: the same moves, always on the last draft that can run. */
import { compile, type Pathway, type PathwayDocument } from '../../runtime/interpreter/index.ts'
import type { Session } from '../session.ts'
import { replay, type Play } from './play.ts'

/** What the simulator remembers of one session, also while another view is in front. */
export type DraftPlay = {
  /** The last draft that can run; null when there was none yet. */
  pathway: Pathway | null
  document: PathwayDocument | null
  /** The text as it is now cannot run; `pathway` is an older one. */
  broken: boolean
  play: Play | null
}

const remembered = new WeakMap<Session, DraftPlay>()

/** The play of this session, taken again from its start when the draft has changed. */
export function draftPlay(session: Session): DraftPlay {
  const known = remembered.get(session) ?? { pathway: null, document: null, broken: false, play: null }
  const current = follow(known, session)
  remembered.set(session, current)
  return current
}

/** Remembers the play after a move. */
export function keepPlay(session: Session, play: Play | null): void {
  remembered.set(session, { ...draftPlay(session), play })
}

function follow(known: DraftPlay, session: Session): DraftPlay {
  const { pathway: document, stale, problems } = session
  const faulty = stale || document === null || problems.some(({ severity }) => severity === 'error')
  if (faulty) return { ...known, broken: true }
  if (document === known.document) return { ...known, broken: false }
  return rerun(known, document)
}

/** Problems are looked for after a pause: a draft with a fresh mistake may not compile or run, and waits for its mending. */
function rerun(known: DraftPlay, document: PathwayDocument): DraftPlay {
  try {
    const pathway = compile(document)
    return { pathway, document, broken: false, play: known.play === null ? null : replay(known.play, pathway) }
  } catch {
    return { ...known, broken: true }
  }
}
