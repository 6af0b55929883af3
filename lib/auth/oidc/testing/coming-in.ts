import { beforeEach, vi } from 'vitest'
import { db } from '../../../db/client'
import { invitations, members, providerLogouts } from '../../../db/schema/members'
import { givenMember } from '../../../db/testing/fixtures'
import * as environment from '../../../env'
import type { GroupRole } from '../../../oidc-variables'
import { findViewerBySession } from '../../viewer'
import type { Identity } from '../identity'
import { signInByOidc } from '../sign-in'

export const ISSUER = 'https://login.example.com'
export const ROLES: GroupRole[] = [
  { group: 'admins', role: 'admin', teams: null },
  { group: 'hiring', role: 'recruiter', teams: null },
  { group: 'nights', role: 'reviewer', teams: ['team_a'] },
]

/** By a provider's clock, in whole seconds. */
export const now = () => Math.floor(Date.now() / 1_000)

/** Single sign-on is set up, and before each test of the file a member is there, so that it is claimed. */
export function withSingleSignOn() {
  beforeEach(async () => {
    vi.restoreAllMocks()
    await db().delete(invitations)
    await db().delete(members)
    await givenMember({}, 'a hash')
    await db().delete(providerLogouts)
    givenRoles()
  })
}

/** From now on groups say that; without any they say nothing. */
export function givenRoles(OIDC_ROLES?: GroupRole[]) {
  const env = environment.env()
  const single = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'debrief', OIDC_CLIENT_SECRET: 'x' }
  vi.spyOn(environment, 'env').mockReturnValue({ ...env, ...single, OIDC_ALLOWED_DOMAINS: ['example.com'], OIDC_ROLES })
}

/** The session of Ada, but for what is told otherwise. */
export function comeIn(over: Partial<Identity> = {}, askedAt: string | null = null): Promise<string> {
  const ada = { subject: 'ada', email: 'ada@example.com', name: 'Ada Byron', groups: [], sid: 'sid 1' }
  const identity = { issuer: ISSUER, ...ada, issuedAt: now(), ...over }
  return signInByOidc(identity, { address: 'unknown', userAgent: null, askedAt })
}

export const viewerOf = async (session: Promise<string>) => findViewerBySession(await session)
