import { parseArgs } from 'node:util'
import type { Scope } from '../lib/auth/member-scope'
import { type Role, ROLES } from '../lib/auth/permissions'
import { MOST_INVITED } from '../lib/invitations/invitation'
import { isNarrowedAdmin } from '../lib/narrowed-admin'
import { PASSKEY_REQUIREMENTS, type PasskeyRequirement } from '../lib/passkey-requirement'
import { foreignId } from '../lib/text/foreign-id'

export type MemberCommand =
  | { verb: 'add'; email: string; name?: string | undefined; role: Role; scope: Scope }
  | { verb: 'invite'; emails: string[]; role: Role; scope: Scope }
  | { verb: 'rename'; email: string; name: string | null }
  | { verb: 'set-role'; email: string; role: Role }
  | { verb: 'set-scope'; email: string; scope: Scope }
  | { verb: (typeof PLAIN)[number]; email: string }
  | { verb: 'reset-password'; email: string }
  | { verb: 'reset-link'; email: string }
  | { verb: 'invite-again'; email: string }
  | { verb: 'withdraw'; email: string }
  | { verb: 'break-glass'; email: string; on: boolean }
  | { verb: 'require-passkeys'; of: PasskeyRequirement }
  | { verb: 'list'; typed: string }

/** One sentence about what was typed. */
export class UsageError extends Error {}

/** RFC 5321, 4.5.3.1.3. */
const LONGEST_EMAIL = 254

const PLAIN = ['disable', 'enable', 'sign-out', 'unlink', 'remove-passkeys', 'remove'] as const

const USAGE = `Usage:
  npm run member -- add <email> --role ${ROLES.join('|')} [--name <name>] [<what they see>]   (everything, unless said)
  npm run member -- invite <email>… --role ${ROLES.join('|')} [<what they see>]
  npm run member -- invite-again|withdraw <email>   (whoever has not joined yet)
  npm run member -- rename <email> --name <name>   (--name "" takes it away)
  npm run member -- set-role <email> --role ${ROLES.join('|')}
  npm run member -- set-scope <email> <what they see>
  npm run member -- ${PLAIN.join('|')}|reset-password|reset-link <email>
  npm run member -- break-glass <email> on|off
  npm run member -- require-passkeys ${PASSKEY_REQUIREMENTS.join('|')}
  npm run member -- list [<name or email>]
What they see is --all, or any of --team <id>, --flow <id> and --interview <id>, each as often as needed.
invite takes up to ${MOST_INVITED} addresses. invite, invite-again and reset-link print links, which begin with NEXTAUTH_URL. add and reset-password read the password from standard input. remove makes them anonymous, for good.
break-glass is for an admin who signs in with a password where PASSWORD_SIGN_IN=off; unlink for whose account at the identity provider is a new one;
remove-passkeys for who has lost theirs. require-passkeys nobody is the way back for whoever is locked out.`

const OPTIONS = {
  name: { type: 'string' },
  role: { type: 'string' },
  all: { type: 'boolean' },
  team: { type: 'string', multiple: true },
  flow: { type: 'string', multiple: true },
  interview: { type: 'string', multiple: true },
} as const
type Option = keyof typeof OPTIONS
type Values = ReturnType<typeof readArguments>['values']

const OF_SCOPE: Option[] = ['all', 'team', 'flow', 'interview']
/** Which verbs an option belongs to. */
const TAKES: Record<string, Option[]> = {
  add: ['name', 'role', ...OF_SCOPE],
  invite: ['role', ...OF_SCOPE],
  rename: ['name'],
  'set-role': ['role'],
  'set-scope': OF_SCOPE,
}

