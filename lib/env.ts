import 'server-only'
import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { allowedDomains, groupRoles, issuer, missingForSingleSignOn, passwordSignIn } from './oidc-variables'
import { hasNoPath, isAddressToTell, isHttpsOrLocal, isBare, isPostgres, isSmtp } from './variable-addresses'

const MAKE_A_SECRET = 'Make one with: openssl rand -base64 32'
const KEY_IN_CLEAR =
  'RIBBON_API_URL must begin with https:// unless its host is localhost or 127.0.0.1, since the key is sent there: a proxy inside ' +
  'your network needs https too.'
const NO_DATABASE = 'DATABASE_URL is missing: set it, or start with npm start, which brings a database.'
const NOT_POSTGRES =
  'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host:5432/name, with what is special in the ' +
  'password percent-encoded.'
const NOT_HOSTS =
  'RECORDING_HOSTS must be names such as cdn.example.com or 127.0.0.1:4010, comma-separated: without https://, a path or *.'
const NOT_SMTP =
  'SMTP_URL must be an address such as smtps://user:password@smtp.example.com:465 or smtp://user:password@smtp.example.com:587, with ' +
  'what is special in the password percent-encoded.'
const NOT_A_SENDER = 'MAIL_FROM must be an address such as debrief@example.com or Debrief <debrief@example.com>.'
const MAIL_ADDRESS = /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional())

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'RIBBON_API_URL must be an http or https address.' })
  .refine((url) => isBare(url), { error: 'RIBBON_API_URL may not have a user, a query or a #.' })
  .refine((url) => isHttpsOrLocal(url), { error: KEY_IN_CLEAR })
  .transform((url) => url.trim().replace(/\/+$/, ''))

const publicUrl = z
  .url({
    protocol: /^https?$/,
    error: 'NEXTAUTH_URL must be the address people open, such as https://debrief.example.com.',
  })
  .refine((url) => isHttpsOrLocal(url), {
    error: 'NEXTAUTH_URL must begin with https:// unless its host is localhost or 127.0.0.1.',
  })
  .refine((url) => isBare(url) && hasNoPath(url), {
    error: 'NEXTAUTH_URL may not have a path: Debrief needs a host of its own, such as https://debrief.example.com.',
  })
  .transform((url) => url.trim())

const postgresUrl = z
  .string({ error: NO_DATABASE })
  .trim()
  .refine((url) => isPostgres(url), { error: NOT_POSTGRES })

const headFile = z
  .string()
  .trim()
  .refine((place) => !place.includes('://') || isAddressToTell(place), {
    error: 'AUDIT_HEAD_FILE must be the path of a file, or an https:// address without a user or password.',
  })
  // A server is started in its build, which the next one throws away.
  .refine((place) => place.includes('://') || isAbsolute(place), {
    error:
      'AUDIT_HEAD_FILE must be a whole path, such as /heads/debrief: one that begins elsewhere would go with the build.',
  })

const hosts = z
  .string()
  .default('')
  .transform((list) => splitHosts(list))
  .pipe(z.array(z.string({ error: NOT_HOSTS })))

