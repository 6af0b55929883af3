'use client'

import { useState } from 'react'
import { ROLES, type Role } from '@/lib/auth/permissions'
import type { Member } from '@/lib/members/member'
import { memberCommand, type ServerPlace } from '@/lib/members/shell-command'
import type { Team } from '@/lib/teams/team'
import { CopyButton } from '../ui/copy-button'
import { Disclosure } from '../ui/disclosure'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { commandsFor, commandsForNew } from './shell-commands'
import { useMembers } from './use-members'

const EXAMPLE = { email: 'ada@example.com', name: 'Ada Byron' }
const PLACES: Record<ServerPlace, string> = { shell: 'A shell on the server', container: 'Docker Compose' }
const WHAT: Record<Role, string> = {
  admin: 'Admin: sees everything, and this page',
  recruiter: 'Recruiter: judges, hands out, decides and exports',
  reviewer: 'Reviewer: listens, reads, notes and votes',
}

type Props = { members: Member[]; myId: string; teams: Team[]; dataDir: string | null }

/** What a shell does about whoever is named, ready to be copied: with one who is no member yet, and with one who is. */
export function AddPeople({ members: rendered, myId, teams, dataDir }: Props) {
  const { members } = useMembers(rendered)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reviewer')
  const [team, setTeam] = useState('')
  const [place, setPlace] = useState<ServerPlace>('shell')
  const isExample = email.trim() === '' && name.trim() === ''
  const of = email.trim() || EXAMPLE.email
  const called = name.trim() || (isExample ? EXAMPLE.name : '')
  const member = members.find((one) => one.email === email.trim().toLowerCase())
  const sees = team === '' || role === 'admin' ? [] : ['--team', team]
  const commands = member
    ? commandsFor(member, { called: name.trim() || (member.name ?? EXAMPLE.name), isMe: member.id === myId })
    : commandsForNew({ email: of, called, role, sees })

  return (
    <Disclosure title="From a shell on the server" className="pt-6">
      <p className="mt-0.5 mb-3 max-w-2xl text-muted">
        A command on the server makes a member, or does with one what their menu does: fill in an email, copy the
        command and run it there. Where it asks for a password, that has 15 characters or more, and you hand it over.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label="Their email"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          {...TYPED}
          inputMode="email"
          placeholder={EXAMPLE.email}
        />
        <Field
          label="Their name"
          value={name}
          onChange={({ target }) => setName(target.value)}
          {...TYPED}
          placeholder={EXAMPLE.name}
        />
        <Select
          label="Role"
          value={role}
          onChange={(chosen) => setRole(chosen)}
          choices={ROLES.map((key) => ({ key, label: WHAT[key] }))}
        />
        <Select
          label="Sees"
          value={role === 'admin' ? '' : team}
          disabled={role === 'admin' || teams.length === 0}
          onChange={setTeam}
          choices={[{ key: '', label: 'All teams' }, ...teams.map(({ id, name }) => ({ key: id, label: name || id }))]}
        />
        <Select
          label="Where Debrief runs"
          value={place}
          onChange={setPlace}
          choices={(['shell', 'container'] as const).map((key) => ({ key, label: PLACES[key] }))}
        />
      </div>
      <dl aria-label="Commands" className="mt-4 border-t border-line">
        {commands.map((command) => (
          <Command key={command.name} name={command.name} text={memberCommand(place, dataDir, command.words)} />
        ))}
      </dl>
      <p className="mt-2 text-xs text-muted">
        {member
          ? 'Whoever is disabled, or has a new password, is signed out at once. What they wrote stays.'
          : 'Nobody here has that email yet. The command asks for their first password; a link lets them set one.'}
      </p>
    </Disclosure>
  )
}

const TYPED = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const

function Command({ name, text }: { name: string; text: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-b border-line py-1 sm:flex-nowrap">
      <dt className="w-32 shrink-0 text-muted max-sm:w-full max-sm:pt-1">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-2">
        <code className="min-w-0 flex-1 py-1 text-xs wrap-anywhere">{text}</code>
        <CopyButton text={text} label={`Copy the command: ${name}`} />
      </dd>
    </div>
  )
}
