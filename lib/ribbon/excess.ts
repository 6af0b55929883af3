import { fieldOf, listField } from './field'
import { ITEM_LIMITS, type UnreadableReason } from './limits'
import { Tokens } from './tokens'

/** Of what this interview has more than any should; null when of nothing. It is looked at before anything is made of it. */
export function excessOf(reply: unknown): UnreadableReason | null {
  const data = fieldOf(reply, 'interview_data')
  const segments = listField(data, 'transcript_with_timestamp')
  const questions = listField(data, 'questions_to_transcript_mapping')
  if (segments.length > ITEM_LIMITS.segments) return 'too_many_segments'
  if (sumOf(segments, wordCount) > ITEM_LIMITS.words) return 'too_many_words'
  const isTooMuch = questions.length > ITEM_LIMITS.questions || sumOf(questions, indexCount) > ITEM_LIMITS.segments
  return isTooMuch ? 'too_many_questions' : null
}

function sumOf(items: unknown[], countOf: (item: unknown) => number): number {
  return items.reduce((sum: number, item) => sum + countOf(item), 0)
}

function wordCount(utterance: unknown): number {
  const words = fieldOf(utterance, 'words')
  return words instanceof Tokens ? words.ends.length : listField(utterance, 'words').length
}

function indexCount(question: unknown): number {
  return listField(question, 'transcript_item_indices').length
}
