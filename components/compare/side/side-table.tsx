'use client'

import { useRef, useState } from 'react'
import { isRatable } from '@/lib/compare/answer-state'
import type { SideBySide } from '@/lib/compare/side-by-side'
import { OpenAnswer } from '../open-answer'
import { useRatings } from '../ratings-context'
import { shownRating } from '../shown-ratings'
import { useMoveKeys } from '../use-move-keys'
import { FinalistHead } from './finalist-head'
import { FinalistNotes } from './finalist-notes'
import { FinalistScores } from './finalist-scores'
import { FinalistVotes } from './finalist-votes'
import { QuestionHead } from './question-head'
import { SideCell } from './side-cell'
import { SideGroup } from './side-group'
import { stepAmong, type Place } from './step-among'

type Props = {
  told: SideBySide
  withAgent: boolean
  onListen: () => void
  onRemove: (interview: string) => void
}

/** Columns of candidates, whose names stay above; what is known of each, then their answers in rows of questions. */
export function SideTable({ told, withAgent, onListen, onRemove }: Props) {
  const { flow, questions, finalists } = told
  const { waiting, rate } = useRatings()
  const [open, setOpen] = useState<(Place & { plays: number }) | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const isHeard = useRef(false)
  const canOpen = ({ row, column }: Place) => isRatable(finalists[column]?.answers[row]?.state ?? 'not_asked')
  const go = (place: Place, isToPlay: boolean) => {
    setOpen((before) => ({ ...place, plays: (before ? Math.abs(before.plays) + 1 : 1) * (isToPlay ? 1 : -1) }))
    requestAnimationFrame(() =>
      table.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
  }
  const step = (by: 1 | -1, along: 'candidates' | 'questions') => {
    const size = { rows: questions.length, columns: finalists.length }
    const next = stepAmong(size, { from: open, by, along }, canOpen)
    if (next) go(next, isHeard.current)
  }
  useMoveKeys({
    j: () => step(1, 'candidates'),
    k: () => step(-1, 'candidates'),
    n: () => step(1, 'questions'),
    p: () => step(-1, 'questions'),
  })

  const next =
    open &&
    stepAmong(
      { rows: questions.length, columns: finalists.length },
      { from: open, by: 1, along: 'candidates' },
      canOpen,
    )
  return (
    <table
      ref={table}
      className="w-full table-fixed border-separate border-spacing-0 [--column:82cqw] [--finalists:3.8125rem] max-lg:mb-44 sm:[--column:280px] print:mb-0 print:min-w-0! pointer-coarse:[--finalists:4.8125rem]"
      style={{ minWidth: `calc(var(--column) * ${finalists.length})` }}
    >
      <caption className="sr-only">What each candidate answered</caption>
      <thead>
        <tr>
          {finalists.map((finalist) => (
            <FinalistHead
              key={finalist.interview}
              finalist={finalist}
              questions={questions}
              onRemove={() => onRemove(finalist.interview)}
            />
          ))}
        </tr>
      </thead>
      <SideGroup title="Scores" finalists={finalists} Cell={FinalistScores} />
      <SideGroup title="Votes" finalists={finalists} Cell={FinalistVotes} />
      <SideGroup title="Notes" finalists={finalists} Cell={FinalistNotes} />
      {questions.map((question, row) => (
        <QuestionHead key={question.key} question={question} number={row + 1} finalists={finalists} row={row}>
          {(isWhole) =>
            finalists.map(({ interview, answers }, column) => {
              const answer = answers[row]
              if (!answer) return null
              const given = shownRating(answer, question.key, waiting)
              const isOpen = open?.row === row && open.column === column
              return (
                <td
                  key={interview}
                  data-open={isOpen ? '' : undefined}
                  aria-current={isOpen ? 'true' : undefined}
                  className={`scroll-mt-44 border-r border-b border-line p-0 align-top last:border-r-0 lg:first:pl-2 ${isOpen ? 'bg-accent-soft/40' : ''}`}
                >
                  <SideCell
                    answer={answer}
                    given={given}
                    withAgent={withAgent}
                    isWhole={isWhole}
                    isLoaded={next?.row === row && next.column === column}
                    onOpen={() => go({ row, column }, answer.recording !== null)}
                    open={
                      isOpen ? (
                        <OpenAnswer
                          answer={answer}
                          isInColumn
                          given={given}
                          anchors={question.anchors}
                          language={flow.language}
                          withAgent={withAgent}
                          plays={Math.max(0, open.plays)}
                          onPlaying={(playing) => {
                            isHeard.current = playing
                          }}
                          onFinish={() => {}}
                          onListen={onListen}
                          onRate={(rating) => void rate({ answer, key: question.key, anchors: question.anchors, rating })}
                          onStep={(by) => step(by, 'candidates')}
                        />
                      ) : null
                    }
                  />
                </td>
              )
            })
          }
        </QuestionHead>
      ))}
    </table>
  )
}
