import { ITEM_LIMITS, type UnreadableReason } from './limits'

/** Of what this interview has more than any should; null when of nothing. It is looked at before anything is made of it. */
export function excessOf(reply: unknown): UnreadableReason | null {
  const data = fieldOf(reply, 'interview_data')
  const segments = listOf(data, 'transcript_with_timestamp')
  const questions = listOf(data, 'questions_to_transcript_mapping')
  if (segments.length > ITEM_LIMITS.segments) return 'too_many_segments'
  if (lengthOfAll(segments, 'words') > ITEM_LIMITS.words) return 'too_many_words'
  const isTooMuch =
    questions.length > ITEM_LIMITS.questions || lengthOfAll(questions, 'transcript_item_indices') > ITEM_LIMITS.segments
  return isTooMuch ? 'too_many_questions' : null
}

function lengthOfAll(items: unknown[], name: string): number {
  return items.reduce((sum: number, item) => sum + listOf(item, name).length, 0)
}

function listOf(value: unknown, name: string): unknown[] {
  const field = fieldOf(value, name)
  return Array.isArray(field) ? field : []
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
