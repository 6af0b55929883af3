import { z } from 'zod'
import type { Question } from '../transcript/transcript'
import { ITEM_LIMITS, TEXT_LIMITS } from './limits'
import { listOf, seconds, textUpTo } from './wire'

const mapping = z.object({
  script_question: textUpTo(TEXT_LIMITS.question).catch(''),
  transcript_item_indices: listOf(z.number().nullable(), { instead: null, most: ITEM_LIMITS.segments }),
  start_timestamp: seconds,
  end_timestamp: seconds,
})

const UNREADABLE = { script_question: '', transcript_item_indices: [], start_timestamp: null, end_timestamp: null }

export const wireQuestions = listOf(mapping, { instead: UNREADABLE, most: ITEM_LIMITS.questions })

/** Only indices of segments that exist remain, each once; those that were cut are the last one that was kept, the mark. */
export function reshapeQuestion(
  wire: z.output<typeof mapping>,
  { sent, kept }: { sent: number; kept: number },
): Question {
  const { start_timestamp: start, end_timestamp: end } = wire
  const exists = (index: number | null): index is number =>
    index !== null && Number.isInteger(index) && index >= 0 && index < sent

  return {
    text: wire.script_question,
    segments: [...new Set(wire.transcript_item_indices.filter(exists).map((index) => Math.min(index, kept - 1)))],
    start,
    end: start !== null && end !== null ? Math.max(start, end) : end,
  }
}
