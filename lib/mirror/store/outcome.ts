import type { LockedInterview } from '../../interviews/lock'
import type { RibbonInterview } from '../../ribbon/interview'

type Stored = Pick<LockedInterview, 'state' | 'duration' | 'hasTranscript' | 'contentHash'>

/**
 * What becomes of the newest reply: it is `same` as what is stored, `changed`, which is written, or `partial`: it has lost
 * what an earlier one had, so that Ribbon's hiccups take nothing from a review. Of a partial one only what must follow at once
 * is written: its flow, its team and its recordings.
 */
export function outcomeOf(
  stored: Stored | undefined,
  arrived: { interview: RibbonInterview; contentHash: string },
): 'same' | 'changed' | 'partial' {
  if (!stored) return 'changed'
  if (stored.contentHash === arrived.contentHash) return 'same'
  return losesNothing(stored, arrived.interview) ? 'changed' : 'partial'
}

/** The data, the transcript, its times and, once there is one, that it has been processed: what is there must come again. */
function losesNothing(stored: Stored, { state, segments, duration }: RibbonInterview): boolean {
  return (
    (state !== 'not_taken' || stored.state === 'not_taken') &&
    (segments.length > 0 || !stored.hasTranscript) &&
    (duration !== null || stored.duration === null) &&
    (state === 'ready' || stored.state !== 'ready' || !stored.hasTranscript)
  )
}
