import type { Speaker } from './transcript'

/** `candidate` is how the candidate is called. */
export function speakerName(speaker: Speaker | undefined, candidate: string): string {
  if (speaker === 'candidate') return candidate
  return speaker === 'agent' ? 'Agent' : 'Other'
}
