'use client'

import { useRouter } from 'next/navigation'
import type { Invalid } from '@/lib/interviews/interview'
import { memberLabel } from '@/lib/members/member'
import { useStatuses } from '../status/status-context'
import { Button } from '../ui/button'
import { hiddenWords } from '../votes/vote-words'
import { INVALID_WORDS } from './invalid-words'
import { useValidity } from './use-validity'

type Props = { interviewId: string; invalid: Invalid }

/** Said before anything of an interview that says nothing about its candidate. */
export function InvalidNotice({ interviewId, invalid: { cause, by } }: Props) {
  const router = useRouter()
  const { maySet } = useStatuses()
  const { validity, problem, change } = useValidity(interviewId)
  const marked = validity?.invalid
  const isHidden = marked?.reason !== null && typeof marked?.reason === 'object'
  const validate = async () => {
    // What the server has drawn says it too.
    if (await change({ method: 'DELETE', below: ['invalid'] })) router.refresh()
  }
  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-2 lg:px-6"
    >
      <p className="min-w-0 wrap-anywhere">
        Marked invalid by <bdi>{memberLabel(by)}</bdi>: {INVALID_WORDS[cause].toLowerCase()}. Votes are closed.{' '}
        {typeof marked?.reason === 'string' && (
          <span dir="auto" className="text-muted">
            {marked.reason}
          </span>
        )}
        {isHidden && <span className="text-muted">Reason {hiddenWords(true).toLowerCase()}.</span>}
      </p>
      {(maySet || marked?.isMine) && (
        <Button size="small" onClick={() => void validate()}>
          It is valid
        </Button>
      )}
      {problem && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
