import type { Member } from '@/lib/members/member'

/** What a shell on the server can do, by the words of `npm run member`. */
export type ShellCommand = { name: string; words: string[] }

/** As whoever fills the form in means it; `sees` are the words of what they see. */
type Meant = { email: string; called: string; role: string; sees: string[] }

/** What can be done about whoever has no account yet: with a password that is handed over, or a link. */
export function commandsForNew({ email, called, role, sees }: Meant): ShellCommand[] {
  const rights = ['--role', role]
  return [
    { name: 'Add', words: ['add', email, ...rights, ...(called ? ['--name', called] : []), ...sees] },
    { name: 'Invite by a link', words: ['invite', email, ...rights, ...sees] },
  ]
}

/** What can be done about a member: what their menu offers, by its names, and what the page has no place for. */
export function commandsFor(
  { email, signsInWith, passwordServes, disabledAt }: Member,
  { called, isMe }: { called: string; isMe: boolean },
): ShellCommand[] {
  const named = (name: string, verb: string): ShellCommand => ({ name, words: [verb, email] })
  const always = [
    { name: 'Change the name', words: ['rename', email, '--name', called] },
    named('New password', 'reset-password'),
  ]
  if (isMe) return always
  if (disabledAt !== null) return [...always, named('Enable', 'enable'), named('Remove', 'remove')]
  const link = passwordServes ? [named('Password link', 'reset-link')] : []
  const passkeys = signsInWith.includes('passkey') ? [named('Remove their passkeys', 'remove-passkeys')] : []
  const signOut = named('Sign out everywhere', 'sign-out')
  return [...always, ...link, ...passkeys, signOut, named('Disable', 'disable'), named('Remove', 'remove')]
}
