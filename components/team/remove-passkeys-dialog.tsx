import { memberLabel, type Member } from '@/lib/members/member'
import { ConfirmRemoval } from '../ui/confirm-removal'
import { wayBackWords } from './member-words'
import type { Members } from './use-members'

type Props = { member: Member; members: Members; onClose: () => void }

/** For whoever has lost theirs. */
export function RemovePasskeysDialog({ member, members, onClose }: Props) {
  const label = memberLabel(member)
  return (
    <ConfirmRemoval
      title={`Remove the passkeys of ${label}?`}
      remove={() => members.removePasskeys(member, `${label} is signed out and has no passkey any more.`)}
      onClose={onClose}
    >
      For somebody who has lost theirs. They are signed out everywhere; {wayBackWords(member)}
    </ConfirmRemoval>
  )
}
