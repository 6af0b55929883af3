import type { InvalidCause } from '@/lib/interviews/interview'

export const INVALID_WORDS: Record<InvalidCause, string> = {
  technical_failure: 'Technical failure',
  other_speaker: 'Somebody else spoke',
  too_little_said: 'Too little was said',
}
