import { hiddenWords } from '../../votes/vote-words'

/** Instead of what its reader is not to know yet: not a missing value. */
export function HiddenCell({ isClosed }: { isClosed: boolean }) {
  return (
    <span title={hiddenWords(isClosed)} className="text-muted">
      Hidden
    </span>
  )
}
