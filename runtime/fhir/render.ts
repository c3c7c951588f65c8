/** An Observation as it is given back: the sender's own text, with our id and meta put in. 36.50 stays 36.50. */
import type { Meta } from '@medplum/fhirtypes'
import { scan } from './scan.ts'
import type { StoredObservation } from './parsed.ts'

/** JSON text. The sender's profiles, tags and labels stay in `meta`; every other byte is as it was sent. */
export function renderObservation({ id, received, source }: StoredObservation): string {
  const members = scan(source).members.filter(({ key }) => key !== 'id' && key !== 'meta' && key !== 'resourceType')
  const { meta } = JSON.parse(source) as { meta?: Meta }
  const ours: Meta = { ...meta, versionId: '1', lastUpdated: new Date(received).toISOString() }
  const head = `"resourceType":"Observation","id":${JSON.stringify(id)},"meta":${JSON.stringify(ours)}`
  return `{${[head, ...members.map(({ start, end }) => source.slice(start, end))].join(',')}}`
}
