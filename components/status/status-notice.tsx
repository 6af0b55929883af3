import { useEffect, useState } from 'react'
import { useNow } from '../now'
import { useShortcutsOff } from '../shortcuts-setting'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice-place'
import type { StatusNews } from './status-news'
import type { StatusOutbox } from './status-outbox'
import { didSentence, STATUS_ACTS, STATUS_DONE } from './status-words'

/** How long a change can be undone where its notice stood, in milliseconds. */
export const UNDO_STATUS_MS = 8_000

type Props = { outbox: StatusOutbox; news: StatusNews }

/** What was done with whom, and the way back; and what was not, and why. It stays while one goes to another page. */
export function StatusNotice({ outbox, news }: Props) {
  const { last, conflicts, problem } = news
  const [openedAt] = useState(() => Date.now())
  const now = useNow(openedAt)
  const off = useShortcutsOff()
  useEffect(() => {
    // What went wrong stays until it is read, and keeps nothing else.
    if (!last) return undefined
    const timer = setTimeout(() => outbox.letGo(), UNDO_STATUS_MS)
    return () => clearTimeout(timer)
  }, [last, outbox])
  const [first] = conflicts
  return (
    <Notice role={first || problem ? 'alert' : 'status'} docked={DOCKED} floating={FLOATING}>
      {first && (
        <div className={LINE}>
          <span className={WORDS}>
            {conflicts.length === 1
              ? didSentence(first.now, first.chosen.called, now)
              : `${conflicts.length} were changed by colleagues meanwhile.`}
          </span>
          <span className={BUTTONS}>
            <Button size="small" onClick={() => outbox.insist()}>
              {STATUS_ACTS[first.chosen.status]} anyway
            </Button>
            <Button size="small" look="quiet" onClick={() => outbox.leave()}>
              Leave it
            </Button>
          </span>
        </div>
      )}
      {problem && (
        <div className={LINE}>
          <span className={`${WORDS} text-bad`}>{problem}</span>
          <span className={BUTTONS}>
            <Button size="small" look="quiet" onClick={() => outbox.close()}>
              Close
            </Button>
          </span>
        </div>
      )}
      {last && (
        <div className={LINE}>
          <span className="min-w-0 grow truncate">
            <bdi>{last.count === 1 ? last.called : last.count}</bdi> {STATUS_DONE[last.status]}
          </span>
          <span className={BUTTONS}>
            <Button
              size="small"
              look="quiet"
              aria-keyshortcuts={off ? undefined : 'z'}
              onClick={() => void outbox.undo()}
            >
              Undo {!off && <kbd className="font-sans text-2xs text-muted pointer-coarse:hidden">Z</kbd>}
            </Button>
          </span>
        </div>
      )}
    </Notice>
  )
}

const DOCKED = 'pr-1 pl-4 text-sm lg:pl-6'
const FLOATING =
  'fixed inset-x-2 bottom-16 z-30 mx-auto w-fit max-w-[calc(100vw-1rem)] rounded-md bg-raised py-1 pr-1 pl-3 text-sm shadow-float lg:bottom-4 max-lg:low:top-12 max-lg:low:bottom-auto max-lg:[:root:has([data-selection-bar])_&]:bottom-32 lg:[:root:has([data-selection-bar])_&]:bottom-18'
/** What happened, and what can be done about it. */
const LINE = 'flex flex-wrap items-center gap-x-2'
const WORDS = 'min-w-0 grow py-1 wrap-anywhere'
const BUTTONS = 'ml-auto flex shrink-0 gap-2'
