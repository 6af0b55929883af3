/** npm run member: the first admin, and whatever else about members, from a shell; with the app running or not. */
import type { Scope } from '../lib/auth/member-scope'
import { operator, type Operator } from '../lib/auth/operator'
import { requireEmail } from '../lib/auth/sign-in/email'
import { db } from '../lib/db/client'
import { findAuthSecret } from '../lib/env'
import { DebriefError } from '../lib/errors'
import { inviteMembers, renewInvitation, withdrawInvitation } from '../lib/invitations/commands'
import { inviting } from '../lib/invitations/invitation'
import { listInvitations } from '../lib/invitations/queries'
import { addMember, changeMember, endMemberSessions, renameMember, resetPassword } from '../lib/members/commands'
import type { Member } from '../lib/members/member'
import { findMemberByEmail, listMembers } from '../lib/members/queries'
import { removeMember } from '../lib/members/removal/commands'
import { unknownSentences } from '../lib/members/require-known'
import { removePasskeysOf, setBreakGlass, setPasskeyRequirement, unlinkMember } from '../lib/members/ways-in/commands'
import { makePasswordLink } from '../lib/password-links/commands'
import { fail } from './fail'
import { type MemberCommand, readCommand, UsageError } from './member-arguments'
import { readPassword } from './member-password'
import { memberTable, seesInWords } from './member-table'
import { onDatabase } from './on-database'

const WRONG_INPUT = 2
const NOT_REMEMBERED =
  ' NEXTAUTH_SECRET is not set here, so a note that somebody wrote before and sends later may still name them.'

try {
  const command = readCommand(process.argv.slice(2))
  const password = command.verb === 'add' || command.verb === 'reset-password' ? await readPassword() : ''
  console.log(await onDatabase(() => run(command, password)))
} catch (error) {
  if (!(error instanceof UsageError || error instanceof DebriefError)) fail(error)
  console.error([error.message, error instanceof DebriefError ? error.detail : undefined].filter(Boolean).join(' '))
  process.exitCode = WRONG_INPUT
}

async function run(command: MemberCommand, password: string): Promise<string> {
  const actor = operator()
  if (command.verb === 'list') return memberTable(await listMembers(actor), await listInvitations(actor), command.typed)
  if (command.verb === 'invite') return invite(actor, command)
  if (command.verb === 'require-passkeys') {
    await setPasskeyRequirement(actor, command.of)
    return `A passkey is required of ${command.of} from now on.`
  }

  const { email } = command
  if (command.verb === 'add') {
    await addMember(actor, { ...command, password })
    return [`${email} can sign in now, as ${command.role}.`, ...(await stillToCome(command.scope))].join('\n')
  }
  if (command.verb === 'rename') {
    await renameMember(actor, command)
    return command.name === null ? `${email} has no name any more.` : `${email} has a new name.`
  }
  if (command.verb === 'invite-again') {
    const { link } = await renewInvitation(actor, await requireInvitation(actor, email))
    return `Whoever opens this joins, once and within seven days; the link before does nothing any more:\n${link}`
  }
  if (command.verb === 'withdraw') {
    await withdrawInvitation(actor, await requireInvitation(actor, email))
    return `${email} is not invited any more.`
  }
  if (command.verb === 'reset-link') {
    const { link } = await makePasswordLink(actor, { email })
    return `This sets a new password for ${email}, once and within an hour:\n${link}`
  }
  if (command.verb === 'reset-password') {
    await resetPassword(actor, { email, password })
    return `${email} is signed out, and only the new password works now.`
  }
  if (command.verb === 'break-glass') {
    await setBreakGlass(actor, command)
    return `${email} ${command.on ? 'can' : 'can no longer'} sign in with a password where passwords are off or do not do alone.`
  }
  return changeOne(actor, command, await requireMemberByEmail(actor, email))
}

/** Of several all that can be; whoever is not is told why, and so is the shell. */
async function invite(actor: Operator, { emails, role, scope }: Extract<MemberCommand, { verb: 'invite' }>) {
  const { invitations, refused } = await inviteMembers(actor, inviting.parse({ emails, role, scope }))
  const not = refused.map(({ email, reason }) => `${email}: ${reason}.`)
  if (invitations.length === 0) throw new UsageError(not.join('\n'))
  if (not.length > 0) process.exitCode = WRONG_INPUT
  const links = invitations.map(({ email, link }) => (emails.length === 1 ? link : `${email}  ${link}`))
  const words = [`Whoever opens their link joins as ${role}, once and within seven days:`, ...links, ...not]
  return [...words, ...(await stillToCome(scope))].join('\n')
}

/** Who is new may be given teams and flows before Ribbon has them: what was mistyped looks the same. */
async function stillToCome(scope: Scope): Promise<string[]> {
  const unknown = await unknownSentences(db(), scope)
  return unknown.length === 0 ? [] : [`${unknown.join(' ')} Unless that comes from Ribbon, nothing is seen of it.`]
}

async function changeOne(actor: Operator, command: OfMember, { id, email }: Member): Promise<string> {
  switch (command.verb) {
    case 'set-role':
      await changeMember(actor, id, { role: command.role })
      return `${email} is signed out, and ${command.role} from the next sign-in on.`
    case 'set-scope':
      await changeMember(actor, id, { scope: command.scope })
      return `${email} sees ${seesInWords(command.scope)} from now on.`
    case 'disable':
      await changeMember(actor, id, { disabled: true })
      return `${email} is signed out and can no longer sign in.`
    case 'enable':
      await changeMember(actor, id, { disabled: false })
      return `${email} can sign in again.`
    case 'sign-out':
      await endMemberSessions(actor, id)
      return `${email} is signed out everywhere.`
    case 'remove-passkeys':
      await removePasskeysOf(actor, id)
      return `${email} is signed out, and has no passkey any more.`
    case 'unlink':
      await unlinkMember(actor, email)
      return `${email} is signed out, and linked to the next account of the identity provider that has this email.`
    default:
      await removeMember(actor, id)
      return `${email} is removed. What they wrote stays, as a former member's.${findAuthSecret() ? '' : NOT_REMEMBERED}`
  }
}

type OfMember = Exclude<
  MemberCommand,
  | { verb: 'add' | 'break-glass' | 'list' | 'rename' | 'require-passkeys' | 'reset-password' | 'reset-link' }
  | { verb: 'invite' | 'invite-again' | 'withdraw' }
>

async function requireInvitation(actor: Operator, typed: string): Promise<string> {
  const email = requireEmail(typed)
  const found = (await listInvitations(actor)).find((invitation) => invitation.email === email)
  if (!found) throw new DebriefError('invitation_not_found')
  return found.id
}

async function requireMemberByEmail(actor: Operator, email: string): Promise<Member> {
  const member = await findMemberByEmail(actor, requireEmail(email))
  if (!member) throw new DebriefError('member_not_found')
  return member
}
