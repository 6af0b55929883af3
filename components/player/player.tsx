'use client'

import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { guarded } from '../guarded'
import { Button } from '../ui/button'
import { PlayerClock } from './clock'
import { director } from './director'
import { JumpNotice } from './jump-notice'
import { ListeningMenu } from './listening-menu'
import { PictureInPicture } from './picture-in-picture'
import { usePlayback, usePlaybackState } from './playback-context'
import type { Listening } from './playback-state'
import { QuestionStepper } from './question-stepper'
import { SpeedMenu } from './speed-menu'
import { Timeline, type TimelineProps } from './timeline'
import { useMediaSession } from './use-media-session'
import { usePublishedHeight } from './use-published-height'

type Props = TimelineProps & {
  kind: 'audio' | 'video'
  src: string
  /** Under which the browser shows what is played. */
  title: string
  choices: Listening[]
}

/** One bar that stays in reach: under the header on a wide screen, at the bottom of a narrow one. */
export const Player = guarded('The player', function Player({ kind, src, title, choices, ...timeline }: Props) {
  const playback = usePlayback()
  const { playing, failed } = usePlaybackState()
  const media = useRef<HTMLVideoElement>(null)
  useEffect(() => (media.current ? playback.attach(media.current) : undefined), [playback])

  useMediaSession({ title, questions: timeline.questions })
  const bar = usePublishedHeight('--player-height')

  const Media = kind
  return (
    <section
      ref={bar}
      aria-label="Player"
      data-player
      className="z-20 border-line bg-canvas max-lg:fixed max-lg:inset-x-0 max-lg:bottom-14 max-lg:border-t lg:border-b print:hidden max-lg:low:static"
    >
      <Media
        ref={media}
        src={src}
        preload="metadata"
        onPlay={() => director.start(playback)}
        playsInline={kind === 'video' || undefined}
        aria-label="Recording"
        className={
          kind === 'video' ? 'mx-auto max-h-[32dvh] w-full bg-black object-contain max-lg:max-h-[22dvh]' : 'hidden'
        }
      />
      <div className="px-4 py-2 lg:px-6">
        <Timeline {...timeline} />
        <div
          data-player-row
          className="@container mt-1 flex flex-wrap items-center gap-1 max-[360px]:gap-0 max-lg:low:fixed max-lg:low:inset-x-0 max-lg:low:bottom-0 max-lg:low:z-20 max-lg:low:border-t max-lg:low:border-line max-lg:low:bg-canvas max-lg:low:px-4 max-lg:low:py-1"
        >
          <Button look="quiet" size="small" aria-label="Back 10 seconds" onClick={() => playback.skip(-10)}>
            <RotateCcw size={15} aria-hidden="true" /> 10
          </Button>
          <Button look="primary" size="small" className="w-20" onClick={() => playback.toggle()}>
            {playing ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
            {playing ? 'Pause' : 'Play'}
          </Button>
          <Button look="quiet" size="small" aria-label="Forward 10 seconds" onClick={() => playback.skip(10)}>
            10 <RotateCw size={15} aria-hidden="true" />
          </Button>
          <PlayerClock />
          <QuestionStepper questions={timeline.questions} />
          <span className="ml-auto" />
          <ListeningMenu choices={choices} />
          {kind === 'video' && <PictureInPicture video={media} />}
          <SpeedMenu />
        </div>
        <JumpNotice />
        {failed && (
          <p role="alert" className="mt-2 flex items-center gap-3 rounded-md bg-bad-soft px-3 py-2 text-sm">
            The recording could not be played. The transcript is complete.
            <Button size="small" onClick={() => playback.retry()}>
              Try again
            </Button>
          </p>
        )}
      </div>
    </section>
  )
})