/** Throws UsageError. */
export function readCommand(argv: string[]): MemberCommand {
  const { positionals, values } = readArguments(argv)
  const [verb = '', email, ...rest] = positionals
  refuseStray(verb, values)
  if (verb === 'break-glass') return { verb, email: requireEmail(email), on: readSwitch(rest) }
  if (verb === 'require-passkeys') return { verb, of: readRequirement(positionals.slice(1)) }
  if (verb === 'list') return { verb, typed: positionals.slice(1).join(' ') }
  if (verb === 'invite') return { verb, emails: requireEmails(positionals.slice(1)), ...readRights(values) }
  if (rest.length > 0) throw new UsageError(`There is one email at a time, and then ${rest[0]} came.`)

  if (verb === 'add') return { verb, email: requireEmail(email), name: values.name, ...readRights(values) }
  if (verb === 'rename') return { verb, email: requireEmail(email), name: readName(values.name) }
  if (verb === 'set-role') return { verb, email: requireEmail(email), role: readRole(values.role) }
  if (verb === 'set-scope') return { verb, email: requireEmail(email), scope: requireScope(values) }
  if (verb === 'reset-password') return { verb, email: requireEmail(email) }
  if (verb === 'reset-link') return { verb, email: requireEmail(email) }
  if (verb === 'invite-again') return { verb, email: requireEmail(email) }
  if (verb === 'withdraw') return { verb, email: requireEmail(email) }
  const plain = PLAIN.find((known) => known === verb)
  if (plain) return { verb: plain, email: requireEmail(email) }
  throw new UsageError(USAGE)
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

function refuseStray(verb: string, values: Values) {
  const stray = (Object.keys(OPTIONS) as Option[]).find(
    (option) => values[option] !== undefined && !(TAKES[verb] ?? []).includes(option),
  )
  if (!stray) return
  const verbs = Object.keys(TAKES).filter((known) => TAKES[known]?.includes(stray))
  throw new UsageError(`--${stray} belongs to ${verbs.join(' and ')}.`)
}

function requireEmail(email: string | undefined) {
  if (!email) throw new UsageError('Say whose email it is.')
  if (email.length > LONGEST_EMAIL) throw new UsageError(`An email has at most ${LONGEST_EMAIL} characters.`)
  return email
}

function requireEmails(emails: string[]) {
  if (emails.length === 0) throw new UsageError('Say whom to invite, by their email.')
  if (emails.length > MOST_INVITED) throw new UsageError(`At most ${MOST_INVITED} are invited at once.`)
  return emails.map((email) => requireEmail(email))
}

function readSwitch([word, ...rest]: string[]): boolean {
  if (rest.length > 0 || (word !== 'on' && word !== 'off')) throw new UsageError('Say whether: on or off.')
  return word === 'on'
}

function readRequirement([word, ...rest]: string[]): PasskeyRequirement {
  const of = PASSKEY_REQUIREMENTS.find((known) => known === word)
  if (rest.length > 0 || !of) throw new UsageError(`Say of whom: ${PASSKEY_REQUIREMENTS.join(', ')}.`)
  return of
}

/** Null where it is to be taken away. */
function readName(name: string | undefined): string | null {
  if (name === undefined) throw new UsageError('Say the new name: --name "Ada Byron".')
  return name.trim() === '' ? null : name
}

function readRole(role: string | undefined): Role {
  if (!isRole(role)) throw new UsageError(`Say which role: --role ${ROLES.join(', --role ')}.`)
  return role
}

function readRights(values: Values): { role: Role; scope: Scope } {
  const role = readRole(values.role)
  const scope = readScope(values) ?? 'all'
  if (isNarrowedAdmin(role, scope)) throw new UsageError('An admin sees everything: leave out what they see.')
  return { role, scope }
}

function requireScope(values: Values): Scope {
  const scope = readScope(values)
  if (!scope) throw new UsageError('Say what they see: --all, or --team, --flow and --interview with an id each.')
  return scope
}

/** Null where nothing is said of it. */
function readScope({ all, team, flow, interview }: Values): Scope | null {
  for (const [option, named] of Object.entries({ team, flow, interview }))
    if (named?.some((id) => !foreignId.safeParse(id).success))
      throw new UsageError(`--${option} needs the id of ${option === 'interview' ? 'an' : 'a'} ${option}.`)
  const isNamed = team ?? flow ?? interview
  if (all && isNamed) throw new UsageError('Everything, or some of it: leave out --all or the rest.')
  if (all) return 'all'
  return isNamed ? { teams: team ?? [], flows: flow ?? [], interviews: interview ?? [] } : null
}

function isRole(word: string | undefined): word is Role {
  return ROLES.some((role) => role === word)
}
