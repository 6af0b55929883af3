'use client'

import { useState } from 'react'
import useSWR from 'swr'
import type { AnswerInMatrix, ComparedFlow, ComparedQuestion } from '@/lib/compare/compared'
import { ListFailure } from '../candidates/list-failure'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { AnswerRow } from './answer-row'
import { OpenAnswer } from './open-answer'
import { useRatings } from './ratings-context'
import { shownRating } from './shown-ratings'

type Props = {
  flow: ComparedFlow
  question: ComparedQuestion | undefined
  interview: string
  plays: number
  /** It sounds. */
  onBegin: () => void
  onStep: (by: 1 | -1) => void
}

/** Below the matrix: the answer whose cell was pressed, heard, read and rated. */
export function MatrixStrip({ flow, question, interview, plays, onBegin, onStep }: Props) {
  const key = question?.key ?? ''
  const { data, error, mutate } = useSWR<AnswerInMatrix, Error>(swrKeys.answer(flow.id, key, interview), fetchJson, {
    revalidateOnFocus: false,
  })
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
    <section aria-label="Answer" className="max-h-[38dvh] shrink-0 overflow-y-auto border-t border-line bg-rail">
      <h2 dir="auto" className="truncate px-4 pt-2 text-xs text-muted lg:px-6">
        {question?.text}
      </h2>
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
            onPlaying={(playing) => {
              if (playing) onBegin()
            }}
            onFinish={() => {}}
            onListen={() => setWithAgent(!withAgent)}
            onRate={(rating) => void rate({ answer, key, anchors, rating })}
            onStep={onStep}
          />
        }
      />
    </section>
  )
}
