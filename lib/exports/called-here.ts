import { legible } from '../text/legible'
import { oneLine } from './one-line'
import type { ReadTranscript } from './read-transcript'

/** How a transcript calls its candidate. */
export function calledHere({ candidate }: Pick<ReadTranscript, 'candidate'>): string {
  return oneLine(legible(candidate) ?? '') || 'Candidate'
}
