import type { Attempt } from '@/lib/attempts/attempt'
import { isAllowed, type Role } from '@/lib/auth/permissions'
import { plays, type Interview, type ScoreVersion } from '@/lib/interviews/interview'
import { transcriptVersion } from '@/lib/transcript/version'
import { legible } from '@/lib/text/legible'
import type { Neighbours } from '@/lib/interviews/list/list'
import type { Cue } from '@/lib/transcript/cue'
import type { Moment } from '@/lib/transcript/moment'
import type { Findings } from '@/lib/review/findings'
import type { Votes } from '@/lib/votes/vote'
import type { Author } from '@/lib/members/member'
import { NotDrawn } from '../not-drawn'
import { pack } from '../packed'
import { CueNotice } from './cue-notice'
import { NoRecording } from '../player/no-recording'
import { NoteMarkers } from './notes/note-markers'
import { NoteOnSelection } from './notes/note-on-selection'
import { NotesPanel } from './notes/notes-panel'
import type { PanelName } from './panels/panel-name'
import type { ListensTo } from '../player/playback-state'
import { Questions } from './panels/questions'
import { ReviewHead } from './review-head'
import { ReviewPlayer } from './review-player'
import { ReviewProviders } from './review-providers'
import { ReviewLayout } from './review-layout'
import { Script } from './script'
import { ScoresPanel } from './panels/scores'
import { segmentTimes } from '../transcript/segment-time'
import { Summary } from './panels/summary'
import { whatIsThere } from './what-is-there'
import { Transcript } from '../transcript/transcript'
import { TranscriptBar } from './transcript-bar'
import { HiddenUntilVote } from '../votes/hidden-until-vote'
import { DockedVoteRow } from './docked-vote-row'
import { WhileSeen } from './while-seen'

type Props = {
  interview: Interview
  me: Author
  role: Role
  votes: Votes
  /** When it is drawn, in milliseconds. */
  now: number
  findings: Findings
  formerScores: ScoreVersion[]
  /** Of this candidate in this flow; none where this is the only one. */
  attempts: Attempt[]
  neighbours: Neighbours | null
  /** The list's query string, to go back to. */
  search: string
  panel: PanelName
  moment: Moment
  /** At which question it begins, where the link says one and no moment. */
  cue: Cue | null
  listensTo: ListensTo
  /** What the list was searched for. */
  find: string
}

export function ReviewRoom({ interview, me, role, votes, now, findings, formerScores, attempts, ...shown }: Props) {
  const { neighbours, search, panel, moment, cue, listensTo, find } = shown
  const { id, state, hasVideo, segments, duration, candidate, flow, invalid, status, statusSet, ribbonStatus } =
    interview
  const { answers, evidence, corrections } = findings
  const isHidden = interview.assessment.is === 'hidden'
  const header = (
    <ReviewHead
      // Not all of the interview: what is given here is sent to the browser, and all that is said with it.
      interview={{ id, candidate, flow, state, duration, invalid, status, statusSet, ribbonStatus }}
      neighbours={neighbours}
      search={search}
      attempts={attempts}
      mayLink={isAllowed(role, 'attempt.link')}
      shown={whatIsThere(interview)}
    />
  )
  if (state === 'not_taken') {
    return (
      <WhileSeen interviewId={id} memberId={me.id}>
        {header}
        <Script questions={interview.script} />
      </WhileSeen>
    )
  }

  const playable = plays(interview)
  const version = transcriptVersion(segments)
  // A key too: where a video comes to what was audio alone, another element plays.
  const kind = hasVideo ? 'video' : 'audio'
  const name = legible(candidate.name)?.split(/\s+/u)[0] ?? 'Candidate'
  return (
    <WhileSeen interviewId={id} memberId={me.id}>
      <ReviewProviders
        said={{
          ...{ interviewId: id, version, candidate: name, playable },
          ...{ times: pack(segmentTimes(segments)), corrections },
        }}
        playback={{ duration, moment, cue: cue?.start, listensTo }}
        find={find}
        answers={answers ?? []}
        panel={panel}
        votes={{
          ...{ interviewId: id, me, mayReveal: isAllowed(role, 'interview.reveal'), isClosed: invalid !== null },
          drawn: { votes, hidesAssessment: isHidden, at: now },
        }}
      >
        <ReviewLayout
          header={header}
          player={
            playable ? (
              <>
                <ReviewPlayer key={kind} kind={kind} />
                <CueNotice cue={cue} />
              </>
            ) : (
              <>
                <NoRecording state={interview.state} />
                <DockedVoteRow />
              </>
            )
          }
          transcript={
            <>
              <TranscriptBar mayExport={isAllowed(role, 'export.create')} />
              <Transcript interview={interview} margin={<NoteMarkers />} tools={<NoteOnSelection />} />
            </>
          }
          summary={
            isHidden ? <HiddenUntilVote /> : <Summary text={interview.summary} segments={segments} version={version} />
          }
          scores={
            <ScoresPanel
              interview={{ id, assessment: interview.assessment }}
              evidence={evidence}
              formerScores={formerScores}
            />
          }
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
      </ReviewProviders>
    </WhileSeen>
  )
}
