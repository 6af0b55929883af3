import type { Random } from './random'
import { talk, tokensOf } from './speech'
import type { Vocabulary } from './vocabulary'

/** `question` is the flow's question it belongs to, from 0; null for greeting and goodbye. */
export type Turn = { role: 'agent' | 'user'; question: number | null; tokens: string[] }

export type Script = { random: Random; vocabulary: Vocabulary; questions: readonly string[] }

const GREETING = { agent: 14, user: 6 }
const GOODBYE = { agent: 12, user: 4 }
const SPENT_ON_MANNERS = GREETING.agent + GREETING.user + GOODBYE.agent + GOODBYE.user

/** A whole conversation of exactly `wordCount` tokens, as long as the questions themselves leave room. */
export function writeTurns(script: Script, wordCount: number): Turn[] {
  const { random, vocabulary, questions } = script
  const manners = (role: Turn['role'], count: number): Turn => ({
    role,
    question: null,
    tokens: talk(random, vocabulary, count),
  })
  const share = Math.floor((wordCount - SPENT_ON_MANNERS) / Math.max(1, questions.length))
  const extra = wordCount - SPENT_ON_MANNERS - share * questions.length
  return [
    manners('agent', GREETING.agent),
    manners('user', GREETING.user),
    ...questions.flatMap((_, at) => writeQuestion(script, at, share + (at === 0 ? extra : 0))),
    manners('agent', GOODBYE.agent),
    manners('user', GOODBYE.user),
  ]
}

/** The question as asked, then answers and follow-up questions in turn until the words are used up. */
function writeQuestion({ random, vocabulary, questions }: Script, question: number, wordCount: number): Turn[] {
  const asked = tokensOf(questions[question] ?? '')
  const turns: Turn[] = [{ role: 'agent', question, tokens: asked }]
  let left = wordCount - asked.length
  for (let role: Turn['role'] = 'user'; left > 0; role = role === 'user' ? 'agent' : 'user') {
    const count = Math.min(left, role === 'user' ? random.whole(15, 160) : random.whole(6, 24))
    turns.push({ role, question, tokens: talk(random, vocabulary, count) })
    left -= count
  }
  return turns
}
