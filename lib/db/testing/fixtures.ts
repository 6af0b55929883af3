import { findViewerBySession, may, type May, type Viewer } from '../../auth/viewer'
import type { Permission, Role } from '../../auth/permissions'
import { db } from '../client'
import { credentials, members, memberTeams, sessions } from '../schema/members'

const HOUR_MS = 3_600_000

/** One who can sign in with the password of this hash. */
export async function givenMember(member: Partial<typeof members.$inferInsert>, passwordHash: string) {
  const email = `${crypto.randomUUID()}@example.com`
  const [added] = await db()
    .insert(members)
    .values({ email, role: 'reviewer', ...member })
    .returning()
  if (!added) throw new Error('no member was inserted')
  await db().insert(credentials).values({ memberId: added.id, kind: 'password', passwordHash })
  return added
}

/** A member with a live session, as `lib/auth/viewer.ts` sees them; `teams` left out means all of them. */
export async function givenViewer({
  role = 'recruiter',
  teams,
}: { role?: Role; teams?: string[] } = {}): Promise<Viewer> {
  const email = `${crypto.randomUUID()}@example.com`
  const [member] = await db()
    .insert(members)
    .values({ email, role, seesAllTeams: teams === undefined })
    .returning()
  if (!member) throw new Error('no member was inserted')
  if (teams?.length)
    await db()
      .insert(memberTeams)
      .values(teams.map((teamId) => ({ memberId: member.id, teamId })))
  return givenSession(member.id)
}

/** The same member, known to be one who may. */
export function whoMay<P extends Permission>(viewer: Viewer, what: P): May<P> {
  if (!may(viewer, what)) throw new Error(`a ${viewer.role} may not: ${what}`)
  return viewer
}

async function givenSession(memberId: string): Promise<Viewer> {
  const expiresAt = new Date(Date.now() + HOUR_MS).toISOString()
  const [session] = await db().insert(sessions).values({ memberId, expiresAt }).returning()
  const viewer = session && (await findViewerBySession(session.id))
  if (!viewer) throw new Error('the session was not found again')
  return viewer
}
