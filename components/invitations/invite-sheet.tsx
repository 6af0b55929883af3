'use client'

import { useState } from 'react'
import useSWR, { mutate } from 'swr'
import type { Scope } from '@/lib/auth/member-scope'
import type { Role } from '@/lib/auth/permissions'
import type { NamedFlow } from '@/lib/flows/flow'
import type { Invitation, InvitationLink, Invited } from '@/lib/invitations/invitation'
import type { Team } from '@/lib/teams/team'
import { fetchJson } from '../fetch-json'
import { swrKeys } from '../swr-keys'
import { ROLE_WORDS } from '../team/member-words'
import { ScopeChoice } from '../team/scope-choice'
import { Button } from '../ui/button'
import { Modal } from '../ui/modal'
import { useFormDraft } from '../use-form-draft'
import { useSending } from '../use-sending'
import { EmailField } from './email-field'
import { INVITATION, type InvitationDraft, NOBODY, withTyped } from './invited-ones'
import { LinkList } from './link-list'
import { madeLinks } from './made-links'
import { mayBeAddress } from './pasted-lines'

export type InvitePeopleProps = {
  /** Those that may be given. */
  roles: Role[]
  teams: Team[]
  flows: NamedFlow[]
  /** What is chosen until something else is. */
  usualScope: Scope
  mayGiveEverything: boolean
  /** Whether the links are mailed too. */
  sendsMail: boolean
}

type Props = InvitePeopleProps & { onClose: () => void }

/** Whom, as what, and to see what: the links that come of it stand above, and who could not be invited stays in the field. */
export function InviteSheet({ roles, teams, flows, usualScope, mayGiveEverything, sendsMail, onClose }: Props) {
  const first: InvitationDraft = { ...NOBODY, role: 'reviewer', scope: usualScope }
  const { draft, write, drop, latest } = useFormDraft('invitation', first, INVITATION)
  const { lines, typed, role, scope } = draft
  const [made, setMade] = useState<InvitationLink[]>([])
  const { isSending, failure, send } = useSending()
  const { data } = useSWR<Invitation[]>(made.length > 0 && sendsMail ? swrKeys.invitations : null, fetchJson, {
    refreshInterval: MAIL_POLL_MS,
  })
  const invited = withTyped(draft)
  const addresses = invited.filter(({ text }) => mayBeAddress(text)).length
  const invite = async () => {
    const asked = withTyped(latest())
    if (asked.length === 0 || isSending) return
    write({ ...latest(), lines: asked, typed: '' })
    const body = JSON.stringify({
      ...{ emails: asked.map(({ text }) => text), role },
      scope: role === 'admin' ? 'all' : scope,
    })
    await send(async () => {
      const { invitations, refused } = await fetchJson<Invited>(swrKeys.invitations, { method: 'POST', body })
      madeLinks.add(invitations)
      setMade([...invitations, ...made])
      const sent = new Set(asked.map(({ text }) => text))
      const later = latest().lines.filter(({ text }) => !sent.has(text))
      write({ ...latest(), lines: [...refused.map(({ email, reason }) => ({ text: email, reason })), ...later] })
    })
    void mutate(swrKeys.invitations)
  }
  return (
    <Modal title="Invite people" titleClass="text-base font-semibold" className={SHEET} onClose={onClose}>
      <div className="mt-4 flex flex-col gap-5">
        {made.length > 0 && (
          <LinkList
            made={made}
            sendsMail={sendsMail}
            invitations={(data ?? []).filter(({ id }) => isAmong(made, id))}
          />
        )}
        <EmailField
          lines={lines}
          typed={typed}
          onChange={(ones) => write({ ...draft, ...ones })}
          onSend={() => void invite()}
        />
        {roles.length > 1 && (
          <fieldset>
            <legend className="mb-1 text-sm font-medium">Role</legend>
            {roles.map((key) => (
              <label key={key} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
                <input
                  type="radio"
                  name="role"
                  checked={role === key}
                  onChange={() => write({ ...draft, role: key })}
                />
                <span>
                  {ROLE_WORDS[key].name}: <span className="text-muted">{ROLE_WORDS[key].may}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {role !== 'admin' && (
          <section aria-labelledby="invited-sees">
            <h3 id="invited-sees" className="mb-1 text-sm font-medium">
              Sees
            </h3>
            <ScopeChoice
              scope={scope}
              {...{ teams, flows, mayGiveEverything }}
              onChange={(sees) => write({ ...draft, scope: sees })}
            />
          </section>
        )}
        <div className="flex flex-row-reverse items-center gap-2">
          <Button look="primary" disabled={isSending || invited.length === 0} onClick={() => void invite()}>
            {isSending ? 'Inviting…' : inviteWords(addresses, sendsMail)}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              drop()
              onClose()
            }}
          >
            {made.length > 0 ? 'Done' : 'Cancel'}
          </Button>
        </div>
        {failure && (
          <p role="alert" className="text-sm text-bad">
            {failure}
          </p>
        )}
      </div>
    </Modal>
  )
}

const MAIL_POLL_MS = 3_000
const SHEET = 'inset-y-0 right-0 left-auto! h-dvh max-h-none! w-full rounded-none! p-5 sm:w-[420px]'

function isAmong(made: InvitationLink[], id: string): boolean {
  return made.some((link) => link.id === id)
}

function inviteWords(count: number, sendsMail: boolean): string {
  if (count === 0) return sendsMail ? 'Send invitations' : 'Make links'
  if (sendsMail) return count === 1 ? 'Send 1 invitation' : `Send ${count} invitations`
  return count === 1 ? 'Make 1 link' : `Make ${count} links`
}
