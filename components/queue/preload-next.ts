import { mutate } from 'swr'
import { AHEAD_HEADER } from '@/lib/ahead-header'
import { interviewUrl } from '@/lib/interviews/interview-url'
import { TRANSCRIPT_VERSION_HEADER } from '@/lib/transcript/version-header'
import type { CompactWords } from '@/lib/transcript/words'
import type { QueueItem } from '@/lib/queue/queue'
import { askServer } from '../ask-server'
import { preloadRecording } from '../player/preloaded'
import { swrKeys } from '../swr-keys'
import { WordIndex } from '../transcript/word-index'

/** What the next page asks for once it is there: the times of its words, and the beginning of its recording. */
export function preloadNext({ interviewId, hasRecording, hasVideo, begins }: QueueItem, listen: string | null) {
  preloadWords(interviewId).catch(() => {
    // The page asks for them itself.
  })
  if (!hasRecording) return
  const kind = hasVideo ? 'video' : 'audio'
  const at = listen === null ? 0 : (begins ?? 0)
  preloadRecording({ src: interviewUrl(interviewId, 'recording', kind), kind, at })
}

async function preloadWords(interviewId: string) {
  const response = await askServer(interviewUrl(interviewId, 'words'), { headers: { [AHEAD_HEADER]: '1' } })
  const version = response.headers.get(TRANSCRIPT_VERSION_HEADER)
  if (!response.ok || !version) return
  const words = (await response.json()) as CompactWords
  await mutate(swrKeys.words(interviewId, version), new WordIndex(words), { revalidate: false })
}
