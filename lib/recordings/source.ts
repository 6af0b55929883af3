import { DebriefError } from '../errors'
import { discard, fetchUpstream, type Ask, type Upstream } from './upstream'

const GONE = [403, 404, 410]
/** Some stores say so of an address that has expired, and of other things. */
const MAY_HAVE_EXPIRED = [400, 401]

/** Where a recording is now, and how to learn where it is once its address has expired. */
export type Source = { url: string; refresh: () => Promise<string | null> }

/**
 * Throws `recording_gone` when the address does not answer any more and there is no other, `recording_unreachable` when that is
 * not sure, besides what `fetchUpstream` throws.
 */
export async function askSource(source: Source, ask: Ask): Promise<Upstream> {
  const first = await fetchUpstream(source.url, ask)
  const isGone = GONE.includes(first.status)
  if (!isGone && !MAY_HAVE_EXPIRED.includes(first.status)) return first

  discard(first.body)
  const url = await source.refresh()
  if (url === null || url === source.url) throw new DebriefError(isGone ? 'recording_gone' : 'recording_unreachable')

  const second = await fetchUpstream(url, ask)
  if (GONE.includes(second.status)) throw new DebriefError('recording_gone')
  return second
}
