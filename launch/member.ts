/** npm run member: the first admin, and whatever else about members, from a shell; with the app running or not. */
import { operator } from '../lib/auth/operator'
import { DebriefError } from '../lib/errors'
import { addMember, disableMember, enableMember, renameMember, resetPassword } from '../lib/members/commands'
import type { Member } from '../lib/members/member'
import { listMembers } from '../lib/members/queries'
import { fail } from './fail'
import { type MemberCommand, readCommand, UsageError } from './member-arguments'
import { readPassword } from './member-password'
import { onDatabase } from './on-database'

const WRONG_INPUT = 2

try {
  const command = readCommand(process.argv.slice(2))
  const password = command.verb === 'add' || command.verb === 'reset-password' ? await readPassword() : ''
  console.log(await onDatabase(() => run(command, password)))
} catch (error) {
  if (!(error instanceof UsageError || error instanceof DebriefError)) fail(error)
  console.error(error.message)
  process.exitCode = WRONG_INPUT
}

async function run(command: MemberCommand, password: string): Promise<string> {
  const actor = operator()
  if (command.verb === 'list') return table(await listMembers(actor))

  const { email } = command
  if (command.verb === 'add') {
    await addMember(actor, { ...command, password })
    return `${email} can sign in now, as ${command.role}.`
  }
  if (command.verb === 'rename') {
    await renameMember(actor, command)
    return command.name === null ? `${email} has no name any more.` : `${email} has a new name.`
  }
  if (command.verb === 'disable') {
    await disableMember(actor, email)
    return `${email} is signed out and can no longer sign in.`
  }
  if (command.verb === 'enable') {
    await enableMember(actor, email)
    return `${email} can sign in again.`
  }
  await resetPassword(actor, { email, password })
  return `${email} is signed out, and only the new password works now.`
}

function table(members: Member[]) {
  const rows = members.map(({ email, name, role, teams, disabledAt }) => [
    email,
    name ?? '',
    role,
    teams === 'all' ? 'all teams' : teams.join(', ') || 'no team',
    disabledAt ? `disabled ${disabledAt.slice(0, 10)}` : '',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n') || 'There is no member yet.'
}
