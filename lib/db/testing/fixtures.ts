import { findViewerBySession, may, type May, type Viewer } from '../../auth/viewer'
import type { NamedScope } from '../../auth/member-scope'
import type { Permission, Role } from '../../auth/permissions'
import { db } from '../client'
import { credentials, memberFlows, memberInterviews, members, memberTeams, sessions } from '../schema/members'

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

type GivenViewer = { role?: Role } & Partial<NamedScope>

/** A member with a live session, as `lib/auth/viewer.ts` sees them; who is given no teams, flows and interviews sees everything. */
export async function givenViewer({ role = 'recruiter', ...named }: GivenViewer = {}): Promise<Viewer> {
  const email = `${crypto.randomUUID()}@example.com`
  const seesAllTeams = Object.keys(named).length === 0
  const [member] = await db().insert(members).values({ email, role, seesAllTeams }).returning()
  if (!member) throw new Error('no member was inserted')
  const { id: memberId } = member
  const { teams = [], flows = [], interviews = [] } = named
  if (teams.length > 0)
    await db()
      .insert(memberTeams)
      .values(teams.map((teamId) => ({ memberId, teamId })))
  if (flows.length > 0)
    await db()
      .insert(memberFlows)
      .values(flows.map((flowId) => ({ memberId, flowId })))
  if (interviews.length > 0)
    await db()
      .insert(memberInterviews)
      .values(interviews.map((interviewId) => ({ memberId, interviewId })))
  return givenSession(memberId)
}

/** The same member as their next request is asked. */
export async function again({ sessionId }: Viewer): Promise<Viewer> {
  const viewer = await findViewerBySession(sessionId)
  if (!viewer) throw new Error('the session has ended')
  return viewer
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
