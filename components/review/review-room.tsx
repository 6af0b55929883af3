import { answersOf } from '@/lib/interviews/answers'
import type { Interview } from '@/lib/interviews/interview'
import type { Neighbours } from '@/lib/interviews/list'
import { CandidateHeader } from './candidate-header'
import { LiveState } from './live-state'
import { NoRecording } from './no-recording'
import type { PanelName } from './panel-name'
import { PlaybackProvider } from './playback-context'
import { Player } from './player'
import { Questions } from './questions'
import { ReviewLayout } from './review-layout'
import { Script } from './script'
import { Scores } from './scores'
import { segmentTimes } from './segment-time'
import { Summary } from './summary'
import { Transcript } from './transcript'

type Props = {
  interview: Interview
  neighbours: Neighbours | null
  /** The list's query string, to go back to. */
  search: string
  panel: PanelName
  /** Seconds. */
  startAt: number
}

export function ReviewRoom({ interview, neighbours, search, panel, startAt }: Props) {
  const { id, state, hasAudio, hasVideo, segments, duration } = interview
  const answers = answersOf(interview)
  const times = segmentTimes(segments)
  const header = (
    <>
      <CandidateHeader interview={interview} neighbours={neighbours} search={search} />
      <LiveState id={id} state={state} />
    </>
  )
  if (state === 'not_taken') {
    return (
      <>
        {header}
        <Script questions={interview.script} />
      </>
    )
  }

  const playable = hasAudio || hasVideo
  return (
    <PlaybackProvider duration={duration} startAt={startAt}>
      <ReviewLayout
        initial={panel}
        header={header}
        player={
          playable ? (
            <Player interviewId={id} kind={hasVideo ? 'video' : 'audio'} times={times} answers={answers} />
          ) : (
            <NoRecording />
          )
        }
        transcript={<Transcript interview={interview} times={times} />}
        summary={<Summary text={interview.summary} />}
        scores={
          <Scores
            interview={interview}
            answered={answers.filter((answer) => answer.seconds > 0).length}
            asked={answers.filter((answer) => answer.asked).length}
          />
        }
        questions={<Questions answers={answers} playable={playable} processing={state === 'processing'} />}
      />
    </PlaybackProvider>
  )
}
