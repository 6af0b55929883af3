import type { ReactNode } from 'react'
import type { Interview } from '@/lib/interviews/interview'
import { interviewRowWith } from '@/lib/interviews/testing/values'
import type { Segment } from '@/lib/transcript/transcript'
import { compactWords } from '@/lib/transcript/words'
import { wordsIn } from '@/lib/text/fold'
import { useDock } from '../../player/dock'
import { PlaybackProvider } from '../../player/playback-context'
import { PlaybackRoot } from '../../player/playback-root'
import { WHOLE_TALK } from '../../player/playback-state'
import { Player } from '../../player/player'
import { usePlayerKeys } from '../../player/use-player-keys'
import { FindBar } from '../find-bar'
import { FindProvider } from '../find-context'
import { FoundStrokes } from '../found-strokes'
import { segmentTimes } from '../segment-time'
import { useSelectedPassage } from '../selection-context'
import { Transcript } from '../transcript'
import { TranscriptProvider } from '../transcript-context'
import { useSaidAt } from '../use-said-at'
import { WordIndex } from '../word-index'

/** Each word of a segment takes a tenth of a second. */
export const TEXTS: Record<Name, [string, string, string]> = {
  first: ['Who worked at night?', 'I did, every night of it.', 'Thank you.'],
  second: ['Why the night shift?', 'Nights are quiet.', 'One night, and another night.'],
}
export type Name = 'first' | 'second'

/** A transcript with its player, as they stand without a review. */
export function Instance({ name }: { name: Name }) {
  const segments = segmentsOf(name)
  const said = { interviewId: name, version: '1', candidate: 'Jane', times: segmentTimes(segments), corrections: [] }
  return (
    <PlaybackProvider duration={3} moment={{ start: 0, end: null }}>
      <TranscriptProvider {...said} playable>
        <FindProvider initial="">
          <PlaybackRoot className={name}>
            <PlayerOf name={name} />
            <FindBar />
            <Transcript interview={interviewOf(name)} tools={<Told />} />
            <RoomMade />
          </PlaybackRoot>
        </FindProvider>
      </TranscriptProvider>
    </PlaybackProvider>
  )
}

function PlayerOf({ name }: { name: Name }): ReactNode {
  usePlayerKeys({ questions: [], choices: [WHOLE_TALK] })
  return (
    <Player
      kind="video"
      src={`/${name}`}
      title={name}
      choices={[WHOLE_TALK]}
      times={segmentTimes(segmentsOf(name))}
      questions={[]}
      saidAt={useSaidAt()}
      strokes={<FoundStrokes />}
    />
  )
}

function RoomMade() {
  const { makesRoom } = useDock()
  return <footer ref={makesRoom} />
}

function Told() {
  return <output>{useSelectedPassage().parts.map(({ text }) => text)}</output>
}

function segmentsOf(name: Name): Segment[] {
  return TEXTS[name].map((text, index) => ({ speaker: 'candidate', text, start: index, end: index + 1 }))
}

export function wordsOf(name: Name): WordIndex {
  const placed = TEXTS[name].map((text, segment) =>
    wordsIn(text).map(({ from, to }, index) => ({
      from,
      to,
      start: segment + index / 10,
      end: segment + (index + 1) / 10,
    })),
  )
  return new WordIndex(compactWords(placed))
}

function interviewOf(name: Name): Interview {
  return {
    ...interviewRowWith({ id: name, candidate: { name: 'Jane', email: null } }),
    ...{ language: null, summary: null, questions: [], script: [] },
    segments: segmentsOf(name),
  }
}
