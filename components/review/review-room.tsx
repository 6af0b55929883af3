import { createHash } from 'node:crypto'
import type { Interview, ScoreVersion } from '@/lib/interviews/interview'
import type { Segment } from '@/lib/transcript/transcript'
import { legible } from '@/lib/text/legible'
import type { Neighbours } from '@/lib/interviews/list/list'
import type { Moment } from '@/lib/transcript/moment'
import type { Findings } from '@/lib/review/findings'
import type { Author } from '@/lib/members/member'
import { NotDrawn } from '../not-drawn'
import { NotesProvider } from '../notes/notes-context'
import { CandidateHeader } from './candidate-header'
import { FindProvider } from '../transcript/find-context'
import { HeardProvider } from './heard/heard-context'
import { LiveState } from './live-state'
import { NoRecording } from '../player/no-recording'
import { AnswersProvider } from './answers-context'
import { NoteMarkers } from './notes/note-markers'
import { NoteOnSelection } from './notes/note-on-selection'
import { NotesPanel } from './notes/notes-panel'
import { PanelProvider } from './panels/panel-context'
import type { PanelName } from './panels/panel-name'
import { PlaybackProvider } from '../player/playback-context'
import { Questions } from './panels/questions'
import { ReviewPlayer } from './review-player'
import { ReviewLayout } from './review-layout'
import { Script } from './script'
import { ScoresPanel } from './panels/scores'
import { segmentTimes } from '../transcript/segment-time'
import { TranscriptProvider } from '../transcript/transcript-context'
import { Summary } from './panels/summary'
import { whatIsThere } from './what-is-there'
import { Transcript } from '../transcript/transcript'
import { TranscriptBar } from './transcript-bar'
import { WhileSeen } from './while-seen'

type Props = {
  interview: Interview
  me: Author
  findings: Findings
  formerScores: ScoreVersion[]
  neighbours: Neighbours | null
  /** The list's query string, to go back to. */
  search: string
  panel: PanelName
  moment: Moment
  /** What the list was searched for. */
  find: string
}

export function ReviewRoom({ interview, me, findings, formerScores, ...shown }: Props) {
  const { neighbours, search, panel, moment, find } = shown
  const { id, state, hasAudio, hasVideo, segments, duration, candidate } = interview
  const { answers, evidence, corrections } = findings
  const header = (
    <>
      <CandidateHeader interview={interview} neighbours={neighbours} search={search} />
      <LiveState id={id} state={state} shown={whatIsThere(interview)} />
    </>
  )
  if (state === 'not_taken') {
    return (
      <WhileSeen interviewId={id} memberId={me.id}>
        {header}
        <Script questions={interview.script} />
      </WhileSeen>
    )
  }

  const playable = hasAudio || hasVideo
  // A key too: where a video comes to what was audio alone, another element plays.
  const kind = hasVideo ? 'video' : 'audio'
  const name = legible(candidate.name)?.split(/\s+/u)[0] ?? 'Candidate'
  const said = {
    interviewId: id,
    version: versionOf(segments),
    candidate: name,
    times: segmentTimes(segments),
    corrections,
    playable,
  }
  return (
    <WhileSeen interviewId={id} memberId={me.id}>
      <TranscriptProvider {...said}>
        <PlaybackProvider duration={duration} moment={moment}>
          <FindProvider initial={find}>
            <AnswersProvider answers={answers ?? []}>
              <PanelProvider initial={panel}>
                <NotesProvider interviewId={id} me={me}>
                  <HeardProvider>
                    <ReviewLayout
                      header={header}
                      player={
                        playable ? <ReviewPlayer key={kind} kind={kind} /> : <NoRecording state={interview.state} />
                      }
                      transcript={
                        <>
                          <TranscriptBar />
                          <Transcript
                            interview={interview}
                            name={name}
                            corrections={corrections}
                            margin={<NoteMarkers />}
                            tools={<NoteOnSelection />}
                          />
                        </>
                      }
                      summary={<Summary text={interview.summary} segments={segments} />}
                      scores={<ScoresPanel interview={interview} evidence={evidence} formerScores={formerScores} />}
                      questions={
                        answers ? (
                          <Questions
                            processing={state === 'processing'}
                            sent={Math.max(interview.script.length, interview.questions.length)}
                          />
                        ) : (
                          <NotDrawn name="The questions" />
                        )
                      }
                      notes={<NotesPanel />}
                    />
                  </HeardProvider>
                </NotesProvider>
              </PanelProvider>
            </AnswersProvider>
          </FindProvider>
        </PlaybackProvider>
      </TranscriptProvider>
    </WhileSeen>
  )
}

/** Another one as soon as Ribbon says anything else, or at another time: the times of the words are then read anew. */
function versionOf(segments: Segment[]): string {
  return createHash('sha256').update(JSON.stringify(segments)).digest('base64url').slice(0, 16)
}
