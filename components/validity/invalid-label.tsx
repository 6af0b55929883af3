import type { Invalid } from '@/lib/interviews/interview'
import { memberLabel } from '@/lib/members/member'
import { INVALID_WORDS } from './invalid-words'

/** That an interview says nothing about its candidate; on hover why, and who says so. */
export function InvalidLabel({ invalid: { cause, by } }: { invalid: Invalid }) {
  return (
    <span title={`Marked invalid by ${memberLabel(by)}: ${INVALID_WORDS[cause].toLowerCase()}`} className="text-warn">
      Invalid
    </span>
  )
}
