import { eq } from 'drizzle-orm'
import { beforeEach, vi } from 'vitest'
import type { Role } from '../../auth/permissions'
import * as passwords from '../../auth/sign-in/password'
import type { May } from '../../auth/viewer'
import { db } from '../../db/client'
import { jobs } from '../../db/schema/jobs'
import { invitations, members, signInAttempts } from '../../db/schema/members'
import { givenViewer, whoMay } from '../../db/testing/fixtures'
import { inviteMembers } from '../commands'
import type { InvitedScope } from '../invitation'
import { acceptInvitation, readInvitation } from '../joining'

export const password = 'vexed otter plays nine zithers'
/** What a link that lets nobody in answers. */
export const CLOSED = { code: 'invitation_closed' }
export const NO_TEAMS = { teams: [], flows: [], interviews: [] }

/** Who invites unless another is named: before each test of a file another one. */
export let admin: May<'member.invite'>

export function withInvitations() {
  beforeEach(async () => {
    vi.restoreAllMocks()
    vi.spyOn(passwords, 'hashNewPassword').mockResolvedValue('a hash')
    await db().delete(signInAttempts)
    await db().delete(jobs)
    admin = await givenWhoInvites({ role: 'admin' })
  })
}

export async function givenWhoInvites(given: Parameters<typeof givenViewer>[0]) {
  return whoMay(await givenViewer(given), 'member.invite')
}

export const somebody = () => `${crypto.randomUUID()}@example.com`
export const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

export async function invite(email: string, by = admin, role: Role = 'reviewer', scope: InvitedScope = 'all') {
  const { invitations: made } = await inviteMembers(by, { emails: [email], role, scope })
  const [invitation] = made
  if (!invitation) throw new Error(`${email} was not invited`)
  return { ...invitation, token: tokenIn(invitation.link) }
}

export const accept = (token: string, over: { name?: string; password?: string; address?: string } = {}) =>
  acceptInvitation({ token, name: 'Grace Hopper', password, address: crypto.randomUUID(), ...over })
export const read = (token: string) => readInvitation(token, crypto.randomUUID())
export const find = async (email: string) => (await db().select().from(members).where(eq(members.email, email)))[0]

export const outdate = (id: string) =>
  db()
    .update(invitations)
    .set({ expiresAt: new Date(0).toISOString() })
    .where(eq(invitations.id, id))
