import { useEffect, useRef } from 'react'
import { isComposing } from '../key-pressed'
import { useVotes } from './votes-context'

/** As `voteDraft` has it. */
const MOST = 2_000

type Props = {
  className: string
  /** It was asked for, so that it takes the focus. */
  isOpened?: boolean
}

/** Why, if one wants to say so: kept with every letter, sent with the vote or when the section around it is left. */
export function ReasonField({ className, isOpened = false }: Props) {
  const { reason, writeReason } = useVotes()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isOpened) field.current?.focus()
  }, [isOpened])
  return (
    <textarea
      ref={field}
      dir="auto"
      rows={1}
      value={reason}
      maxLength={MOST}
      aria-label="Reason for your vote"
      placeholder="Reason (optional)"
      onChange={(event) => writeReason(event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent) || event.key !== 'Enter' || event.shiftKey) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
      className={`field-sizing-content max-h-24 min-h-8 w-full resize-none rounded-md border border-edge bg-raised px-2.5 py-1.5 text-sm placeholder:text-faint focus-visible:outline-offset-0 pointer-coarse:min-h-11 pointer-coarse:py-3 ${className}`}
    />
  )
}
