import type { Correction } from '@/lib/corrections/correction'
import { answersOf } from '@/lib/interviews/answers'
import { evidenceOf } from '@/lib/interviews/evidence'
import type { Interview } from '@/lib/interviews/interview'
import type { Neighbours } from '@/lib/interviews/list'
import type { Moment } from '@/lib/interviews/moment'
import type { Author } from '@/lib/notes/note'
import { NotesProvider } from '../notes/notes-context'
import { CandidateHeader } from './candidate-header'
import { FindProvider } from './find-context'
import { HeardProvider } from './heard-context'
import { LiveState } from './live-state'
import { NoRecording } from './no-recording'
import { NotesPanel } from './notes-panel'
import { PanelProvider } from './panel-context'
import type { PanelName } from './panel-name'
import { PlaybackProvider } from './playback-context'
import { Player } from './player'
import { Questions } from './questions'
import { ReviewProvider } from './review-context'
import { ReviewLayout } from './review-layout'
import { Script } from './script'
import { Scores } from './scores'
import { segmentTimes } from './segment-time'
import { Summary } from './summary'
import { Transcript } from './transcript'
import { TranscriptBar } from './transcript-bar'

type Props = {
  interview: Interview
  me: Author
  corrections: Correction[]
  neighbours: Neighbours | null
  /** The list's query string, to go back to. */
  search: string
  panel: PanelName
  moment: Moment
  /** What the list was searched for. */
  find: string
}

export function ReviewRoom({ interview, me, corrections, neighbours, search, panel, moment, find }: Props) {
  const { id, state, hasAudio, hasVideo, segments, duration, candidate } = interview
  const answers = answersOf(interview)
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
  const name = candidate.name?.split(/\s+/u)[0] ?? 'Candidate'
  const version = `${segments.length}.${segments.reduce((sum, { text }) => sum + text.length, 0)}.${duration}`
  const review = {
    interviewId: id,
    version,
    candidate: name,
    times: segmentTimes(segments),
    answers,
    corrections,
    playable,
  }
  return (
    <ReviewProvider {...review}>
      <PlaybackProvider duration={duration} moment={moment}>
        <FindProvider initial={find}>
          <PanelProvider initial={panel}>
            <NotesProvider interviewId={id} me={me}>
              <HeardProvider>
                <ReviewLayout
                  header={header}
                  player={playable ? <Player kind={hasVideo ? 'video' : 'audio'} /> : <NoRecording />}
                  transcript={
                    <>
                      <TranscriptBar />
                      <Transcript interview={interview} name={name} corrections={corrections} />
                    </>
                  }
                  summary={<Summary text={interview.summary} segments={segments} />}
                  scores={<Scores interview={interview} evidence={evidenceOf(interview, answers)} />}
                  questions={<Questions processing={state === 'processing'} />}
                  notes={<NotesPanel />}
                />
              </HeardProvider>
            </NotesProvider>
          </PanelProvider>
        </FindProvider>
      </PlaybackProvider>
    </ReviewProvider>
  )
}
