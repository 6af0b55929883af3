import { parseArgs } from 'node:util'
import type { Member } from '../lib/members/member'
import { type Role, ROLES } from '../lib/auth/permissions'

export type MemberCommand =
  | ({ verb: 'add'; name?: string | undefined } & Pick<Member, 'email' | 'role' | 'teams'>)
  | { verb: 'rename'; email: string; name: string | null }
  | { verb: 'disable' | 'enable' | 'reset-password'; email: string }
  | { verb: 'list' }

/** One sentence about what was typed. */
export class UsageError extends Error {}

const USAGE = `Usage:
  npm run member -- add <email> --role ${ROLES.join('|')} [--name <name>] [--team <id>]…   (without --team: all teams)
  npm run member -- rename <email> --name <name>   (--name "" takes it away)
  npm run member -- disable|enable|reset-password <email>
  npm run member -- list
add and reset-password read the password from standard input.`

const OPTIONS = {
  name: { type: 'string' },
  role: { type: 'string' },
  team: { type: 'string', multiple: true },
} as const

/** Throws UsageError. */
export function readCommand(argv: string[]): MemberCommand {
  const { positionals, values } = readArguments(argv)
  const [verb, email, ...rest] = positionals
  if (rest.length > 0) throw new UsageError(`There is one email at a time, and then ${rest[0]} came.`)
  if (verb !== 'add' && (values.role ?? values.team)) throw new UsageError('--role and --team belong to add.')
  if (verb !== 'add' && verb !== 'rename' && values.name !== undefined) {
    throw new UsageError('--name belongs to add and rename.')
  }

  if (verb === 'list' && !email) return { verb }
  if (verb === 'add') return { verb, email: requireEmail(email), name: values.name, ...readRights(values) }
  if (verb === 'rename') return { verb, email: requireEmail(email), name: readName(values.name) }
  if (verb === 'disable' || verb === 'enable' || verb === 'reset-password') return { verb, email: requireEmail(email) }
  throw new UsageError(USAGE)
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

function requireEmail(email: string | undefined) {
  if (!email) throw new UsageError('Say whose email it is.')
  return email
}

/** Null where it is to be taken away. */
function readName(name: string | undefined): string | null {
  if (name === undefined) throw new UsageError('Say the new name: --name "Ada Byron".')
  return name.trim() === '' ? null : name
}

function readRights({ role, team }: { role?: string; team?: string[] }): Pick<Member, 'role' | 'teams'> {
  if (!isRole(role)) throw new UsageError(`Say which role: --role ${ROLES.join(', --role ')}.`)
  if (role === 'admin' && team) throw new UsageError('An admin sees every team: leave out --team.')
  return { role, teams: team ?? 'all' }
}

function isRole(word: string | undefined): word is Role {
  return ROLES.some((role) => role === word)
}
