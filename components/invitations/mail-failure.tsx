import type { Invitation, InvitationMail } from '@/lib/invitations/invitation'
import { ClockTime } from '../clock-time'

type FailedMail = Extract<InvitationMail, { host: string }>

/** How often what becomes of mails is looked at, in milliseconds: while they wait, and once their server could not be reached. */
const POLL_MS = { waiting: 3_000, delayed: 15_000 }

export function isFailed(mail: InvitationMail): mail is FailedMail {
  return 'host' in mail
}

/** 0: nothing changes by itself any more. */
export function mailPoll(invitations: Invitation[]): number {
  if (invitations.some(({ mail }) => mail.is === 'waiting')) return POLL_MS.waiting
  return invitations.some(({ mail }) => mail.is === 'delayed') ? POLL_MS.delayed : 0
}

/** What became of a mail, after its name. */
export function MailFailure({ mail: { is, host, at } }: { mail: FailedMail }) {
  if (is === 'refused') {
    return (
      <>
        was refused by {host} at <ClockTime at={at} />
      </>
    )
  }
  return (
    <>
      could not be handed to {host} at <ClockTime at={at} /> and is {is === 'delayed' ? 'tried again' : 'given up'}
    </>
  )
}
