import type { Part } from './part'
import type { Upstream } from './upstream'

const OURS = { 'cache-control': 'no-store', 'content-disposition': 'inline' }

/** All the headers of the answer: nothing of the upstream's passes but what a player needs. `type` is what it is served as. */
export function headersOf(upstream: Upstream, part: Part, type: string): Headers {
  const headers = new Headers({
    ...OURS,
    'content-type': type,
    'accept-ranges': part.kind === 'whole' && part.total === null ? 'none' : 'bytes',
  })
  const length = lengthOf(part)
  if (length !== null) headers.set('content-length', String(length))
  if (part.kind === 'extent') {
    headers.set('content-range', `bytes ${part.extent.from}-${part.extent.to}/${part.total ?? '*'}`)
  }
  for (const name of ['etag', 'last-modified']) {
    const value = upstream.header(name)
    if (/^[\x20-\x7e]+$/.test(value)) headers.set(name, value)
  }
  return headers
}

export function lengthOf(part: Part): number | null {
  return part.kind === 'extent' ? part.extent.to - part.extent.from + 1 : part.total
}

/** RFC 9110, 13.1.5: a strong entity tag or a date, equal to the upstream's own. */
export function isUnchanged(ifRange: string, upstream: Upstream): boolean {
  if (ifRange.startsWith('"')) return ifRange === upstream.header('etag')
  return ifRange === upstream.header('last-modified')
}
