import { useState } from 'react'
import { memberLabel, type Member } from '@/lib/members/member'
import type { PasswordLink } from '@/lib/password-links/password-link'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { Modal } from '../ui/modal'
import { useSending } from '../use-sending'

type Props = { member: Member; onClose: () => void }

/** A link is made when it is asked for, and shown once. */
export function PasswordLinkDialog({ member, onClose }: Props) {
  const [made, setMade] = useState<PasswordLink | null>(null)
  const { isSending, failure, send } = useSending()
  const label = memberLabel(member)
  const make = () =>
    send(async () => {
      setMade(await fetchJson<PasswordLink>(`${swrKeys.members}/${member.id}/password-link`, { method: 'POST' }))
    })
  return (
    <Modal
      title={`A password link for ${label}`}
      titleClass="font-semibold wrap-anywhere"
      className="top-1/2 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 p-5"
      onClose={onClose}
    >
      <p className="mt-2 text-muted">
        Whoever opens it sets a new password for {member.email}, once and within an hour, which signs them out
        everywhere. Hand it to nobody else.
      </p>
      {made && (
        <p role="status" className="mt-3 flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 truncate text-xs">{made.link}</code>
          <CopyButton text={made.link} label="Copy the password link" />
        </p>
      )}
      <p role="alert" className="mt-2 min-h-5 text-xs text-bad">
        {failure}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {made ? 'Done' : 'Cancel'}
        </Button>
        {!made && (
          <Button look="primary" disabled={isSending} onClick={() => void make()}>
            Make a link
          </Button>
        )}
      </div>
    </Modal>
  )
}
