'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useSWRConfig } from 'swr'
import type { Anchors } from '@/lib/compare/anchors'
import type { AnswerHead, AnswerInMatrix, AnswersInSight } from '@/lib/compare/compared'
import type { Matrix } from '@/lib/compare/matrix'
import type { Rating } from '@/lib/compare/rating'
import type { SideBySide } from '@/lib/compare/side-by-side'
import { isSideBySideKey, swrKeys } from '../swr-keys'
import { useUndoKey } from '../use-undo-key'
import { comparedLabel } from './answer-label'
import { withCellRating } from './matrix-order'
import { useRatingsOutbox } from './ratings-outbox-context'
import { scaleVersion } from './scale-steps'
import { shownRating, withFinalistRating, withRating, type ShownRating } from './shown-ratings'
import type { UnsentRating } from './unsent-rating'

/** An answer to the question of this key, with the scale that stands beside it; null takes the rating back. */
type GivenHere = { answer: AnswerHead; key: string; anchors: Anchors | null; rating: Rating | null }

/** What was rated, and what stood there before, on whichever scale. */
type RatedAnswer = {
  interview: string
  key: string
  label: string
  rating: Rating | null
  former: ShownRating
  /** By `performance.now()`. */
  doneAt: number
}

/** `label` is null where it was rated on another page. */
export type ContestedRating = { rating: Rating | null; label: string | null; insist: () => void; leave: () => void }

/** Where it is undone, its `former` rating stands again. */
export type DoneRating = { rated: RatedAnswer; isUndone: boolean }

type Ratings = {
  waiting: readonly UnsentRating[]
  /** Rated otherwise elsewhere meanwhile: one of the two is to stand. Null where nothing is. */
  contested: ContestedRating | null
  /** What was done last. */
  latest: DoneRating | null
  /** Of the one that is undone next, when it was given, by `performance.now()`; null where there is none. */
  undoableSince: number | null
  /** False where that stands already, on this scale. */
  rate: (given: GivenHere) => boolean
  /** Puts back what stood there before the last one, and then before the one before it. */
  undo: () => void
}

const RatingsContext = createContext<Ratings | null>(null)

type Props = { flowId: string; children: ReactNode }

/** What the member rates on this page: shown at once, sent when somebody answers. */
export function RatingsProvider({ flowId, children }: Props) {
  const { mutate } = useSWRConfig()
  const { outbox, waiting, contested: allContested, refused } = useRatingsOutbox()
  const [contested = null] = allContested
  useEffect(() => {
    return outbox?.onSent((sent, given) => {
      const update = (held?: AnswersInSight) => withRating(held, sent, given)
      // What was rated under a letter, and undone once names came, is known by its id by now.
      const isCalledOtherwise = (told?: readonly { interview: string }[]) =>
        told !== undefined && !told.some(({ interview }) => interview === sent.interview)
      void mutate<AnswersInSight>(swrKeys.answers(flowId, sent.key), update, {
        revalidate: (held) => isCalledOtherwise(held?.answers),
      })
      void mutate<Matrix>(swrKeys.matrix(flowId), (held) => held && withCellRating(held, sent, given?.rating ?? null), {
        revalidate: (held) => isCalledOtherwise(held?.rows),
      })
      void mutate<AnswerInMatrix>(
        swrKeys.answer(flowId, sent.key, sent.interview),
        (held) => held && { ...held, answer: { ...held.answer, rating: given } },
        { revalidate: false },
      )
      void mutate<SideBySide>(
        (key) => isSideBySideKey(flowId, key),
        (held) => withFinalistRating(held, sent, given),
        { revalidate: false },
      )
      void mutate(swrKeys.questions(flowId))
    })
  }, [outbox, flowId, mutate])
  const { key: askedKey, interview: askedInterview } = contested ?? {}
  useEffect(() => {
    if (askedKey === undefined || askedInterview === undefined) return
    // What was given elsewhere stands meanwhile.
    void mutate(swrKeys.answers(flowId, askedKey))
    void mutate(swrKeys.answer(flowId, askedKey, askedInterview))
    void mutate(swrKeys.matrix(flowId))
    void mutate((key) => isSideBySideKey(flowId, key))
    void mutate(swrKeys.questions(flowId))
  }, [askedKey, askedInterview, flowId, mutate])
  const [done, setDone] = useState<RatedAnswer[]>([])
  const [latest, setLatest] = useState<DoneRating | null>(null)
  const [heard, setHeard] = useState(refused)
  if (heard !== refused) {
    setHeard(refused)
    // What was refused is not said to be rated, and there is nothing to undo.
    const stands = (one: RatedAnswer) => one.interview !== refused?.rating.interview || one.key !== refused.rating.key
    setDone((before) => before.filter(stands))
    setLatest((before) => (before && stands(before.rated) ? before : null))
  }
  const rate = useCallback(
    ({ answer, key, anchors, rating }: GivenHere) => {
      const { interview, candidate } = answer
      const former = shownRating(answer, key, waiting)
      const version = scaleVersion(anchors)
      if (former.rating === rating && (rating === null || former.anchors === version)) return false
      outbox?.put({ interview, key, rating, anchors: version, replaces: answer.rating?.ratedAt ?? null })
      const rated = { interview, key, label: comparedLabel(candidate), rating, former, doneAt: performance.now() }
      setDone((before) => [...before, rated])
      setLatest({ rated, isUndone: false })
      return true
    },
    [outbox, waiting],
  )
  const last = done.at(-1) ?? null
  const undoableSince = last?.doneAt ?? null
  const undo = useCallback(() => {
    if (!last) return
    const { interview, key, former } = last
    outbox?.undo({ interview, key, rating: former.rating, anchors: former.anchors })
    setDone((before) => before.slice(0, -1))
    setLatest({ rated: last, isUndone: true })
  }, [outbox, last])
  // Here, since the script of the view that names the key may be on its way yet.
  useUndoKey(undoableSince, undo)

  const asked = useMemo(
    () =>
      contested && {
        rating: contested.rating,
        label: done.find(({ interview }) => interview === contested.interview)?.label ?? null,
        insist: () => outbox?.insist(contested),
        leave: () => outbox?.leave(contested),
      },
    [contested, done, outbox],
  )
  const value = useMemo(
    () => ({ waiting, contested: asked, latest, undoableSince, rate, undo }),
    [waiting, asked, latest, undoableSince, rate, undo],
  )
  return <RatingsContext value={value}>{children}</RatingsContext>
}

export function useRatings(): Ratings {
  const ratings = useContext(RatingsContext)
  if (!ratings) throw new Error('useRatings needs a RatingsProvider above it')
  return ratings
}
