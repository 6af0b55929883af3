'use client'

import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react'
import { isRatable, hasWords } from '@/lib/compare/answer-state'
import { firstToOpen, LINES_IN_SIGHT, nextToOpen } from '@/lib/compare/answer-steps'
import type { AnswerHead, AnswersInSight } from '@/lib/compare/compared'
import { knownAs } from '@/lib/compare/known-as'
import type { Rating } from '@/lib/compare/rating'
import { Button } from '../ui/button'
import { AnswerRow } from './answer-row'
import { AwaitedAnswer } from './awaited-answer'
import { OpenAnswer } from './open-answer'
import { begun, nextPlays } from './plays'
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

/** Which answer is open, as `knownAs` calls its interview; null where there is none yet. */
type Place = { known: string | null; plays: number }

/** Everybody's answer to a question, one after another; the one that is open is heard, read and rated. */
export function AnswerList({ compared, language, goesOn, withAgent, onListen }: Props) {
  const { question, answers, anchors } = compared
  const { waiting, rate } = useRatings()
  const givenFor = (answer: AnswerHead) => shownRating(answer, question.key, waiting)
  const [place, setPlace] = useState<Place>(() => ({ known: knownAt(answers, firstToOpen(answers)), plays: 0 }))
  const at = answers.findIndex((answer) => knownAs(answer) === place.known)
  const list = useRef<HTMLOListElement>(null)
  const isPlaying = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const go = (index: number | undefined, isToPlay: boolean) => {
    clearTimeout(timer.current)
    const known = index === undefined ? null : knownAt(answers, index)
    if (known !== null) setPlace(({ plays }) => ({ known, plays: nextPlays(plays, isToPlay) }))
  }
  const step = (by: 1 | -1) => go(nextToOpen(answers, at, by), isPlaying.current)
  const drawnAt = useRef(place.known)
  useEffect(() => {
    // Where the page opens is where it begins.
    if (drawnAt.current === place.known) return
    drawnAt.current = place.known
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [place.known, at])

  const give = (answer: AnswerHead, rating: Rating | null) => {
    if (!rate({ answer, key: question.key, anchors, rating })) return
    clearTimeout(timer.current)
    if (goesOn && rating !== null) timer.current = setTimeout(goOn, GO_ON_MS)
  }
  const goOn = useEffectEvent(() => {
    // From who is gone nothing follows.
    if (at >= 0) go(nextToOpen(answers, at, 1), true)
  })
  const swipe = useSwipe((by) => step(by))
  const [forth, back] = [() => step(1), () => step(-1)]
  useMoveKeys({ j: forth, k: back, ArrowDown: forth, ArrowUp: back })

  const next = nextToOpen(answers, at, 1)
  // Those out of sight are drawn a little at a time, once the others can be used.
  const drawn = useDeferredValue(answers.length, Math.max(LINES_IN_SIGHT, at + 1))
  const first = firstToOpen(answers)
  return (
    <>
      {!canOpen(answers[at]) && canOpen(answers[first]) && (
        <p role="status" className="flex items-center gap-x-2 border-b border-line px-4 py-2 text-muted lg:px-6">
          No answer is open.
          <Button look="quiet" size="small" onClick={() => go(first, false)}>
            Go on
          </Button>
        </p>
      )}
      <ol ref={list} aria-label="Answers" className="divide-y divide-line" {...swipe}>
        {answers.slice(0, Math.max(drawn, at + 1)).map((answer, index) => {
          const isOpen = index === at && canOpen(answer)
          const given = givenFor(answer)
          return (
            <li
              key={knownAs(answer)}
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
                      plays={place.plays}
                      onPlaying={(playing) => {
                        isPlaying.current = playing
                        if (playing) setPlace(begun)
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
    </>
  )
}

function knownAt(answers: AnswerHead[], index: number): string | null {
  const answer = answers[index]
  return answer ? knownAs(answer) : null
}

function canOpen(answer: AnswerHead | undefined): boolean {
  return answer !== undefined && isRatable(answer.state)
}
