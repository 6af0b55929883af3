import { z } from 'zod'
import { isLoopback } from './loopback'
import { isNarrowedAdmin } from './narrowed-admin'

const ROLE_WORDS = ['admin', 'recruiter', 'reviewer'] as const
const TOGETHER = 'single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET'

const NOT_AN_ISSUER =
  'OIDC_ISSUER must be the identity provider’s https:// address, such as https://login.example.com/realms/staff, as its discovery ' +
  'document has it: without a user, a query or a #.'
const NOT_DOMAINS =
  'OIDC_ALLOWED_DOMAINS must be domains of emails such as example.com, comma-separated: without @, https:// or *, each with a dot inside, ' +
  'and with letters beyond a to z written as xn--….'
const NOT_ROLES =
  'OIDC_ROLES must be pairs such as hiring-admins=admin,hiring=recruiter,nights=reviewer:team_a+team_b, comma-separated: a group, a role ' +
  `(${ROLE_WORDS.join(', ')}), and after a colon the teams that it sees, of which an admin names none. Put a comma between pairs, ` +
  'a + between teams, and no role into the name of a group, as in =admin.'

/** In what was read as a group: a pair that ended in no comma, and would give the role of the next one. */
const ANOTHER_PAIR = new RegExp(String.raw`=\s*(?:${ROLE_WORDS.join('|')})(?![\p{L}\p{N}_-])`, 'u')
const TEAM = /^[^\s;:=]+$/
const PAIR = /^(?<group>.*\S)\s*=\s*(?<role>[a-z]+)\s*(?::(?<teams>.*))?$/

/** What a group gives: a role, and where it names teams those alone; null leaves open what they see. */
export type GroupRole = { group: string; role: (typeof ROLE_WORDS)[number]; teams: string[] | null }

export const issuer = z
  .string()
  .trim()
  .refine((url) => isIssuer(url), { error: NOT_AN_ISSUER })

export const allowedDomains = z
  .string()
  .transform((list) => partsOf(list, ','))
  .pipe(
    z.array(
      z
        .string()
        .refine((domain) => isOfEmails(domain), { error: NOT_DOMAINS })
        .toLowerCase(),
    ),
  )

export const groupRoles = z
  .string()
  .transform((list) => partsOf(list, ',').map((pair) => readPair(pair)))
  .pipe(z.array(z.custom<GroupRole>((pair) => pair !== null, { error: NOT_ROLES })).min(1, { error: NOT_ROLES }))

export const passwordSignIn = z
  .string()
  .trim()
  .pipe(z.enum(['on', 'off'], { error: 'PASSWORD_SIGN_IN must be on or off.' }))

type Together = Partial<Record<'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET', string>> & {
  OIDC_ALLOWED_DOMAINS?: string[] | undefined
  PASSWORD_SIGN_IN: 'on' | 'off'
}
type Missing = { path: [string]; message: string }

/** The first thing that is missing for the rest to make sense; null where nothing is. */
export function missingForSingleSignOn(given: Together): Missing | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const absent = names.filter((name) => given[name] === undefined)
  const [name] = absent
  if (name && absent.length < names.length) return { path: [name], message: `${name} is missing: ${TOGETHER}.` }
  if (name && given.PASSWORD_SIGN_IN === 'off')
    return { path: ['PASSWORD_SIGN_IN'], message: `PASSWORD_SIGN_IN=off leaves no way to sign in: ${TOGETHER}.` }
  if (name || given.OIDC_ALLOWED_DOMAINS?.length) return null
  const message = 'OIDC_ALLOWED_DOMAINS is missing: name the domains whose emails may sign in, such as example.com.'
  return { path: ['OIDC_ALLOWED_DOMAINS'], message }
}

function isIssuer(url: string) {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(url)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isSafe && username + password + search + hash === ''
}

/** Whether anybody who comes in could have an email there, which Debrief takes as zod does. */
function isOfEmails(domain: string) {
  return z.email().safeParse(`a@${domain}`).success
}

/** Null for what is none; a group may have any characters but a comma, and be no pair itself. */
function readPair(pair: string): GroupRole | null {
  const { group = '', role: word, teams: list } = PAIR.exec(pair)?.groups ?? {}
  const role = ROLE_WORDS.find((known) => known === word)
  const teams = list === undefined ? null : partsOf(list, '+')
  if (ANOTHER_PAIR.test(group) || teams?.some((team) => !TEAM.test(team))) return null
  if (!role || teams?.length === 0 || isNarrowedAdmin(role, teams ?? 'all')) return null
  return { group, role, teams }
}

function partsOf(list: string, separator: string): string[] {
  const parts = list.split(separator).map((part) => part.trim())
  return parts.filter((part) => part !== '')
}
