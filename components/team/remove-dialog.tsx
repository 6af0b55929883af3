import { memberLabel, type Member } from '@/lib/members/member'
import { ConfirmRemoval } from '../ui/confirm-removal'
import type { Members } from './use-members'

type Props = { member: Member; members: Members; onClose: () => void }

export function RemoveDialog({ member, members, onClose }: Props) {
  const label = memberLabel(member)
  return (
    <ConfirmRemoval
      title={`Remove ${label}?`}
      remove={() => members.remove(member, `${label} is removed. What they wrote stays.`)}
      onClose={onClose}
    >
      They are signed out at once, and their name and address are gone for good, also where a note mentions them. Their
      notes, votes and corrections stay, as a former member’s. This cannot be undone; to keep them out for a while,
      disable them.
    </ConfirmRemoval>
  )
}
