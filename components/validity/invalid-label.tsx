import type { Invalid } from '@/lib/interviews/interview'
import { memberLabel } from '@/lib/members/member'
import { INVALID_WORDS } from './invalid-words'

/** That an interview says nothing about its candidate; on hover why, and who says so. */
export function InvalidLabel({ invalid: { cause, by } }: { invalid: Invalid }) {
  return (
    <span title={`${INVALID_WORDS[cause]}, says ${memberLabel(by)}`} className="text-warn">
      Invalid
    </span>
  )
}
