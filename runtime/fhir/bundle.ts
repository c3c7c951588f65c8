/** The answer to a search: one page of Observations, each as it was sent, with links to this page and its neighbours. */
import { renderObservation } from './render.ts'
import type { StoredObservation } from './parsed.ts'

/** A searchset Bundle as JSON text, because the Observations in it must keep their own text. */
export function searchBundle(
  found: StoredObservation[],
  query: URLSearchParams,
  base: string,
  { count, offset }: { count: number; offset: number },
): string {
  const link = (relation: string, start: number): { relation: string; url: string } => ({
    relation,
    url: `${base}/Observation?${paged(query, count, start)}`,
  })
  const links = [link('self', offset)]
  if (count > 0 && offset + count < found.length) links.push(link('next', offset + count))
  if (count > 0 && offset > 0) links.push(link('previous', Math.max(0, offset - count)))
  const entries = found.slice(offset, offset + count).map((stored) => {
    const fullUrl = JSON.stringify(`${base}/Observation/${stored.id}`)
    return `{"fullUrl":${fullUrl},"resource":${renderObservation(stored)},"search":{"mode":"match"}}`
  })
  const head = `"resourceType":"Bundle","type":"searchset","total":${found.length},"link":${JSON.stringify(links)}`
  return entries.length > 0 ? `{${head},"entry":[${entries.join(',')}]}` : `{${head}}`
}

function paged(query: URLSearchParams, count: number, offset: number): string {
  const page = new URLSearchParams(query)
  page.set('_count', String(count))
  page.set('_offset', String(offset))
  return page.toString()
}
