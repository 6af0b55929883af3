'use client'

import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { hasScriptChanged, MOST_QUESTIONS, type Answer } from '@/lib/transcript/answers'
import { guarded } from '../../guarded'
import { scrollsItself } from '../../scrolls-itself'
import { useIsWide } from '../../ui/use-is-wide'
import { usePlaybackTime } from '../../player/playback-context'
import { PrintedCorrections } from '../print/printed-corrections'
import { PrintedRest } from '../print/printed-rest'
import { questionAt } from '../../player/question-steps'
import { useAnswers } from '../answers-context'
import { usePrinting } from '../print/use-printing'
import { QuestionRow } from './question-row'

type Props = { processing: boolean; sent: number }

/** The script in its order; the question under the playhead is marked. `sent` are all questions that Ribbon has. */
export const Questions = guarded('The questions', function Questions({ processing, sent }: Props) {
  const answers = useAnswers()
  const current = usePlaybackTime((time) => questionAt(answers, time))
  const printing = usePrinting()
  const isWide = useIsWide()
  const list = useRef<HTMLOListElement>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const names = namesOf(answers)
  const isMapped = answers.some((answer) => answer.asked)
  const remark = remarkOn(answers, processing)

  const open = (index: number) => withoutMoving(list.current?.children[index], () => setOpened(names[index] ?? null))
  const openNext = (index: number) => {
    open(index)
    // The button that led here is gone.
    list.current?.children[index]?.querySelector('button')?.focus({ preventScroll: true })
  }
  const nextOf = (index: number) => {
    const next = answers.findIndex(({ segments }, place) => place > index && segments.length > 0)
    const answer = answers[next]
    return answer ? { answer, onOpen: () => openNext(next) } : null
  }

  return (
    <>
      {remark && <p className="mb-3 text-muted">{remark}</p>}
      <ol ref={list}>
        {answers.map((answer, index) => (
          <li
            key={names[index]}
            aria-current={index === current ? 'true' : undefined}
            className="-mx-2 border-b border-line last:border-0 aria-[current=true]:rounded-md aria-[current=true]:bg-accent-soft/60"
          >
            <QuestionRow
              answer={answer}
              number={index + 1}
              isMapped={isMapped}
              isOpen={names[index] === opened}
              onOpenChange={(isOpen) => open(isOpen ? index : -1)}
              isWide={isWide}
              printing={printing}
              next={nextOf(index)}
            />
          </li>
        ))}
      </ol>
      {sent > MOST_QUESTIONS && (
        <p className="mt-3 text-muted">
          Ribbon has {sent.toLocaleString('en')} questions here; the first {MOST_QUESTIONS} are shown.
        </p>
      )}
      {printing && <PrintedRest />}
      {printing && <PrintedCorrections />}
    </>
  )
})

/** What each is known by wherever it stands by now: a script can ask the same twice. */
function namesOf(answers: Answer[]): string[] {
  const times = new Map<string, number>()
  return answers.map(({ key }) => {
    const time = times.get(key) ?? 0
    times.set(key, time + 1)
    return `${key} ${time}`
  })
}

function remarkOn(answers: Answer[], processing: boolean): string | null {
  if (answers.length === 0) return 'Ribbon has no questions for this interview.'
  if (hasScriptChanged(answers)) {
    return 'The script has changed since this interview, so what was not asked may be newer than it.'
  }
  if (answers.some((answer) => answer.asked)) return null
  return processing
    ? 'Ribbon has not matched the talk to the questions yet.'
    : 'Ribbon has not matched any of the talk to these questions.'
}

/** What changes above it does not move it on the screen. */
function withoutMoving(element: Element | undefined, change: () => void) {
  const topOf = () => element?.getBoundingClientRect().top ?? 0
  const before = topOf()
  flushSync(change)
  const panel = element?.closest<HTMLElement>('[role=tabpanel]')
  const scroller = panel && scrollsItself(panel) ? panel : window
  scroller.scrollBy({ top: topOf() - before, behavior: 'instant' })
}
