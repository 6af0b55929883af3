import { memberLabel, type Member } from '@/lib/members/member'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useSending } from '../use-sending'
import type { Members } from './use-members'

type Props = { member: Member; members: Members; onClose: () => void }

/** Before what cannot be undone. */
export function RemoveDialog({ member, members, onClose }: Props) {
  const { isSending, failure, send } = useSending()
  const label = memberLabel(member)
  const remove = async () => {
    const isDone = await send(() => members.remove(member, `${label} is removed. What they wrote stays.`))
    if (isDone) onClose()
  }
  return (
    <Modal
      title={`Remove ${label}?`}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-2 text-muted">
        They are signed out at once, and their name and address are gone for good, also where a note mentions them.
        Their notes, votes and corrections stay, as a former member’s. This cannot be undone; to keep them out for a
        while, disable them.
      </p>
      <p role="status" className="mt-2 min-h-5 text-xs text-bad">
        {failure}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Keep
        </Button>
        <Button className="text-bad" disabled={isSending} onClick={() => void remove()}>
          Remove
        </Button>
      </div>
    </Modal>
  )
}
