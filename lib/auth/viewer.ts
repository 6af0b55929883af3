import 'server-only'
import { sql } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { db } from '../db/client'
import { databaseFailure } from '../db/unavailable'
import { DebriefError } from '../errors'
import { MEMBER_HEADER } from './member-header'
import { ROLES } from './role'
import { PATH_HEADER } from '../server/dress-answers'
import { readSessionId } from './session-cookie'
import { signInPath } from './return-path'

const membership = z
  .object({
    memberId: z.uuid(),
    sessionId: z.uuid(),
    email: z.string(),
    role: z.enum(ROLES),
    /** The teams whose interviews this member may see. */
    teams: z.union([z.literal('all'), z.array(z.string()).readonly()]),
  })
  .readonly()
  .brand<'Viewer'>()

/** A signed-in member, checked against the database on this very request. Only this file makes one. */
export type Viewer = z.infer<typeof membership>
export type Recruiter = Viewer & { readonly role: 'admin' | 'recruiter' }
export type Admin = Viewer & { readonly role: 'admin' }

/** Null unless the session and its member exist now, unexpired and enabled. */
export async function findViewerBySession(sessionId: string): Promise<Viewer | null> {
  const { rows } = await db().execute(sql`
    SELECT m.id AS "memberId", s.id AS "sessionId", m.email, m.role,
      CASE WHEN m.role = 'admin' OR m.sees_all_teams THEN '"all"'::jsonb
        ELSE (SELECT coalesce(jsonb_agg(t.team_id), '[]') FROM member_teams t WHERE t.member_id = m.id) END AS teams
    FROM sessions s JOIN members m ON m.id = s.member_id
    WHERE s.id = ${sessionId} AND s.expires_at > now() AND m.disabled_at IS NULL`)
  return rows[0] ? membership.parse(rows[0]) : null
}

/** Asked once a request, however many components need it. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await readSessionId(await cookies())
  return sessionId ? findViewerBySession(sessionId).catch(throwNamed) : null
})

/** Of an error that a page throws the browser is told the digest alone, so that says when the database is the reason. */
function throwNamed(error: unknown): never {
  const digest = databaseFailure(error)
  throw digest && error instanceof Error ? Object.assign(error, { digest }) : error
}

/** Throws `not_signed_in`, and `another_member` as `requireOwnPage` does: for route handlers. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer()
  if (!viewer) throw new DebriefError('not_signed_in')
  refuseAnothersPage(viewer, await headers())
  return viewer
}

/** Throws `another_member` where the page that asks was drawn for somebody else than who is signed in, if anybody is. */
export async function requireOwnPage(request: Request) {
  if (!request.headers.has(MEMBER_HEADER)) return
  const viewer = await findViewer()
  if (viewer) refuseAnothersPage(viewer, request.headers)
}

/** Who names nobody acts as their session: a script, a recording's element, a page of an older version. */
function refuseAnothersPage({ memberId, email }: Viewer, asked: Pick<Headers, 'get'>) {
  const drawnFor = asked.get(MEMBER_HEADER) ?? memberId
  if (drawnFor === memberId) return
  throw new DebriefError('another_member', { detail: `You are signed in as ${email} here now.` })
}

/** Sends a stranger to sign in and back to this page afterwards: for pages. */
export async function pageViewer(): Promise<Viewer> {
  const viewer = await findViewer()
  if (!viewer) redirect(signInPath((await headers()).get(PATH_HEADER)))
  return viewer
}

/** To anybody but an admin it is as if the page did not exist: for pages. */
export async function pageAdmin(): Promise<Admin> {
  const viewer = await pageViewer()
  if (!isAdmin(viewer)) notFound()
  return viewer
}

/** Throws `not_signed_in`, and `not_found` for anybody but an admin: for route handlers. */
export async function requireAdmin(): Promise<Admin> {
  const viewer = await requireViewer()
  if (!isAdmin(viewer)) throw new DebriefError('not_found')
  return viewer
}

export function isAdmin(viewer: Viewer): viewer is Admin {
  return viewer.role === 'admin'
}
