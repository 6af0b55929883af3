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
        className="action-of-row"
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
