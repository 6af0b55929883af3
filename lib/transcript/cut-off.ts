import { questionKey } from './question-key'
import type { Talk } from './transcript'

const ENDS_SENTENCE = /[.!?。！？؟।]["”»」』’')]*\s*$/u
const HAS_SENTENCES = /[.!?。！？؟।]["”»」』’')]*(?:\s|$)/u

/**
 * The key of the question in whose answer the talk breaks off: the candidate speaks last, and in the middle of a sentence. Null
 * where it does not, and where nobody's sentences have an end.
 */
export function cutOffQuestion({ questions, segments }: Pick<Talk, 'questions' | 'segments'>): string | null {
  const last = segments.length - 1
  const said = segments[last]
  if (said?.speaker !== 'candidate' || ENDS_SENTENCE.test(said.text) || said.text.trim() === '') return null
  const answered = questions.findLast((question) => question.segments.includes(last))
  const hasSentences = segments.some(({ text }) => HAS_SENTENCES.test(text))
  return answered && hasSentences ? questionKey(answered.text) : null
}
