import type { Replacement } from '../transcript/as-read'
import type { Segment } from '../transcript/transcript'
import type { CompactWords } from '../transcript/words'

/**
 * What was said in an interview and how it is read: `corrections` are those that stand and fit. `candidate` is their name,
 * `duration` seconds, `firstSeenAt` ISO 8601.
 */
export type ReadTranscript = {
  candidate: string | null
  flowTitle: string | null
  duration: number | null
  firstSeenAt: string
  segments: Segment[]
  words: CompactWords
  corrections: Replacement[]
}
