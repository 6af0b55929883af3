'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { logSearch } from '@/lib/audit/log/log-search'
import type { NamedFlow } from '@/lib/flows/flow'
import { isFoundBy, type Member } from '@/lib/members/member'
import type { Team } from '@/lib/teams/team'
import { MemberNoticeLine } from './member-notice'
import { MEMBER_GRID, MemberRow } from './member-row'
import type { PlaceNames } from './member-words'
import { PasswordLinkDialog } from './password-link-dialog'
import { RemoveDialog } from './remove-dialog'
import { RemovePasskeysDialog } from './remove-passkeys-dialog'
import { ScopeDialog } from './scope-dialog'
import { useMembers } from './use-members'

type Props = { members: Member[]; teams: Team[]; flows: NamedFlow[]; myId: string; now: number }

/** Everybody who can sign in here, found by name or email. */
export function MemberDirectory({ members: rendered, teams, flows, myId, now }: Props) {
  const members = useMembers(rendered)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ about: 'scope' | 'removal' | 'password' | 'passkeys'; id: string } | null>(null)
  const found = members.members.filter((member) => isFoundBy(member, typed))
  const names: PlaceNames = new Map([
    ...teams.map(({ id, name }) => [id, name || id] as const),
    ...flows.map(({ id, title }) => [id, title || id] as const),
  ])
  const about = members.members.find(({ id }) => id === asked?.id)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
        <input
          type="search"
          aria-label="Find a member by name or email"
          placeholder="Name or email"
          value={typed}
          maxLength={254}
          onChange={({ target }) => setTyped(target.value)}
          className="h-9 w-64 max-w-full rounded-md border border-edge bg-raised px-3 placeholder:text-faint focus-visible:outline-offset-0 max-md:h-11 max-md:w-full"
        />
        <p role="status" className="text-muted numeric">
          {typed.trim() !== '' && `${found.length} of ${members.members.length}`}
        </p>
      </div>
      {members.error && (
        <p role="alert" className="mb-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
          {members.error.message} What stands here may be old.
        </p>
      )}
      <div
        aria-hidden="true"
        className={`${MEMBER_GRID} border-b border-line pb-1.5 text-2xs font-medium text-muted max-md:hidden`}
      >
        <span>Name</span>
        <span>Role</span>
        <span>Sees</span>
        <span>Signs in with</span>
        <span>Last here</span>
      </div>
      <ul aria-label="Members">
        {found.map((member) => (
          <MemberRow
            key={member.id}
            {...{ member, names, now, members }}
            isMe={member.id === myId}
            onScope={() => setAsked({ about: 'scope', id: member.id })}
            onRemove={() => setAsked({ about: 'removal', id: member.id })}
            onPasswordLink={() => setAsked({ about: 'password', id: member.id })}
            onFollow={() => router.push(`/audit?${logSearch({ member: member.id, interview: null, codes: [] })}`)}
            onPasskeys={() => setAsked({ about: 'passkeys', id: member.id })}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="py-6 text-muted">Nobody here is called that. Look for part of a name or an email.</p>
      )}
      {members.members.length === 1 && (
        <p className="py-4 text-muted">Only you so far. Invite the people who review.</p>
      )}
      {about && asked?.about === 'scope' && (
        <ScopeDialog key={about.id} member={about} {...{ teams, flows, members }} onClose={() => setAsked(null)} />
      )}
      {about && asked?.about === 'password' && <PasswordLinkDialog member={about} onClose={() => setAsked(null)} />}
      {about && asked?.about === 'passkeys' && (
        <RemovePasskeysDialog member={about} members={members} onClose={() => setAsked(null)} />
      )}
      {about && asked?.about === 'removal' && (
        <RemoveDialog member={about} members={members} onClose={() => setAsked(null)} />
      )}
      {members.notice && <MemberNoticeLine notice={members.notice} show={members.show} />}
    </>
  )
}
