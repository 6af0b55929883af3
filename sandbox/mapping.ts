import type { QuestionMapping, Segment } from './wire'

/** `questionOf[n]` is the question (from 0) that the n-th segment belongs to, null for none; a question nobody asked is left out. */
export function mapQuestions(
  questions: readonly string[],
  segments: readonly Segment[],
  questionOf: readonly (number | null)[],
): QuestionMapping[] {
  return questions.flatMap((question, number) => {
    const indices = segments.flatMap((_, index) => (questionOf[index] === number ? [index] : []))
    return indices.length > 0 ? [mapQuestion(question, segments, indices)] : []
  })
}

function mapQuestion(question: string, segments: readonly Segment[], indices: number[]): QuestionMapping {
  const items = indices.flatMap((index) => segments[index] ?? [])
  const words = items.flatMap((item) => item.words)
  return {
    script_question: question,
    transcript_item_indices: indices,
    start_timestamp: words[0]?.start ?? 0,
    end_timestamp: words.at(-1)?.end ?? 0,
    transcript_items: items.map(({ content, role }) => ({ content, role })),
  }
}
