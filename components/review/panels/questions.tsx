'use client'

import { hasScriptChanged, MOST_QUESTIONS, type Answer } from '@/lib/transcript/answers'
import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { PlayAnswer } from './play-answer'
import { usePlaybackTime } from '../../player/playback-context'
import { PrintedCorrections } from '../print/printed-corrections'
import { PrintedRest } from '../print/printed-rest'
import { PrintedTalk } from '../print/printed-talk'
import { questionAt } from '../../player/question-steps'
import { useAnswers } from '../answers-context'
import { usePrinting } from '../print/use-printing'

type Props = { processing: boolean; sent: number }

/** The script in its order; the question under the playhead is marked. `sent` are all questions that Ribbon has. */
export const Questions = guarded('The questions', function Questions({ processing, sent }: Props) {
  const answers = useAnswers()
  const current = usePlaybackTime((time) => questionAt(answers, time))
  const printing = usePrinting()
  const mapped = answers.some((answer) => answer.asked)
  const remark = remarkOn(answers, processing)

  return (
    <>
      {remark && <p className="mb-3 text-muted">{remark}</p>}
      <ol>
        {answers.map((answer, index) => (
          <li
            key={index}
            aria-current={index === current ? 'true' : undefined}
            className="-mx-2 grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-1 border-b border-line px-2 py-2.5 last:border-0 aria-[current=true]:rounded-md aria-[current=true]:bg-accent-soft/60"
          >
            <span className="text-faint numeric">{index + 1}</span>
            <div className="min-w-0">
              <p dir="auto" className={answer.asked || !mapped ? '' : 'text-muted'}>
                {answer.text}
              </p>
              <p className="mt-0.5 text-xs text-muted numeric">{evidenceOf(answer, mapped)}</p>
              {printing && <PrintedTalk segments={answer.segments} />}
            </div>
            <PlayAnswer answer={answer} label={`Play answer ${index + 1}`} />
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

function evidenceOf({ asked, seconds, followUps }: Answer, mapped: boolean): string {
  if (!asked) return mapped ? 'Not asked' : '–'
  const followed = followUps === 0 ? '' : `, ${followUps} follow-up${followUps === 1 ? '' : 's'}`
  return seconds === null ? `Answered at an unknown time${followed}` : `${formatDuration(seconds)} of answer${followed}`
}
