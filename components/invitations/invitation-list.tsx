'use client'

import useSWR from 'swr'
import type { Invitation, InvitationLink } from '@/lib/invitations/invitation'
import { fetchJson } from '../fetch-json'
import { useNow } from '../now'
import { swrKeys } from '../swr-keys'
import { ROLE_WORDS, scopeWords, type PlaceNames } from '../team/member-words'
import { SaidAgo } from '../said-ago'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { useSending } from '../use-sending'
import { madeLinks, useMadeLinks } from './made-links'
import { isFailed, MailFailure, mailPoll } from './mail-failure'

type Props = { initial: Invitation[]; places: [id: string, name: string][]; sendsMail: boolean; now: number }

/** Who was invited and has not joined yet. */
export function InvitationList({ initial, places, sendsMail, now: drawnAt }: Props) {
  const { data: invitations = initial, mutate } = useSWR<Invitation[]>(swrKeys.invitations, fetchJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: (latest = initial) => mailPoll(latest),
  })
  const { isSending, failure, send } = useSending()
  const now = useNow(drawnAt)
  const names = new Map(places)
  const act = async (work: () => Promise<unknown>) => {
    await send(work)
    await mutate()
  }
  const renew = (url: string) =>
    act(async () => madeLinks.add([await fetchJson<InvitationLink>(url, { method: 'POST' })]))
  const withdraw = (url: string) => act(() => fetchJson(url, { method: 'DELETE' }))
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invited" className="pt-6">
      <h2 id="invited" className="mb-1 font-semibold">
        Invited <span className="ml-1 font-normal text-muted numeric">{invitations.length}</span>
      </h2>
      {failure && (
        <p role="alert" className="mb-1 text-sm text-bad">
          {failure}
        </p>
      )}
      <ul aria-label="Invited" className="border-t border-line">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            {...{ invitation, names, sendsMail, now, isSending }}
            onRenew={() => void renew(`${swrKeys.invitations}/${invitation.id}`)}
            onWithdraw={() => void withdraw(`${swrKeys.invitations}/${invitation.id}`)}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  invitation: Invitation
  names: PlaceNames
  sendsMail: boolean
  now: number
  isSending: boolean
  onRenew: () => void
  onWithdraw: () => void
}

function InvitationRow({ invitation, names, sendsMail, now, isSending, onRenew, onWithdraw }: RowProps) {
  const { id, email, role, scope, createdAt, isExpired, mail } = invitation
  const link = useMadeLinks().get(id)
  const sees = scopeWords(role === 'admin' ? 'all' : scope, names)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5">
      <div className="min-w-52 flex-1">
        <p className="truncate font-medium" title={email}>
          <bdi>{email}</bdi>
        </p>
        <p className="text-xs text-muted">
          {ROLE_WORDS[role].name} · <bdi>{sees}</bdi> ·{' '}
          {isExpired ? (
            <span className="text-warn">Expired{sendsMail ? ', resend' : ', make a new link'}</span>
          ) : (
            <>
              Invited <SaidAgo at={createdAt} now={now} />
            </>
          )}
          {!isExpired && isFailed(mail) && (
            <span className="text-warn">
              {' '}
              · Mail <MailFailure mail={mail} />
            </span>
          )}
          {!isExpired && mail.is === 'waiting' && ' · Mail on its way'}
        </p>
      </div>
      <div className="flex items-center">
        {link && !isExpired && <CopyButton text={link} words="Copy link" label={`Copy the link for ${email}`} />}
        <Button
          look="quiet"
          size="small"
          disabled={isSending}
          aria-label={`${sendsMail ? 'Resend to' : 'Make a new link for'} ${email}`}
          onClick={onRenew}
        >
          {sendsMail ? 'Resend' : 'New link'}
        </Button>
        <Button
          look="quiet"
          size="small"
          disabled={isSending}
          aria-label={`Withdraw the invitation of ${email}`}
          onClick={onWithdraw}
        >
          Withdraw
        </Button>
      </div>
    </li>
  )
}
