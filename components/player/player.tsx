'use client'

import { Pause, Play, RotateCcw, RotateCw } from '../ui/icons'
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { guarded } from '../guarded'
import { Button } from '../ui/button'
import { DockEnd } from '../ui/dock-end'
import { PlayerClock } from './clock'
import { director } from './director'
import { useDock } from './dock'
import { JumpNotice } from './jump-notice'
import { ListeningMenu } from './listening-menu'
import { PictureInPicture } from './picture-in-picture'
import { usePlayback, usePlaybackState } from './playback-context'
import type { Listening } from './playback-state'
import { QuestionStepper } from './question-stepper'
import { RecordingElement } from './recording-element'
import { SpeedMenu } from './speed-menu'
import { Timeline, type TimelineProps } from './timeline'
import { useMediaSession } from './use-media-session'

type Props = TimelineProps & {
  kind: 'audio' | 'video'
  src: string
  /** Under which the browser shows what is played. */
  title: string
  choices: Listening[]
  /** Between the picture and the time. */
  above?: ReactNode
}

/** One bar that stays in reach: under the header on a wide screen, at the bottom of a narrow one. */
export const Player = guarded('The player', function Player({ kind, src, title, choices, above, ...timeline }: Props) {
  const playback = usePlayback()
  const { playing, failed } = usePlaybackState()
  const media = useRef<HTMLVideoElement>(null)
  const setMedia = useCallback((element: HTMLVideoElement | null) => {
    media.current = element
  }, [])
  useEffect(() => (media.current ? playback.attach(media.current) : undefined), [playback])

  useMediaSession({ title, questions: timeline.questions })
  const { docks } = useDock()

  return (
    <section
      ref={docks}
      aria-label="Player"
      data-player
      data-docked=""
      className="z-20 border-line bg-canvas max-lg:fixed max-lg:inset-x-0 max-lg:bottom-14 max-lg:border-t lg:border-b print:hidden max-lg:low:static"
    >
      <RecordingElement onMedia={setMedia} kind={kind} src={src} onPlay={() => director.start(playback)} />
      {above}
      <div className="px-4 py-2 lg:px-6">
        <Timeline {...timeline} />
        <div
          data-player-row
          className="@container mt-1 flex flex-wrap items-center gap-1 max-[420px]:gap-0 max-lg:low:fixed max-lg:low:inset-x-0 max-lg:low:bottom-0 max-lg:low:z-20 max-lg:low:border-t max-lg:low:border-line max-lg:low:bg-canvas max-lg:low:px-4 max-lg:low:py-1"
        >
          <Button
            look="quiet"
            size="small"
            className="max-[420px]:px-1"
            aria-label="Back 10 seconds"
            onClick={() => playback.skip(-10)}
          >
            <RotateCcw size={15} /> 10
          </Button>
          <Button
            look="primary"
            size="small"
            className="w-20 max-[420px]:w-16 max-[420px]:px-1"
            onClick={() => playback.toggle()}
          >
            {playing ? <Pause size={14} className="shrink-0" /> : <Play size={14} className="shrink-0" />}
            {playing ? 'Pause' : 'Play'}
          </Button>
          <Button
            look="quiet"
            size="small"
            className="max-[420px]:px-1"
            aria-label="Forward 10 seconds"
            onClick={() => playback.skip(10)}
          >
            10 <RotateCw size={15} />
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
      <DockEnd />
    </section>
  )
})
