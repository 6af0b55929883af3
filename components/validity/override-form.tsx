import type { FormEvent } from 'react'
import type { ScoreName } from '@/lib/assessment/scores'
import { SCORE_LABELS } from '../score-names'
import { SubmitRow } from '../ui/submit-row'
import { TEXT, useFormDraft } from '../use-form-draft'
import { WhyField } from './why-field'
import { useValidity } from './use-validity'

type Props = { interviewId: string; score: ScoreName; former: string; onDone: () => void }

/** Why a score is wrong; the score stays as Ribbon gave it. */
export function OverrideForm({ interviewId, score, former, onDone }: Props) {
  const { problem, change } = useValidity(interviewId)
  const { draft: reason, write, drop } = useFormDraft(`override ${interviewId} ${score}`, former, TEXT)
  const leave = () => {
    drop()
    onDone()
  }
  const mark = async (event: FormEvent) => {
    event.preventDefault()
    if (await change({ method: 'PUT', below: ['overrides', score], body: { reason } })) leave()
  }
  return (
    <form onSubmit={(event) => void mark(event)} className="w-64 max-w-full">
      <p className="text-sm font-medium">{SCORE_LABELS[score]} is wrong</p>
      <WhyField label="Why" value={reason} onChange={write} />
      <p className="mt-1 text-xs text-muted">Ribbon’s score stays; this stands below it.</p>
      <p role="status" className={problem ? 'text-xs text-bad' : 'sr-only'}>
        {problem}
      </p>
      <SubmitRow act="Mark as wrong" onCancel={leave} />
    </form>
  )
}
