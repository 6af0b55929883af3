import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const LOCAL_HOSTS = ['localhost', '127.0.0.1']
const MAKE_A_SECRET = 'Make one with: openssl rand -base64 32'
const NO_DATABASE = 'DATABASE_URL is missing: set it, or start with npm start, which brings a database.'

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional())

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'RIBBON_API_URL must be an http or https address.' })
  .transform((url) => url.replace(/\/+$/, ''))

const publicUrl = z
  .url({
    protocol: /^https?$/,
    error: 'NEXTAUTH_URL must be the address people open, such as https://debrief.example.com.',
  })
  .refine((url) => isHttpsOrLocal(url), {
    error: 'NEXTAUTH_URL must begin with https:// unless its host is localhost or 127.0.0.1.',
  })

const secret = z
  .string({ error: `NEXTAUTH_SECRET is missing. ${MAKE_A_SECRET}` })
  .min(32, { error: `NEXTAUTH_SECRET must have at least 32 characters. ${MAKE_A_SECRET}` })
  .refine((value) => new Set(value).size >= 12, { error: `NEXTAUTH_SECRET is too easy to guess. ${MAKE_A_SECRET}` })

const environment = z.object({
  RIBBON_API_KEY: z
    .string({ error: 'RIBBON_API_KEY is missing: set it, or RIBBON_API_KEY_FILE, to the key from Ribbon’s settings.' })
    .regex(/^[\x21-\x7e]+$/, { error: 'RIBBON_API_KEY may not contain spaces or characters outside ASCII.' }),
  RIBBON_API_URL: z.preprocess(blankIsUnset, apiUrl.default('https://app.ribbon.ai/be-api')),
  RIBBON_WEBHOOK_SECRET: optional(z.string().trim()),
  RECORDING_HOSTS: optional(z.string()).transform((hosts) => splitHosts(hosts)),
  DATABASE_URL: z.string({ error: NO_DATABASE }),
  NEXTAUTH_URL: z.preprocess(blankIsUnset, publicUrl),
  NEXTAUTH_SECRET: z.preprocess(blankIsUnset, secret),
  MIRROR_INTERVAL_SECONDS: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(86_400).default(60)),
  TRUSTED_PROXIES: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(10).default(0)),
})

export type Environment = z.infer<typeof environment>

/** Throws an Error whose message is one clear sentence a line, without any value of a variable in it. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = environment.safeParse({ ...source, RIBBON_API_KEY: readKey(source) })
  if (parsed.success) return parsed.data

  throw new Error(parsed.error.issues.map((issue) => describe(issue)).join('\n'))
}

let parsed: Environment | undefined

/** Parsed on first use, so that a build needs no variables. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** The one variable that a shell command needs, where the rest of the environment may be missing. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error(NO_DATABASE)
  return url
}

export function isProduction() {
  return process.env.NODE_ENV === 'production'
}

function readKey(source: Record<string, string | undefined>) {
  const file = source.RIBBON_API_KEY_FILE?.trim()
  if (!file) return source.RIBBON_API_KEY?.trim() || undefined

  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    throw new Error(`RIBBON_API_KEY_FILE names ${file}, which cannot be read.`)
  }
}

function isHttpsOrLocal(url: string) {
  if (!URL.canParse(url)) return true
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || LOCAL_HOSTS.includes(hostname)
}

function splitHosts(hosts: string | undefined) {
  const names = (hosts ?? '').split(',').map((host) => host.trim().toLowerCase())
  return names.filter((name) => name !== '')
}

function describe(issue: z.core.$ZodIssue) {
  const name = issue.path.join('.')
  return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}.`
}
