'use client'

import { interviewUrl } from '@/lib/interviews/interview-url'
import { guarded } from '../guarded'
import { Player } from '../player/player'
import { FoundStrokes } from '../transcript/found-strokes'
import { useTranscript } from '../transcript/transcript-context'
import { useSaidAt } from '../transcript/use-said-at'
import { NoticePlace } from '../ui/notice-place'
import { VoteRow } from '../votes/vote-row'
import { useAnswers } from './answers-context'
import { HeardLines } from './heard/heard-lines'
import { NoteTicks } from './notes/note-ticks'
import { useListeningChoices } from './listening-context'

/** The player with what the review knows of the recording: questions, notes, what was found and what was heard. */
export const ReviewPlayer = guarded('The player', function ReviewPlayer({ kind }: { kind: 'audio' | 'video' }) {
  const { interviewId, candidate, times } = useTranscript()
  return (
    <Player
      kind={kind}
      src={interviewUrl(interviewId, 'recording', kind)}
      title={candidate}
      choices={useListeningChoices()}
      times={times}
      questions={useAnswers()}
      saidAt={useSaidAt()}
      ticks={<NoteTicks />}
      strokes={<FoundStrokes />}
      lines={<HeardLines />}
      above={
        <>
          <NoticePlace at="foot" />
          <VoteRow />
        </>
      }
    />
  )
})
