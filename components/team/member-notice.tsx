import { useEffect } from 'react'
import { Button } from '../ui/button'
import type { MemberNotice } from './use-members'

/** How long what was done stands there, in milliseconds; what failed stays. */
const SHOWN_MS = 8_000

type Props = { notice: MemberNotice; show: (next: MemberNotice | null) => void }

export function MemberNoticeLine({ notice, show }: Props) {
  useEffect(() => {
    if (notice.failed) return undefined
    const timer = setTimeout(() => show(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [notice, show])
  return (
    <div
      role={notice.failed ? 'alert' : 'status'}
      className="fixed inset-x-2 bottom-16 z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] items-center gap-2 rounded-md bg-raised py-1 pr-1 pl-3 text-sm shadow-float lg:bottom-4"
    >
      <span className="min-w-0 wrap-anywhere">{notice.sentence}</span>
      {notice.undo && (
        <Button size="small" onClick={notice.undo}>
          Undo
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => show(null)}>
        Close
      </Button>
    </div>
  )
}
