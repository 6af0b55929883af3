import { memberLabel, type Member } from '@/lib/members/member'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useSending } from '../use-sending'
import type { Members } from './use-members'

type Props = { member: Member; members: Members; onClose: () => void }

/** For whoever has lost theirs; before what cannot be undone. */
export function RemovePasskeysDialog({ member, members, onClose }: Props) {
  const { isSending, failure, send } = useSending()
  const label = memberLabel(member)
  const remove = async () => {
    const isDone = await send(() =>
      members.removePasskeys(member, `${label} is signed out and has no passkey any more.`),
    )
    if (isDone) onClose()
  }
  const others = member.signsInWith.filter((way) => way !== 'passkey')
  return (
    <Modal
      title={`Remove the passkeys of ${label}?`}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-2 text-muted">
        For somebody who has lost theirs. They are signed out everywhere;{' '}
        {others.length > 0
          ? 'they come in as they otherwise do, and add a new one.'
          : 'they have no other way in, so make them a password link afterwards.'}
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
