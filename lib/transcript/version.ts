import 'server-only'
import { createHash } from 'node:crypto'
import type { Segment } from './transcript'

/** Another one as soon as Ribbon says anything else, or at another time: the times of the words are then read anew. */
export function transcriptVersion(segments: Segment[]): string {
  return createHash('sha256').update(JSON.stringify(segments)).digest('base64url').slice(0, 16)
}
