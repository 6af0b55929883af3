'use client'

import { useRef, useState } from 'react'
import type { ScoreName } from '@/lib/assessment/scores'
import { SCORE_LABELS } from '../score-names'
import { Button } from '../ui/button'
import { Popover } from '../ui/popover/popover'
import { useFocusTaker } from '../ui/use-loaded'
import { OverrideLine } from './override-line'
import { useValidity } from './use-validity'

const load = () => import('./override-form').then(({ OverrideForm }) => OverrideForm)

type Props = { interviewId: string; score: ScoreName }

/** What members hold against a score, below it, and the way to say so. */
export function ScoreOverrides({ interviewId, score }: Props) {
  const { validity, problem, change } = useValidity(interviewId)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [OverrideForm] = useFocusTaker(load, open, () => setOpen(false))
  const overrides = validity?.overrides.filter((override) => override.score === score) ?? []
  const mine = overrides.find(({ isMine }) => isMine)
  return (
    <>
      {overrides.map((override) => (
        <OverrideLine key={override.by.id} override={override}>
          {override.isMine && (
            <Button
              look="quiet"
              size="small"
              className="h-5 text-xs print:hidden"
              onClick={() => void change({ method: 'DELETE', below: ['overrides', score] })}
            >
              Take back
            </Button>
          )}
        </OverrideLine>
      ))}
      {problem && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
      <button
        ref={button}
        type="button"
        aria-label={mine ? `Edit why ${SCORE_LABELS[score]} is wrong` : `${SCORE_LABELS[score]}: mark as wrong`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="text-2xs text-faint opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink hover:underline focus-visible:opacity-100 aria-expanded:opacity-100 print:hidden pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:opacity-100"
      >
        {mine ? 'Edit' : 'Mark as wrong'}
      </button>
      <Popover
        anchor={button}
        label={`${SCORE_LABELS[score]} is wrong`}
        open={open && OverrideForm !== null}
        onOpenChange={setOpen}
      >
        {OverrideForm && (
          <OverrideForm
            interviewId={interviewId}
            score={score}
            former={mine?.reason ?? ''}
            onDone={() => setOpen(false)}
          />
        )}
      </Popover>
    </>
  )
}
