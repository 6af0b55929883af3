'use client'

import { useState } from 'react'
import { ROLES, type Role } from '@/lib/auth/permissions'
import { memberCommand, type ServerPlace } from '@/lib/members/shell-command'
import type { Team } from '@/lib/teams/team'
import { CopyButton } from '../ui/copy-button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

const EXAMPLE = { email: 'ada@example.com', name: 'Ada Byron' }
const PLACES: Record<ServerPlace, string> = { shell: 'A shell on the server', container: 'Docker Compose' }
const WHAT: Record<Role, string> = {
  admin: 'Admin: sees everything, and this page',
  recruiter: 'Recruiter: judges, hands out, decides and exports',
  reviewer: 'Reviewer: listens, reads, notes and votes',
}

/** Members are made by a command: this writes it for whoever is to be added, ready to be copied. */
export function AddPeople({ teams, dataDir }: { teams: Team[]; dataDir: string | null }) {
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reviewer')
  const [team, setTeam] = useState('')
  const [place, setPlace] = useState<ServerPlace>('shell')
  const isExample = email.trim() === '' && name.trim() === ''
  const of = email.trim() || EXAMPLE.email
  const called = name.trim() || (isExample ? EXAMPLE.name : '')
  const commandOf = (...words: string[]) => memberCommand(place, dataDir, words)
  const sees = team === '' || role === 'admin' ? [] : ['--team', team]

  return (
    <details className="pt-6">
      <summary className="w-fit cursor-pointer font-semibold pointer-coarse:py-3">From a shell on the server</summary>
      <p className="mt-0.5 mb-3 max-w-2xl text-muted">
        A command on the server makes a member. Fill this in, copy the command and run it there; it asks for a password
        of 15 characters or more, which you hand over. They can sign in at once.
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
        <Command
          name="Add"
          text={commandOf('add', of, '--role', role, ...(called ? ['--name', called] : []), ...sees)}
        />
        <Command name="Change the name" text={commandOf('rename', of, '--name', called || EXAMPLE.name)} />
        <Command name="New password" text={commandOf('reset-password', of)} />
        <Command name="Disable" text={commandOf('disable', of)} />
        <Command name="Enable again" text={commandOf('enable', of)} />
      </dl>
      <p className="mt-2 text-xs text-muted">
        Whoever is disabled, or has a new password, is signed out at once. What they wrote stays.
      </p>
    </details>
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
