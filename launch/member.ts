/** npm run member: the first admin, and whatever else about members, from a shell; with the app running or not. */
import { operator } from '../lib/auth/operator'
import { closePool } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { DebriefError } from '../lib/errors'
import { addMember, disableMember, enableMember, resetPassword } from '../lib/members/commands'
import type { Member } from '../lib/members/member'
import { listMembers } from '../lib/members/queries'
import { openDatabase } from './database'
import { fail } from './fail'
import { type MemberCommand, readCommand, UsageError } from './member-arguments'
import { readPassword } from './member-password'

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

/** DATABASE_URL’s, else the embedded one of DATA_DIR: the running app’s, or opened for the moment. */
async function onDatabase(work: () => Promise<string>): Promise<string> {
  const named = process.env.DATABASE_URL?.trim()
  const embedded = named ? undefined : await openDatabase(process.env.DATA_DIR ?? '.data', { join: true })
  process.env.DATABASE_URL = named || embedded?.url
  try {
    await migrate()
    return await work()
  } catch (error) {
    throw error instanceof DebriefError ? error : new Error(`The database could not be used${codeOf(error)}.`)
  } finally {
    await closePool()
    await embedded?.close()
  }
}

async function run(command: MemberCommand, password: string): Promise<string> {
  const actor = operator()
  if (command.verb === 'list') return table(await listMembers(actor))

  const { email } = command
  if (command.verb === 'add') {
    await addMember(actor, { ...command, password })
    return `${email} can sign in now, as ${command.role}.`
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
  const rows = members.map(({ email, role, teams, disabledAt }) => [
    email,
    role,
    teams === 'all' ? 'all teams' : teams.join(', ') || 'no team',
    disabledAt ? `disabled ${disabledAt.slice(0, 10)}` : '',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n') || 'There is no member yet.'
}

/** The messages of database errors quote the values they were given. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? ` (${String(error.code)})` : codeOf(error.cause)
}
