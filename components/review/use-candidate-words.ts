import { useMemo } from 'react'
import { useReview } from './review-context'
import { useWordIndex } from './use-word-index'
import type { PlacedWord } from './word-index'

const NONE: PlacedWord[] = []

/** All that the candidate says, word by word; none until the times are there. */
export function useCandidateWords(): PlacedWord[] {
  const { times } = useReview()
  const index = useWordIndex()
  return useMemo(() => {
    if (!index) return NONE
    return times.flatMap(({ speaker }, segment) => (speaker === 'candidate' ? index.wordsOfSegment(segment) : []))
  }, [times, index])
}
