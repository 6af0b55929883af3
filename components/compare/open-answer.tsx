'use client'

import { ChevronLeft, ChevronRight, Pause, Play, X } from '../ui/icons'
import { useEffect, useEffectEvent } from 'react'
import { isLeftOut } from '@/lib/compare/answer-state'
import type { Anchors } from '@/lib/compare/anchors'
import type { ComparedAnswer } from '@/lib/compare/compared'
import { RATINGS, type Rating } from '@/lib/compare/rating'
import { director } from '../player/director'
import { JumpNotice } from '../player/jump-notice'
import { usePlayback, usePlaybackState } from '../player/playback-context'
import { useShortcuts } from '../player/use-shortcuts'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { NoticePlace } from '../ui/notice-place'
import { answerFacts, comparedLabel } from './answer-label'
import { AnswerProgress } from './answer-progress'
import { ColleaguesLine } from './colleagues-line'
import { LeftOut } from './left-out'
import { RatingScale } from './rating-scale'
import { RunningWords } from './running-words'
import { scaleVersion } from './scale-steps'
import type { ShownRating } from './shown-ratings'
import { useAnswerSound } from './use-answer-sound'

type Props = {
  answer: ComparedAnswer
  /** It stands in a column of its candidate, who is named above. */
  isInColumn?: boolean
  given: ShownRating
  anchors: Anchors | null
  language: string | null
  withAgent: boolean
  /** Another number each time that it is to play by itself; 0 or less where it is not. */
  plays: number
  /** Another number each time that it is to pause, or to go on, by what is pressed elsewhere. */
  turns?: number
  onPlaying: (playing: boolean) => void
  onFinish: () => void
  onListen: () => void
  onRate: (rating: Rating | null) => void
  onStep: (by: 1 | -1) => void
  /** Where it stands among others: on a phone it is named and closed in the thumb’s reach. */
  onClose?: () => void
}

/** The answer that is heard, read and rated: on a phone the only one, with what steers it in the thumb's reach. */
export function OpenAnswer(props: Props) {
  const { answer, isInColumn = false, given, anchors, language, withAgent, plays, turns = 0 } = props
  const { onRate, onStep, onClose } = props
  const playback = usePlayback()
  const { failed } = usePlaybackState()
  const { spans, canPlay, isPlaying, isFinished, start, toggle } = useAnswerSound(answer, withAgent)
  const label = comparedLabel(answer.candidate)
  useEffect(() => director.use(playback), [playback])
  const begin = useEffectEvent(() => canPlay && start())
  useEffect(() => {
    if (plays > 0) begin()
  }, [plays])
  const turn = useEffectEvent(() => canPlay && toggle())
  useEffect(() => {
    if (turns > 0) turn()
  }, [turns])
  const tellPlaying = useEffectEvent(props.onPlaying)
  const tellFinish = useEffectEvent(props.onFinish)
  useEffect(() => {
    tellPlaying(isPlaying)
  }, [isPlaying])
  useEffect(() => {
    if (isFinished) tellFinish()
  }, [isFinished])
  useEffect(() => () => playback.pause(), [playback])
  useShortcuts({
    ...(canPlay && { ' ': toggle }),
    x: props.onListen,
    ...Object.fromEntries(RATINGS.map((rating) => [String(rating), () => onRate(rating)])),
  })

  const Picture = isPlaying ? Pause : Play
  const head = (
    <>
      <h3
        className={`min-w-0 truncate font-semibold ${isInColumn ? 'lg:sr-only print:sr-only' : 'max-w-56'}`}
        title={label}
      >
        <bdi>{label}</bdi>
      </h3>
      <span
        className={`text-muted numeric ${isInColumn && canPlay && answer.state === 'answered' ? 'lg:sr-only' : ''}`}
      >
        {answerFacts(answer)}
      </span>
    </>
  )
  return (
    <article
      aria-label={`Answer of ${label}`}
      className={`px-4 py-3 ${isInColumn ? '' : 'max-lg:pb-44 lg:px-6'} ${onClose ? 'max-lg:pt-0' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 lg:min-h-9">
        {!onClose && head}
        <div className="contents max-lg:fixed max-lg:inset-x-0 max-lg:bottom-14 max-lg:z-20 max-lg:flex max-lg:flex-col-reverse max-lg:gap-2 max-lg:border-t max-lg:border-line max-lg:bg-canvas max-lg:px-4 max-lg:py-2 print:contents! max-lg:low:static max-lg:low:-mx-4 max-lg:low:w-[calc(100%+2rem)]">
          {onClose && (
            <div className="contents max-lg:order-1 max-lg:flex max-lg:items-center max-lg:gap-3">
              {head}
              <IconButton label="Close the answer" className="ml-auto lg:hidden print:hidden" onClick={onClose}>
                <X size={18} />
              </IconButton>
            </div>
          )}
          <div className="flex min-w-0 flex-1 items-center gap-2 lg:min-w-44 print:hidden">
            <IconButton label="Previous answer" className="lg:hidden" onClick={() => onStep(-1)}>
              <ChevronLeft size={18} />
            </IconButton>
            {canPlay && (
              <>
                <Button look="primary" size="small" className="w-20 max-lg:w-24" onClick={toggle}>
                  <Picture size={14} aria-hidden="true" />
                  {isPlaying ? 'Pause' : 'Play'}
                </Button>
                <AnswerProgress spans={spans} />
              </>
            )}
            <IconButton label="Next answer" className="ml-auto lg:hidden" onClick={() => onStep(1)}>
              <ChevronRight size={18} />
            </IconButton>
          </div>
          <div className={`flex items-center gap-1 print:hidden ${isInColumn ? '' : 'lg:ml-auto'}`}>
            <div className="flex-1">
              <RatingScale label={label} rating={given.rating} isUnsent={given.isUnsent} onRate={onRate} />
            </div>
            <IconButton
              label="Take the rating back"
              className="lg:disabled:invisible"
              disabled={given.rating === null}
              onClick={() => onRate(null)}
            >
              <X size={14} />
            </IconButton>
          </div>
          <div className="-mx-4 -mt-2 max-lg:order-2 lg:hidden">
            <NoticePlace at="foot" />
          </div>
        </div>
      </div>
      {canPlay && <JumpNotice />}
      {failed && (
        <p role="alert" className="mt-2 flex flex-wrap items-center gap-3 rounded-md bg-bad-soft px-3 py-2">
          The recording could not be played. The words are complete.
          <Button size="small" onClick={() => playback.retry()}>
            Try again
          </Button>
        </p>
      )}
      {answer.askedAs !== null && (
        <p className="mt-1 text-xs text-muted">
          Asked as: “<bdi>{answer.askedAs}</bdi>”
        </p>
      )}
      {isLeftOut(answer) && <LeftOut answer={answer} />}
      <ColleaguesLine colleagues={answer.colleagues} />
      {given.rating !== null && given.anchors !== scaleVersion(anchors) && !given.isUnsent && (
        <p className="mt-1 text-xs text-muted">Rated on an earlier scale. Rate it again to use today’s.</p>
      )}
      <div className="mt-2">
        <RunningWords
          segments={answer.segments}
          words={answer.words}
          label={label}
          isInColumn={isInColumn}
          spans={canPlay ? spans : NOTHING}
          language={language}
        />
      </div>
    </article>
  )
}

const NOTHING: never[] = []
