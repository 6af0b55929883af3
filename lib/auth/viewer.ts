import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { storedPreferences, type Preferences } from '../preferences'
import { db } from '../db/client'
import { members } from '../db/schema/members'
import { databaseFailure } from '../db/unavailable'
import { DebriefError } from '../errors'
import { pulls, PULLS, type Pulls } from '../jobs/pulls'
import { MEMBER_HEADER } from './member-header'
import { isGivenNothing } from './member-scope'
import { lacksPasskey } from './passkey-rule'
import { isAllowed, refusalOf, ROLES, type Permission, type RoleFor } from './permissions'
import { hasBetterThanPassword } from './proof'
import { PATH_HEADER } from '../server/security-headers'
import { readSessionId } from './session-cookie'
import { isLive, isUnnoted, noteUse } from './session'
import { signInPath } from './return-path'
import { scope, scopeOfMembers } from './scope-of-member'

const membership = z
  .object({
    kind: z.literal('member'),
    memberId: z.uuid(),
    sessionId: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(ROLES),
    scope,
  })
  .readonly()
  .brand<'Viewer'>()

/** A signed-in member, checked against the database on this very request. Only this file makes one. */
export type Viewer = z.infer<typeof membership>
/** One whose role may do that. */
export type May<P extends Permission> = Viewer & { readonly role: RoleFor<P> }
/** Whoever reads interviews. */
export type Reader = Viewer

/** All that somebody may of whom a passkey is required and who has not shown one. */
const BEFORE_PASSKEY: readonly Permission[] = ['passkey.add']

/** `preferences` are as they are stored, `beside` is what was asked besides who it is. */
type SessionHolder = { viewer: Viewer; lacksPasskey: boolean; preferences: unknown; beside: unknown }

/** Null unless the session and its member exist now, unexpired and enabled, and it was begun with as much as is required of them. */
export async function findViewerBySession(sessionId: string): Promise<Viewer | null> {
  return viewerIn(await findHolderBySession(sessionId))
}

/** Also who has signed in with a password, must show more than that, and has nothing yet to show. */
export async function findHolderBySession(sessionId: string, beside: SQL = sql`NULL`): Promise<SessionHolder | null> {
  const { id, email, name, role, disabledAt, preferences: chosen } = members
  const { rows } = await db().execute(sql`
    SELECT 'member' AS kind, ${id} AS "memberId", s.id AS "sessionId", ${email}, ${name}, ${role}, ${scopeOfMembers} AS scope,
      ${isUnnoted} AS "isUnnoted", ${lacksPasskey()} AS "lacksPasskey", ${chosen}, ${beside} AS beside
    FROM sessions s JOIN ${members} ON ${id} = s.member_id
    WHERE s.id = ${sessionId} AND ${isLive} AND ${disabledAt} IS NULL
      AND NOT (${lacksPasskey()} AND ${hasBetterThanPassword()})`)
  if (!rows[0]) return null
  if (rows[0].isUnnoted) noteUse(sessionId)
  const { lacksPasskey: lacks, preferences, beside: found } = rows[0]
  return { viewer: membership.parse(rows[0]), lacksPasskey: lacks === true, preferences, beside: found }
}

async function findHolder(beside?: SQL): Promise<SessionHolder | null> {
  const sessionId = await readSessionId(await cookies())
  return sessionId ? findHolderBySession(sessionId, beside).catch(throwNamed) : null
}

/** Asked once for a page, however many components need it, and with it what the frame around each tells. */
const findPageHolder = cache(() => findHolder(PULLS))

/** Who asks for a page; null for strangers. */
export async function findViewer(): Promise<Viewer | null> {
  return viewerIn(await findPageHolder())
}

/** What who asks for a page has chosen: it comes with who they are, without a statement of its own. */
export async function findOwnPreferences(): Promise<Preferences> {
  return storedPreferences.parse((await findPageHolder())?.preferences ?? {})
}

/** How the pulls from Ribbon went, for a page: they come in the same way. */
export const findPullsWithViewer = cache(async (): Promise<Pulls> => {
  return pulls.parse((await findPageHolder())?.beside ?? null)
})

function viewerIn(holder: SessionHolder | null): Viewer | null {
  return holder && !holder.lacksPasskey ? holder.viewer : null
}

/** Of an error that a page throws the browser is told the digest alone, so that says when the database is the reason. */
function throwNamed(error: unknown): never {
  const digest = databaseFailure(error)
  throw digest && error instanceof Error ? Object.assign(error, { digest }) : error
}

/** Whether there is nothing that they may see, until an admin gives them something. */
export function seesNothing({ scope }: Viewer): boolean {
  return isGivenNothing(scope)
}

export function may<P extends Permission>(viewer: Viewer, what: P): viewer is May<P> {
  return isAllowed(viewer.role, what)
}

/**
 * Throws `not_signed_in`, `another_member` as `requireOwnPage` does, `passkey_missing`, and `forbidden`, or `not_found` where even that
 * would tell: for route handlers.
 */
export async function requireMay<P extends Permission>(what: P): Promise<May<P>> {
  const holder = await findHolder()
  if (!holder) throw new DebriefError('not_signed_in')
  const { viewer } = holder
  refuseAnothersPage(viewer, await headers())
  if (mustAddFirst(holder, what)) throw new DebriefError('passkey_missing')
  if (!may(viewer, what)) throw new DebriefError(refusalOf(what))
  return viewer
}

/** Throws `another_member` where the page that asks was drawn for somebody else than who is signed in, if anybody is. */
export async function requireOwnPage(request: Request) {
  if (!request.headers.has(MEMBER_HEADER)) return
  const holder = await findHolder()
  if (holder) refuseAnothersPage(holder.viewer, request.headers)
}

function mustAddFirst({ lacksPasskey }: SessionHolder, what: Permission): boolean {
  return lacksPasskey && !BEFORE_PASSKEY.includes(what)
}

/** Who names nobody acts as their session: a script, a recording's element, a page of an older version. */
function refuseAnothersPage({ memberId, email }: Viewer, asked: Pick<Headers, 'get'>) {
  const drawnFor = asked.get(MEMBER_HEADER) ?? memberId
  if (drawnFor === memberId) return
  throw new DebriefError('another_member', { detail: `You are signed in as ${email} here now.` })
}

/**
 * Sends a stranger to sign in and back to this page afterwards, and to where a passkey is added whoever lacks the one that is required;
 * to a member who may not it is as if it did not exist: for pages.
 */
export async function pageMay<P extends Permission>(what: P): Promise<May<P>> {
  const holder = await findPageHolder()
  if (!holder) redirect(signInPath((await headers()).get(PATH_HEADER)))
  if (mustAddFirst(holder, what)) redirect('/passkey')
  const { viewer } = holder
  if (!may(viewer, what)) notFound()
  return viewer
}
