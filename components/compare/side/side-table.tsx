'use client'

import { useRef, useState } from 'react'
import { isRatable } from '@/lib/compare/answer-state'
import { knownAs } from '@/lib/compare/known-as'
import type { SideBySide } from '@/lib/compare/side-by-side'
import { OpenAnswer } from '../open-answer'
import { begun, nextPlays } from '../plays'
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

/** Which answer is open: of whom, as `knownAs` calls them, and to the question of which key. */
type Open = { known: string; key: string; plays: number }

/** Columns of candidates, whose names stay above; what is known of each, then their answers in rows of questions. */
export function SideTable({ told, withAgent, onListen, onRemove }: Props) {
  const { flow, questions, finalists } = told
  const { waiting, rate } = useRatings()
  const [open, setOpen] = useState<Open | null>(null)
  const place = open && placeOf(open, told)
  const table = useRef<HTMLTableElement>(null)
  const isHeard = useRef(false)
  const canOpen = ({ row, column }: Place) => isRatable(finalists[column]?.answers[row]?.state ?? 'not_asked')
  const go = ({ row, column }: Place, isToPlay: boolean) => {
    const [finalist, question] = [finalists[column], questions[row]]
    if (!finalist || !question) return
    const { key } = question
    setOpen((before) => ({ known: knownAs(finalist), key, plays: nextPlays(before?.plays ?? 0, isToPlay) }))
    requestAnimationFrame(() =>
      table.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
  }
  const step = (by: 1 | -1, along: 'candidates' | 'questions') => {
    const size = { rows: questions.length, columns: finalists.length }
    const next = stepAmong(size, { from: place, by, along }, canOpen)
    if (next) go(next, isHeard.current)
  }
  useMoveKeys({
    j: () => step(1, 'candidates'),
    k: () => step(-1, 'candidates'),
    n: () => step(1, 'questions'),
    p: () => step(-1, 'questions'),
  })

  const next =
    place &&
    stepAmong(
      { rows: questions.length, columns: finalists.length },
      { from: place, by: 1, along: 'candidates' },
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
            finalists.map((finalist, column) => {
              const answer = finalist.answers[row]
              if (!answer) return null
              const given = shownRating(answer, question.key, waiting)
              const isOpen = place?.row === row && place.column === column
              return (
                <td
                  key={knownAs(finalist)}
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
                      open && isOpen ? (
                        <OpenAnswer
                          answer={answer}
                          isInColumn
                          given={given}
                          anchors={question.anchors}
                          language={flow.language}
                          withAgent={withAgent}
                          plays={open.plays}
                          onPlaying={(playing) => {
                            isHeard.current = playing
                            if (playing) setOpen((now) => now && begun(now))
                          }}
                          onFinish={() => {}}
                          onListen={onListen}
                          onRate={(rating) =>
                            void rate({ answer, key: question.key, anchors: question.anchors, rating })
                          }
                          onStep={(by) => step(by, 'candidates')}
                          onClose={() => setOpen(null)}
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

/** Null where it is not here any more. */
function placeOf({ known, key }: Open, { questions, finalists }: SideBySide): Place | null {
  const row = questions.findIndex((question) => question.key === key)
  const column = finalists.findIndex((finalist) => knownAs(finalist) === known)
  return row < 0 || column < 0 ? null : { row, column }
}
