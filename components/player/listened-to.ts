import type { Answer } from '@/lib/transcript/answers'
import { MARGIN_SECONDS } from '@/lib/transcript/listening'
import { commonSpans, type TimeSpan } from '@/lib/transcript/speech'

/** What of an answer is played; all of it where nothing would be heard. What is not longer than the margin of a cut is no speech of it. */
export function listenedTo({ spans }: Answer, listening: readonly TimeSpan[] | null): readonly TimeSpan[] {
  const common = listening ? commonSpans(spans, listening) : []
  const heard = common.filter(({ start, end }) => end - start > MARGIN_SECONDS)
  return heard.length > 0 ? heard : spans
}
