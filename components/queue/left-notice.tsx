import { useShortcutsOff } from '../shortcuts-setting'
import { Button } from '../ui/button'
import { UndoVoteButton } from '../votes/undo-vote-button'
import { Notice } from '../ui/notice-place'
import { useUndoKey } from '../use-undo-key'
import { useVoteOutbox } from '../votes/vote-outbox-context'
import { VOTE_LABELS } from '../votes/vote-words'
import type { Left } from './trail'
import type { SaidOfLeft } from './use-said-of-left'

type Props = SaidOfLeft & {
  /** Something was pressed here that was meant for the page before. */
  isMissed?: boolean
  onBack: () => void
}

/** On the page that opened: what became of the candidate before, and the way back to them. */
export function LeftNotice({ left, failure, isMissed = false, onBack }: Props) {
  return (
    <Notice role="status" docked={DOCKED} floating={FLOATING}>
      {failure !== null ? (
        <p className="min-w-0 flex-1 wrap-anywhere">What you skipped stays where it was. {failure}</p>
      ) : (
        left && (
          <>
            <p className="min-w-0 flex-1 wrap-anywhere">
              <LeftWords left={left} />
              {isMissed && (
                <span className="block text-muted">What was pressed as this page opened is not counted.</span>
              )}
            </p>
            <WaysBack left={left} onBack={onBack} />
          </>
        )
      )}
    </Notice>
  )
}

function LeftWords({ left: { name, vote } }: { left: Left }) {
  if (vote === null)
    return (
      <>
        <bdi>{name}</bdi> skipped to the end of the queue.
      </>
    )
  return (
    <>
      <b className="font-semibold">{VOTE_LABELS[vote]}</b> for <bdi>{name}</bdi>
    </>
  )
}

/** A vote can be left as it is, too; for as long as it can be undone with one press that is offered. */
function WaysBack({ left: { id, vote }, onBack }: { left: Left; onBack: () => void }) {
  const { outbox, undoable } = useVoteOutbox()
  const isUndoable = undoable?.interviewId === id && undoable.wish?.vote === vote
  const takeBack = () => {
    outbox?.undo()
    onBack()
  }
  const off = useShortcutsOff()
  useUndoKey(vote !== null && isUndoable ? undoable.doneAt : null, takeBack)
  return (
    <span className="-my-1 -mr-2 flex shrink-0">
      {vote !== null && isUndoable && <UndoVoteButton onUndo={takeBack} />}
      <Button look="quiet" size="small" className="text-xs" title={off ? undefined : 'U'} onClick={onBack}>
        {vote === null ? 'Undo' : 'Back'}
      </Button>
    </span>
  )
}

const LINE = 'flex items-center gap-2 px-4 text-xs'
const DOCKED = `lg:px-6 ${LINE}`
const FLOATING = `fixed z-30 rounded-md bg-raised py-2 shadow-float max-lg:inset-x-2 max-lg:top-12 lg:bottom-4 lg:left-1/2 lg:max-w-96 lg:-translate-x-1/2 ${LINE}`