const wholeNumber = (name: string, least: number, most: number) => {
  const error = `${name} must be a whole number from ${least} to ${most}.`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const secret = z
  .string({ error: `NEXTAUTH_SECRET is missing. ${MAKE_A_SECRET}` })
  // As it is, since what is signed with a blank in it stays so.
  .refine((value) => value.trim().length >= 32, {
    error: `NEXTAUTH_SECRET must have at least 32 characters. ${MAKE_A_SECRET}`,
  })
  .refine((value) => new Set(value).size >= 12, { error: `NEXTAUTH_SECRET is too easy to guess. ${MAKE_A_SECRET}` })

const smtpUrl = z
  .string()
  .trim()
  .refine((url) => isSmtp(url), { error: NOT_SMTP })

const mailFrom = z.string().trim().regex(MAIL_ADDRESS, { error: NOT_A_SENDER })

const variables = z.object({
  RIBBON_API_KEY: z
    .string({ error: 'RIBBON_API_KEY is missing: set it, or RIBBON_API_KEY_FILE, to the key from Ribbon’s settings.' })
    .regex(/^[\x21-\x7e]+$/, { error: 'RIBBON_API_KEY may not contain spaces or characters outside ASCII.' }),
  RIBBON_API_URL: z.preprocess(blankIsUnset, apiUrl.default('https://app.ribbon.ai/be-api')),
  RIBBON_WEBHOOK_SECRET: optional(z.string().trim()),
  RECORDING_HOSTS: hosts,
  DATABASE_URL: z.preprocess(blankIsUnset, postgresUrl),
  /** Where the embedded database is; what a shell command has to be told too. */
  DATA_DIR: optional(z.string().trim()),
  NEXTAUTH_URL: z.preprocess(blankIsUnset, publicUrl),
  NEXTAUTH_SECRET: z.preprocess(blankIsUnset, secret),
  MIRROR_INTERVAL_SECONDS: z.preprocess(blankIsUnset, wholeNumber('MIRROR_INTERVAL_SECONDS', 1, 86_400).default(60)),
  /** Where the head of the audit log is kept besides. */
  AUDIT_HEAD_FILE: optional(headFile),
  TRUSTED_PROXIES: z.preprocess(blankIsUnset, wholeNumber('TRUSTED_PROXIES', 0, 10).default(0)),
  /** Where mail is handed to; without it nobody is sent any. */
  SMTP_URL: optional(smtpUrl),
  MAIL_FROM: optional(mailFrom),
  OIDC_ISSUER: optional(issuer),
  OIDC_CLIENT_ID: optional(z.string().trim()),
  OIDC_CLIENT_SECRET: optional(z.string().trim()),
  /** Whose emails may sign in by single sign-on. */
  OIDC_ALLOWED_DOMAINS: optional(allowedDomains),
  OIDC_GROUPS_CLAIM: z.preprocess(blankIsUnset, z.string().trim().default('groups')),
  /** Unset: groups say nothing. */
  OIDC_ROLES: optional(groupRoles),
  /** Off: with a password only who is there to break the glass. */
  PASSWORD_SIGN_IN: z.preprocess(blankIsUnset, passwordSignIn.default('on')),
})

const environment = variables.superRefine((given, context) => {
  // What is wrong with one is said before that another is missing.
  if (context.issues.length > 0) return
  for (const missing of [missingForMail(given), missingForSingleSignOn(given)])
    if (missing) context.addIssue({ code: 'custom', ...missing })
})

function missingForMail({ SMTP_URL, MAIL_FROM }: { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined }) {
  const missing = SMTP_URL && !MAIL_FROM ? 'MAIL_FROM' : MAIL_FROM && !SMTP_URL ? 'SMTP_URL' : null
  return missing && { path: [missing], message: `${missing} is missing: mail needs SMTP_URL and MAIL_FROM.` }
}

export type Environment = z.infer<typeof environment>

/** The names of all that is read here. */
export const VARIABLES = [...Object.keys(variables.shape), 'RIBBON_API_KEY_FILE']

/** Throws an Error whose message is one clear sentence a line, without any value of a variable in it. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = environment.safeParse({ ...source, RIBBON_API_KEY: readKey(source) })
  if (parsed.success) return parsed.data

  // What is wrong with a variable first is why the rest of it is wrong too.
  const first = new Map(parsed.error.issues.toReversed().map((issue) => [issue.path[0], describe(issue)]))
  throw new EnvironmentError([...first.values()].toReversed().join('\n'))
}

/** What is wrong with a variable, in a sentence that names it and tells no value. */
export class EnvironmentError extends Error {}

let parsed: Environment | undefined

/** Parsed on first use, so that a build needs no variables. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** For a shell command, where most of them may be missing: each is looked at once something asks for it, and throws EnvironmentError then. */
export function readVariablesOneByOne() {
  const names = Object.keys(variables.shape) as (keyof Environment)[]
  const getters = names.map((name) => [name, { enumerable: true, get: () => readOne(name) }] as const)
  parsed = Object.defineProperties({}, Object.fromEntries(getters)) as Environment
}

function readOne(name: keyof Environment): unknown {
  const given = name === 'RIBBON_API_KEY' ? readKey(process.env) : process.env[name]
  const one = variables.shape[name].safeParse(given)
  if (one.success) return one.data
  throw new EnvironmentError(one.error.issues.map((issue) => describe({ ...issue, path: [name] })).join('\n'))
}

/** Null in a shell that was not told it, for what can be done without. */
export function findAuthSecret(): string | null {
  return process.env.NEXTAUTH_SECRET?.trim() ? env().NEXTAUTH_SECRET : null
}

/** The one variable that a shell command needs, where the rest of the environment may be missing. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL?.trim()
  if (!url) throw new Error(NO_DATABASE)
  return url
}

export function isProduction() {
  return process.env.NODE_ENV === 'production'
}

function readKey(source: Record<string, string | undefined>) {
  const file = source.RIBBON_API_KEY_FILE?.trim()
  if (!file) return source.RIBBON_API_KEY?.trim() || undefined

  const key = readText(file)
  if (key === '') throw new Error(`RIBBON_API_KEY_FILE names ${file}, which is empty.`)
  return key
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(`RIBBON_API_KEY_FILE names ${file}, which cannot be read.`)
  }
}

const HOST = /^(\[[\da-f:.]+\]|[^\s/:*?#@\\[\]]+)(:\d{1,5})?$/

/** As the address of a recording would spell them; undefined for what is no host. */
function splitHosts(list: string) {
  const names = list.split(',').map((name) => name.trim().toLowerCase())
  return names.filter((name) => name !== '').map((name) => spellHost(name))
}

function spellHost(name: string): string | undefined {
  const [, host = '', port = ''] = HOST.exec(name) ?? []
  return URL.canParse(`http://${host}${port}`) ? new URL(`http://${host}`).hostname + port : undefined
}

function describe(issue: z.core.$ZodIssue) {
  const name = String(issue.path[0])
  return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}.`
}
