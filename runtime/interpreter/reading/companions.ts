/** What a shared part cannot do without: the sources, parties and calendars that it points at. */
import { referencesIn } from './references.ts'
import type { SharedSection } from './shared-file.ts'

/** Sections of which a part comes along; measurements, facts and the like are named by the pathway, or it has them itself. */
const companions: Record<string, SharedSection> = {
  evidence: 'evidence',
  parties: 'parties',
  roles: 'parties',
  calendars: 'calendars',
}

/** The parts of the same shared file that come along with one, because it names them. */
export function companionsOf(part: {
  section: SharedSection
  name: string
  value: unknown
}): { section: SharedSection; name: string }[] {
  return referencesIn({ [part.section]: { [part.name]: part.value } }).flatMap(({ section, name }) =>
    Object.hasOwn(companions, section) ? [{ section: companions[section]!, name }] : [],
  )
}
