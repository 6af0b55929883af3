import { MOST_QUESTIONS, type Answer } from './answers'
import { splitAsked, type AskedQuestion } from './asked-questions'
import { questionKey } from './question-key'
import type { Talk } from './transcript'

const NOTHING = { segments: [], spans: [], seconds: 0, words: 0, followUps: 0 }

/** The script's questions in their order, then those that were asked though the script has lost them. */
export function answersByScript({ script, ...talk }: Talk, asked: AskedQuestion[]): Answer[] {
  const scripted = script.slice(0, MOST_QUESTIONS).map((text) => ({ text, key: questionKey(text) }))
  const unplaced = new Map(asked.map((question) => [question.key, [question]]))
  for (const [key, parts] of splitAsked(talk, repeatedIn(scripted, unplaced))) unplaced.set(key, parts)
  const answers = scripted.map(({ text, key }) => toAnswer(unplaced.get(key)?.shift(), { text, key, scripted: true }))
  const keys = new Set(scripted.map(({ key }) => key))
  const others = asked.filter(({ key }) => !keys.has(key))
  return [
    ...answers,
    ...others.map((question) => toAnswer(question, { text: question.text, key: question.key, scripted: false })),
  ]
}

/** Of those that were asked, how often the script has each that it repeats. */
function repeatedIn(scripted: { key: string }[], asked: Map<string, unknown>): Map<string, number> {
  const times = new Map<string, number>()
  for (const { key } of scripted) if (asked.has(key)) times.set(key, (times.get(key) ?? 0) + 1)
  return new Map([...times].filter(([, count]) => count > 1))
}

function toAnswer(question: AskedQuestion | undefined, shown: Pick<Answer, 'text' | 'key' | 'scripted'>): Answer {
  const { segments, spans, seconds, words, followUps } = question ?? NOTHING
  return { ...shown, asked: segments.length > 0, segments, spans, seconds, words, followUps }
}
