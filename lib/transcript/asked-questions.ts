import { MOST_QUESTIONS, type Answer } from './answers'
import { questionKey } from './question-key'
import { countsOnce, type CountSaid } from './said-words'
import { secondsOf, speechSpans, type TimeSpan } from './speech'
import type { Question, Segment, Talk } from './transcript'

/** Segments that all questions together may name, each as often as it is named. */
const MOST_PLACES = 100_000

/** A question that an interview was asked, by whatever script, with all that was said to it. Its text is as it was asked first. */
export type AskedQuestion = Omit<Answer, 'scripted' | 'asked'> & { key: string }

type Asked = Pick<Talk, 'questions' | 'segments'>

/** In the order in which they were asked, each key once. */
export function askedQuestionsOf({ questions, segments }: Asked, countSaid = countsOnce()): AskedQuestion[] {
  return [...groupedByKey(questions)].map(([key, same]) => toAsked({ key, same }, segments, countSaid))
}

/** The same for a question that a script repeats, in so many parts: each takes one of the times it was asked, and the last what is left. */
export function splitAsked(
  { questions, segments }: Asked,
  timesByKey: Map<string, number>,
): Map<string, AskedQuestion[]> {
  const countSaid = countsOnce()
  const groups = groupedByKey(questions)
  const partsOf = (key: string, times: number) =>
    Array.from({ length: times }, (_, index) => {
      const same = groups.get(key)?.slice(index, index === times - 1 ? undefined : index + 1) ?? []
      return toAsked({ key, same }, segments, countSaid)
    })
  return new Map([...timesByKey].map(([key, times]) => [key, partsOf(key, times)]))
}

function groupedByKey(questions: Question[]): Map<string, Question[]> {
  const groups = new Map<string, Question[]>()
  for (const question of withinBounds(questions)) {
    const key = questionKey(question.text)
    const same = groups.get(key)
    if (same) same.push(question)
    else groups.set(key, [question])
  }
  return groups
}

/** Those that are shown, from the first one on. */
function withinBounds(questions: Question[]): Question[] {
  let places = 0
  return questions.slice(0, MOST_QUESTIONS).filter(({ segments }) => (places += segments.length) <= MOST_PLACES)
}

function toAsked(
  { key, same }: { key: string; same: Question[] },
  segments: Segment[],
  countSaid: CountSaid,
): AskedQuestion {
  const indices = [...new Set(same.flatMap((question) => question.segments))].toSorted((a, b) => a - b)
  const said = indices.flatMap((index) => segments[index] ?? [])
  const candidate = said.filter((segment) => segment.speaker === 'candidate')
  const words = candidate.reduce((sum, segment) => sum + countSaid(segment), 0)
  const timed = spansOf(candidate)
  return {
    key,
    text: same[0]?.text ?? '',
    segments: indices.filter((index) => index in segments),
    spans: speechSpans(spansOf(said)),
    seconds: timed.length === 0 && words > 0 ? null : secondsOf(timed),
    words,
    followUps: Math.max(0, said.filter((segment) => segment.speaker === 'agent').length - 1),
  }
}

function spansOf(segments: Segment[]): TimeSpan[] {
  return segments.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
}
