import type { Invitation, InvitationLink } from '@/lib/invitations/invitation'
import { howMany } from '../how-many'
import { CopyButton } from '../ui/copy-button'
import { isFailed, MailFailure } from './mail-failure'

type Props = { made: InvitationLink[]; sendsMail: boolean; invitations: Invitation[] }

/** The links, once: whoever closes this makes new ones. `invitations` tell what became of their mails. */
export function LinkList({ made, sendsMail, invitations }: Props) {
  const asText = made.map(({ email, link }) => `${email}: ${link}`).join('\n')
  return (
    <section aria-label="Links" className="rounded-md border border-line bg-canvas p-3">
      <p role="status" className="font-medium">
        {howMany(made.length, 'link')}, good for 7 days, once each.
      </p>
      <MailState {...{ sendsMail, invitations, count: made.length }} />
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {made.map(({ id, email, link }) => (
          <li key={id} className="flex items-center gap-2 py-1">
            <bdi className="min-w-0 flex-1 truncate" title={email}>
              {email}
            </bdi>
            <CopyButton text={link} label={`Copy the link for ${email}`} />
          </li>
        ))}
      </ul>
      {made.length > 1 && (
        <p className="mt-2 -mb-1 -ml-2">
          <CopyButton text={asText} words={made.length === 2 ? 'Copy both as text' : 'Copy all as text'} />
        </p>
      )}
    </section>
  )
}

function MailState({
  sendsMail,
  invitations,
  count,
}: {
  sendsMail: boolean
  invitations: Invitation[]
  count: number
}) {
  if (!sendsMail)
    return <p className="mt-0.5 text-xs text-muted">Hand each to whom it is for: it lets in whoever opens it.</p>
  const failed = invitations.map(({ mail }) => mail).filter(isFailed)
  const worst = failed.find(({ is }) => is !== 'delayed') ?? failed[0]
  if (worst) {
    return (
      <p role="alert" className="mt-0.5 text-xs text-warn">
        {failed.length === count ? 'Mail' : `Mail to ${failed.length} of them`} <MailFailure mail={worst} />; the links
        below work.
      </p>
    )
  }
  const sent = invitations.filter(({ mail }) => mail.is === 'sent').length
  return (
    <p role="status" className="mt-0.5 text-xs text-muted">
      {sent === count
        ? 'The mails were handed over; the links below work too.'
        : 'The mails are on their way; the links below work too.'}
    </p>
  )
}
