'use client'

import { useMemo, type ReactNode } from 'react'
import type { Answer } from '@/lib/transcript/answers'
import { NotesProvider } from '../notes/notes-context'
import { unpack, type Packed } from '../packed'
import { PlaybackProvider } from '../player/playback-context'
import { FindProvider } from '../transcript/find-context'
import type { SegmentTime } from '../transcript/segment-time'
import { TranscriptProvider } from '../transcript/transcript-context'
import { VotesProvider } from '../votes/votes-context'
import { AnswersProvider } from './answers-context'
import { HeardProvider } from './heard/heard-context'
import { ListeningProvider } from './listening-context'
import { PanelProvider } from './panels/panel-context'
import type { PanelName } from './panels/panel-name'

type Of<Provider extends (props: never) => ReactNode> = Omit<Parameters<Provider>[0], 'children'>

type Props = {
  said: Omit<Of<typeof TranscriptProvider>, 'times'> & { times: Packed<SegmentTime> }
  playback: Of<typeof PlaybackProvider>
  /** What is looked for as it begins. */
  find: string
  answers: Answer[]
  panel: PanelName
  votes: Of<typeof VotesProvider>
  children: ReactNode
}

/** What the parts of a review ask each other for. */
export function ReviewProviders({ said, playback, find, answers, panel, votes, children }: Props) {
  const times = useMemo(() => unpack(said.times), [said.times])
  return (
    <TranscriptProvider {...said} times={times}>
      <PlaybackProvider {...playback}>
        <FindProvider initial={find}>
          <AnswersProvider answers={answers}>
            <ListeningProvider>
              <PanelProvider initial={panel}>
                <NotesProvider interviewId={votes.interviewId} me={votes.me}>
                  <VotesProvider {...votes}>
                    <HeardProvider>{children}</HeardProvider>
                  </VotesProvider>
                </NotesProvider>
              </PanelProvider>
            </ListeningProvider>
          </AnswersProvider>
        </FindProvider>
      </PlaybackProvider>
    </TranscriptProvider>
  )
}
