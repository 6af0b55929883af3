// Who is counted among those who can come in is who is let in, by every way there is, however things are set up; and who has a password
// that serves is shut out by nothing that they have beside it.
import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db/client'
import { credentials, installations, members, signInAttempts, THIS_INSTALLATION } from '../db/schema/members'
import * as environment from '../env'
import { DebriefError } from '../errors'
import { WAYS_IN, type WayIn } from '../members/member'
import { givenAdmin, ISSUER } from '../members/testing/admins'
import * as ceremony from '../passkeys/ceremony'
import { signInByPasskey } from '../passkeys/sign-in'
import { begunSignIn, FROM } from '../passkeys/testing/passkeys'
import { signInByOidc } from './oidc/sign-in'
import { comesIn } from './proof'
import * as passwords from './sign-in/password'
import { signIn } from './sign-in/sign-in'
import { findHolderBySession } from './viewer'

const NUMBERS = 'https://10.0.0.5'
const PROVIDER = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'x' }
const ROLES = [{ group: 'admins', role: 'admin' as const, teams: null }]

const places = [{}, { NEXTAUTH_URL: NUMBERS }]
const withProvider = { ...PROVIDER, OIDC_ALLOWED_DOMAINS: ['example.com', 'example.org'] }
const providers: Partial<environment.Environment>[] = [
  {},
  ...(['on', 'off'] as const).flatMap((PASSWORD_SIGN_IN) =>
    [undefined, ROLES].map((OIDC_ROLES) => ({ ...withProvider, PASSWORD_SIGN_IN, OIDC_ROLES })),
  ),
]
const setUps = (['nobody', 'admins'] as const).flatMap((required) =>
  providers.flatMap((provider) => places.map((place) => ({ required, ...provider, ...place }))),
)

type Over = Partial<typeof members.$inferInsert> & { domain?: string; issuer?: string }
const OF_MEMBERS: Over[] = [
  {},
  { domain: 'sub.example.com' },
  { domain: 'sub.example.com', breakGlass: true },
  { issuer: 'https://login.another.example' },
  { disabledAt: '2026-11-01T00:00:00Z' },
  { breakGlass: true },
]
const WAYS_OF_ONE = WAYS_IN.reduce<WayIn[][]>((sets, way) => [...sets, ...sets.map((set) => [...set, way])], [[]])

beforeEach(async () => {
  vi.restoreAllMocks()
  await db().delete(members)
  await db().delete(installations)
  await db().delete(signInAttempts)
  vi.spyOn(passwords, 'verifyPassword').mockResolvedValue(true)
  vi.spyOn(ceremony, 'verifyAssertion').mockResolvedValue(0)
})

type Given = { id: string; email: string; issuer: string }

async function givenOne(ways: WayIn[], { domain = 'example.com', issuer = ISSUER, ...over }: Over): Promise<Given> {
  const email = `${crypto.randomUUID()}@${domain}`
  const id = await givenAdmin(ways, { ...over, email })
  const ofProvider = and(eq(credentials.memberId, id), eq(credentials.kind, 'oidc'))
  await db().update(credentials).set({ issuer }).where(ofProvider)
  return { id, email, issuer }
}

/** The session that begins by what they have, in each of the ways there are. */
const ATTEMPTS: Record<WayIn, (member: Given) => Promise<string>> = {
  password: async ({ email }) => (await signIn({ email, password: 'a password', address: email })).sessionId,
  passkey: async ({ id }) => {
    const { challengeCookie } = await begunSignIn()
    const response = { clientDataJSON: '', authenticatorData: '', signature: '', userHandle: '' }
    return signInByPasskey({ assertion: { id, rawId: id, type: 'public-key', response }, challengeCookie, from: FROM })
  },
  oidc: ({ id: subject, issuer }) => {
    const said = { email: null, name: null, groups: ['admins'], sid: null, issuedAt: Date.now() / 1_000 }
    return signInByOidc({ issuer, subject, ...said }, FROM)
  },
}

async function isLetIn(way: WayIn, member: Given): Promise<boolean> {
  try {
    return (await findHolderBySession(await ATTEMPTS[way](member))) !== null
  } catch (error) {
    if (error instanceof DebriefError) return false
    throw error
  }
}

test.each(setUps)(
  'of whom each sign-in lets in, and of nobody else, it is said with %j',
  async ({ required, ...env }) => {
    await db().insert(installations).values({ id: THIS_INSTALLATION, passkeysRequiredOf: required })
    vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...env })
    const said = { atAll: comesIn(), alone: comesIn(['password', 'passkey']), byProvider: comesIn(['oidc']) }
    for (const over of OF_MEMBERS) {
      for (const ways of WAYS_OF_ONE) {
        const member = await givenOne(ways, over)
        const [counted] = await db().select(said).from(members).where(eq(members.id, member.id))
        const letIn: WayIn[] = []
        for (const way of ways) if (await isLetIn(way, member)) letIn.push(way)
        expect(counted, JSON.stringify({ ways, over, letIn })).toEqual({
          atAll: letIn.length > 0,
          alone: letIn.some((way) => way !== 'oidc'),
          byProvider: letIn.includes('oidc'),
        })
        const serves = !over.disabledAt && (env.PASSWORD_SIGN_IN !== 'off' || over.breakGlass === true)
        if (ways.includes('password') && serves) expect(letIn, JSON.stringify({ ways, over })).not.toEqual([])
      }
    }
  },
)
