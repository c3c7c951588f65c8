/** Published versions and drafts as the API shows them. */
import { aboutText } from '../../engine/index.ts'
import type { Engine, KeptDraft, Published } from '../../engine/index.ts'
import type { Draft, DraftSummary, PathwaySummary, PathwayVersion, PublishedVersion } from '../api.ts'
import { moment } from '../moment.ts'

/** How many patients are on each version now: `hypertension@1.0.0` → 12. */
type Enrolled = Map<string, number>

export async function enrolledPerVersion({ store }: Engine): Promise<Enrolled> {
  const counts: Enrolled = new Map()
  for (const { enrolments } of await store.patients()) {
    for (const { pathway, version, exit } of enrolments) {
      const key = `${pathway}@${version}`
      if (exit === undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function versionView({ pathway, version, hash, published, by }: Published, enrolled: Enrolled): PublishedVersion {
  return {
    version,
    hash,
    published: moment(published),
    by: by.name,
    patients: enrolled.get(`${pathway}@${version}`) ?? 0,
  }
}

/** A published version with its text and the shared files that it uses. */
export function pathwayVersion(published: Published, enrolled: Enrolled): PathwayVersion {
  const { pathway, text, shared = {} } = published
  return { ...versionView(published, enrolled), pathway, title: aboutText(text).title, text, shared }
}

/** A draft without its text. */
export function draftSummary({ text, created, updated, ...draft }: KeptDraft): DraftSummary {
  return { ...draft, ...aboutText(text), created: moment(created), updated: moment(updated) }
}

/** A draft with its text. */
export const draftView = (draft: KeptDraft): Draft => ({ ...draftSummary(draft), text: draft.text })

/** One row per pathway id, whether it was published or is only a draft. */
export function pathwaySummaries({ library }: Engine, kept: KeptDraft[], enrolled: Enrolled): PathwaySummary[] {
  const drafts = kept.map(draftSummary)
  const ids = new Set([
    ...library.versions().map(({ pathway }) => pathway),
    ...drafts.flatMap(({ pathway }) => pathway ?? []),
  ])
  return [...ids].toSorted().map((id) => {
    const versions = library.versions(id)
    const own = drafts.filter(({ pathway }) => pathway === id)
    const definition = versions[0] && library.get(id, versions[0].version).definition
    return {
      id,
      title: definition?.title ?? own[0]?.title ?? {},
      ...(definition?.condition ? { condition: definition.condition } : {}),
      versions: versions.map((published) => versionView(published, enrolled)),
      drafts: own,
    }
  })
}
