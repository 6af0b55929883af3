import { DebriefError } from '../errors'
import { discard, fetchUpstream, type Ask, type Upstream } from './upstream'

const GONE = [403, 404, 410]

/** Where a recording is now, and how to learn where it is once its address has expired. */
export type Source = { url: string; refresh: () => Promise<string | null> }

/** Throws `recording_gone` when the address does not answer any more and there is no other, besides what `fetchUpstream` throws. */
export async function askSource(source: Source, ask: Ask): Promise<Upstream> {
  const first = await fetchUpstream(source.url, ask)
  if (!GONE.includes(first.status)) return first

  discard(first.body)
  const url = await source.refresh()
  if (url === null || url === source.url) throw new DebriefError('recording_gone')

  const second = await fetchUpstream(url, ask)
  if (GONE.includes(second.status)) throw new DebriefError('recording_gone')
  return second
}
