import { useCallback } from 'react'
import { useTranscript } from './transcript-context'
import { speakerName } from '@/lib/transcript/speaker-name'

/** Who says the segment with this index. */
export function useSpeaker(): (segment: number) => string {
  const { times, candidate } = useTranscript()
  return useCallback((segment: number) => speakerName(times[segment]?.speaker, candidate), [times, candidate])
}
