'use client'

import { X } from '../ui/icons'
import { useEffect, useEffectEvent, useState } from 'react'
import useSWR from 'swr'
import type { AnswerInMatrix, ComparedFlow, ComparedQuestion } from '@/lib/compare/compared'
import { ListFailure } from '../candidates/list-failure'
import { fetchJson } from '../fetch-json'
import { shortcutOf } from '../key-pressed'
import { swrKeys } from '../swr-keys'
import { isTyping } from '../typing'
import { IconButton } from '../ui/icon-button'
import { useKeys } from '../use-keys'
import { AnswerRow } from './answer-row'
import { OpenAnswer } from './open-answer'
import { useRatings } from './ratings-context'
import { shownRating } from './shown-ratings'
import { useMoveKeys } from './use-move-keys'

type Props = {
  flow: ComparedFlow
  question: ComparedQuestion | undefined
  interview: string
  plays: number
  /** Another number each time that its cell is pressed again. */
  turns: number
  /** It is drawn, and takes its part of the window. */
  onShown: () => void
  /** It sounds. */
  onBegin: () => void
  onStep: (by: 1 | -1) => void
  /** To another question. */
  onTurn: (by: 1 | -1) => void
  onClose: () => void
}

/** Below the matrix: the answer whose cell was pressed, heard, read and rated. */
export function MatrixStrip({ flow, question, interview, plays, turns, ...acts }: Props) {
  const { onShown, onBegin, onStep, onTurn, onClose } = acts
  useMoveKeys({ j: () => onStep(1), k: () => onStep(-1), n: () => onTurn(1), p: () => onTurn(-1) })
  useKeys((event) => {
    if (shortcutOf(event) === 'Escape' && !event.defaultPrevented && !isTyping(event)) onClose()
  })
  const key = question?.key ?? ''
  const { data, error, mutate } = useSWR<AnswerInMatrix, Error>(swrKeys.answer(flow.id, key, interview), fetchJson, {
    revalidateOnFocus: false,
  })
  const tellShown = useEffectEvent(onShown)
  useEffect(() => {
    if (data) tellShown()
  }, [data])
  const { waiting, rate } = useRatings()
  const [withAgent, setWithAgent] = useState(false)
  if (error) return <ListFailure reason={error.message} onRetry={() => void mutate()} />
  if (!data)
    return (
      <p role="status" className="appear-late h-14 border-t border-line px-4 py-4 text-muted">
        The answer is being loaded.
      </p>
    )

  const { answer, anchors } = data
  const given = shownRating(answer, key, waiting)
  return (
    <section
      aria-label="Answer"
      className="max-h-[45dvh] shrink-0 overflow-y-auto border-t border-line bg-rail lg:max-h-[38dvh] max-lg:low:max-h-none"
    >
      <div className="flex items-center gap-2 px-4 pt-3 lg:pt-1 lg:pr-2 lg:pl-6">
        <h2 dir="auto" className="min-w-0 flex-1 text-xs text-muted lg:truncate">
          {question?.text}
        </h2>
        <IconButton label="Close the answer" className="max-lg:hidden" onClick={onClose}>
          <X size={14} />
        </IconButton>
      </div>
      <AnswerRow
        key={`${key} ${interview}`}
        answer={answer}
        given={given}
        withAgent={withAgent}
        isLoaded
        onOpen={() => {}}
        open={
          <OpenAnswer
            answer={answer}
            given={given}
            anchors={anchors}
            language={flow.language}
            withAgent={withAgent}
            plays={plays}
            turns={turns}
            onPlaying={(playing) => {
              if (playing) onBegin()
            }}
            onFinish={() => {}}
            onListen={() => setWithAgent(!withAgent)}
            onRate={(rating) => void rate({ answer, key, anchors, rating })}
            onStep={onStep}
            onClose={onClose}
          />
        }
      />
    </section>
  )
}
