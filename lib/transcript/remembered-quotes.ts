import 'server-only'
import { createHash } from 'node:crypto'
import { LruCache } from '../lru-cache'
import { createQuoteFinder, type Citation } from './quotes'
import type { Segment } from './transcript'

/** Places by a hash of transcript and text: nothing that anybody has said or written stays here. */
const known = new LruCache<Citation[]>(5_000)

/**
 * Finds as `createQuoteFinder` does, and remembers where: a page is drawn again and again, and to go through the words of a long talk
 * is a fifth of it. `version` is the transcript's.
 */
export function rememberedQuotes(segments: Segment[], version: string): (text: string) => Citation[] {
  const find = createQuoteFinder(segments)
  return (text) => {
    const key = createHash('sha256').update(`${version} ${text}`).digest('base64url')
    const citations = known.get(key) ?? find(text)
    known.set(key, citations)
    return citations
  }
}
