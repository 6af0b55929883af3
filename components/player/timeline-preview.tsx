import { formatDuration } from '../duration'
import { questionAt } from './question-steps'
import { useReview } from '../review/review-context'
import { rangeOfOriginal } from '../transcript/segment-text'
import { saidElement } from '../transcript/transcript-place'
import { useSpeaker } from '../transcript/use-speaker'
import { useWordIndex } from '../transcript/use-word-index'
import type { PlacedWord, WordIndex } from '../transcript/word-index'

/** Words before and after the one that is said there. */
const CONTEXT = { before: 4, after: 7 }

type Props = { time: number; duration: number }

/** What is said at the place of the timeline that the pointer is over. */
export function TimelinePreview({ time, duration }: Props) {
  const { answers } = useReview()
  const speakerOf = useSpeaker()
  const index = useWordIndex()
  const word = index?.at(time)[0]
  const question = answers[questionAt(answers, time)]
  const share = duration ? time / duration : 0
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute bottom-full z-30 mb-1 w-72 rounded-md bg-raised px-3 py-2 text-xs shadow-float"
      style={{ left: `${share * 100}%`, transform: `translateX(-${share * 100}%)` }}
    >
      <p className="flex gap-2 text-muted">
        <span className="font-medium text-ink numeric">{formatDuration(time)}</span>
        {word && speakerOf(word.segment)}
      </p>
      {word && index && (
        <p dir="auto" className="truncate">
          {wordsAround(index, word)}
        </p>
      )}
      {question && (
        <p dir="auto" className="truncate text-faint">
          {question.text}
        </p>
      )}
    </div>
  )
}

function wordsAround(index: WordIndex, word: PlacedWord): string {
  const words = index.wordsOfSegment(word.segment)
  const at = words.indexOf(word)
  const first = words[Math.max(0, at - CONTEXT.before)] ?? word
  const last = words[Math.min(words.length - 1, at + CONTEXT.after)] ?? word
  const said = saidElement(word.segment)
  return (said && rangeOfOriginal(said, { from: first.from, to: last.to })?.toString().trim()) ?? ''
}
