'use client'

import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react'
import { isRatable, hasWords } from '@/lib/compare/answer-state'
import { firstToOpen, LINES_IN_SIGHT, nextToOpen } from '@/lib/compare/answer-steps'
import type { AnswerHead, AnswersInSight } from '@/lib/compare/compared'
import type { Rating } from '@/lib/compare/rating'
import { AnswerRow } from './answer-row'
import { AwaitedAnswer } from './awaited-answer'
import { OpenAnswer } from './open-answer'
import { useRatings } from './ratings-context'
import { shownRating } from './shown-ratings'
import { useMoveKeys } from './use-move-keys'
import { useSwipe } from './use-swipe'

/** After a rating, until the next answer plays: long enough to see what was chosen. */
const GO_ON_MS = 600

type Props = {
  compared: AnswersInSight
  language: string | null
  goesOn: boolean
  withAgent: boolean
  onListen: () => void
}

type Place = { index: number; plays: number }

/** Everybody's answer to a question, one after another; the one that is open is heard, read and rated. */
export function AnswerList({ compared, language, goesOn, withAgent, onListen }: Props) {
  const { question, answers, anchors } = compared
  const { waiting, rate } = useRatings()
  const givenFor = (answer: AnswerHead) => shownRating(answer, question.key, waiting)
  const [place, setPlace] = useState<Place>(() => ({ index: firstToOpen(answers), plays: 0 }))
  const list = useRef<HTMLOListElement>(null)
  const isPlaying = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const go = (index: number | undefined, isToPlay: boolean) => {
    clearTimeout(timer.current)
    if (index === undefined) return
    setPlace(({ plays }) => ({ index, plays: isToPlay ? Math.abs(plays) + 1 : -Math.abs(plays) }))
  }
  const step = (by: 1 | -1) => go(nextToOpen(answers, place.index, by), isPlaying.current)
  const drawnAt = useRef(place.index)
  useEffect(() => {
    // Where the page opens is where it begins.
    if (drawnAt.current === place.index) return
    drawnAt.current = place.index
    list.current?.children[place.index]?.scrollIntoView({ block: 'nearest' })
  }, [place.index])

  const give = (answer: AnswerHead, rating: Rating | null) => {
    if (!rate({ answer, key: question.key, anchors, rating })) return
    clearTimeout(timer.current)
    if (goesOn && rating !== null) timer.current = setTimeout(goOn, GO_ON_MS)
  }
  const goOn = useEffectEvent(() => {
    const next = nextToOpen(answers, place.index, 1)
    if (next !== undefined) go(next, true)
  })
  const swipe = useSwipe((by) => step(by))
  const [forth, back] = [() => step(1), () => step(-1)]
  useMoveKeys({ j: forth, k: back, ArrowDown: forth, ArrowUp: back })

  const next = nextToOpen(answers, place.index, 1)
  // Those out of sight are drawn a little at a time, once the others can be used.
  const drawn = useDeferredValue(answers.length, Math.max(LINES_IN_SIGHT, place.index + 1))
  return (
    <ol ref={list} aria-label="Answers" className="divide-y divide-line" {...swipe}>
      {answers.slice(0, drawn).map((answer, index) => {
        const isOpen = index === place.index && isRatable(answer.state)
        const given = givenFor(answer)
        return (
          <li
            key={answer.interview}
            aria-current={isOpen ? 'true' : undefined}
            className={
              isOpen
                ? 'bg-accent-soft/40'
                : isRatable(answer.state)
                  ? '[contain-intrinsic-size:auto_48px] [content-visibility:auto] max-lg:hidden'
                  : ''
            }
          >
            <AnswerRow
              answer={answer}
              given={given}
              withAgent={withAgent}
              isLoaded={index === next}
              onOpen={() => go(index, answer.recording !== null)}
              open={
                !isOpen ? null : hasWords(answer) ? (
                  <OpenAnswer
                    answer={answer}
                    given={given}
                    anchors={anchors}
                    language={language}
                    withAgent={withAgent}
                    plays={Math.max(0, place.plays)}
                    onPlaying={(playing) => {
                      isPlaying.current = playing
                    }}
                    onFinish={() => goesOn && given.rating !== null && goOn()}
                    onListen={onListen}
                    onRate={(rating) => give(answer, rating)}
                    onStep={step}
                  />
                ) : (
                  <AwaitedAnswer answer={answer} />
                )
              }
            />
          </li>
        )
      })}
    </ol>
  )
}
