import type { ReactNode } from 'react'
import type { ComparedAnswer } from '@/lib/compare/compared'
import { knownAs } from '@/lib/compare/known-as'
import { PlaybackProvider } from '../player/playback-context'
import { PlaybackRoot } from '../player/playback-root'
import { AnswerSound } from './answer-sound'
import { playedOf } from './use-answer-sound'

type Props = {
  answer: ComparedAnswer
  withAgent: boolean
  /** It is open, or comes next: then its recording is loaded. */
  isLoaded: boolean
  /** What steers it, while it is open; null while it is not. */
  open: ReactNode
  closed: ReactNode
}

/** An answer with its recording, once that is wanted. */
export function AnswerPlayback({ answer, withAgent, isLoaded, open, closed }: Props) {
  if (!isLoaded && !open) return closed

  const spans = playedOf(answer, withAgent)
  return (
    <PlaybackProvider duration={spans.at(-1)?.end ?? 0} moment={AT_START} cue={spans[0]?.start}>
      {answer.recording !== null && <AnswerSound interview={knownAs(answer)} recording={answer.recording} />}
      {open ? <PlaybackRoot className="">{open}</PlaybackRoot> : closed}
    </PlaybackProvider>
  )
}

const AT_START = { start: 0, end: null }
