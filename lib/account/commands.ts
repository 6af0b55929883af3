import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { AuditEvent } from '../audit/event'
import { change } from '../audit/change'
import { endForGood } from '../auth/end-for-good'
import { renewSession, type SessionOrigin } from '../auth/session'
import { rememberDevice } from '../auth/sign-in/device'
import { hashNewPassword } from '../auth/sign-in/password'
import type { SignedIn } from '../auth/sign-in/sign-in'
import type { May, Viewer } from '../auth/viewer'
import type { Transaction } from '../db/client'
import { credentials, members, sessions } from '../db/schema/members'
import { DebriefError } from '../errors'
import { holdMember } from '../members/hold-member'
import { keepFormerName } from '../members/keep-former-name'
import { requireName } from '../members/member-name'
import { spendPasswordLinks } from '../members/store-password'
import { isPasswordOf, requirePassword } from './current-password'
import type { ChosenPreferences } from '../preferences'

/** Throws `name_invalid`. */
export async function renameAccount(viewer: May<'account.manage'>, typed: string): Promise<void> {
  const name = requireName(typed)
  await change(viewer, async (tx) => {
    await keepFormerName(tx, viewer.memberId, name)
    const renamed = await tx
      .update(members)
      .set({ name })
      .where(and(eq(members.id, viewer.memberId), sql`${members.name} IS DISTINCT FROM ${name}`))
      .returning({ id: members.id })
    const told = renamed.map(({ id }): AuditEvent => ({ code: 'member.renamed', about: id, payload: {} }))
    return { told, value: undefined }
  })
}

/** The others stay as they are. */
export async function setPreferences(viewer: May<'account.manage'>, chosen: ChosenPreferences): Promise<void> {
  await change(viewer, async (tx) => {
    const preferences = sql`${members.preferences} || ${JSON.stringify(chosen)}::jsonb`
    await tx.update(members).set({ preferences }).where(eq(members.id, viewer.memberId))
    return { told: [], value: undefined }
  })
}

type PasswordChange = { current: string; password: string; from: SessionOrigin; deviceCookie: string | undefined }

/**
 * Signs the member out everywhere and in again here, with a session of its own. Throws `password_wrong` and `too_many_attempts`,
 * what a new password can be refused for, and `not_signed_in` where the session has ended meanwhile: it is not brought back.
 */
export async function changePassword(
  viewer: May<'account.manage'>,
  { current, password, from, deviceCookie }: PasswordChange,
): Promise<SignedIn> {
  const former = await requirePassword(viewer, current, from.address)
  const hash = await hashNewPassword({ email: viewer.email, password })
  const { memberId: id } = viewer
  return change(viewer, async (tx) => {
    await holdMember(tx, id)
    await replacePassword(tx, id, { former, hash })
    const sessionId = await renewSession(viewer.sessionId, { from, on: tx })
    if (sessionId === null) throw new DebriefError('not_signed_in')
    await tx.delete(sessions).where(and(eq(sessions.memberId, id), ne(sessions.id, sessionId)))
    const value = { sessionId, setDevice: rememberDevice(deviceCookie, { id, passwordHash: hash }) }
    return { told: { code: 'member.password_changed', about: id, payload: { sessionId } }, value }
  })
}

/** But for this one. Returns how many they were. */
export async function endOtherSessions(viewer: May<'account.manage'>): Promise<number> {
  return change(viewer, async (tx) => {
    await holdMember(tx, viewer.memberId)
    const others = and(eq(sessions.memberId, viewer.memberId), ne(sessions.id, viewer.sessionId))
    const ended = await tx.delete(sessions).where(others).returning({ id: sessions.id })
    return { told: ended.map((session) => toldOf(viewer, session.id)), value: ended.length }
  })
}

/** Of the viewer’s own. Nothing happens where there is none of that id. */
export async function endOwnSession(viewer: May<'account.manage'>, sessionId: string): Promise<void> {
  const { memberId } = viewer
  await change(viewer, async (tx) => {
    const own = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.memberId, memberId))
    await holdMember(tx, memberId)
    const ended = await endForGood(tx, { memberId, sessionId, before: own.map(({ id }) => id) })
    return { told: ended.map((id) => toldOf(viewer, id)), value: undefined }
  })
}

function toldOf({ memberId }: Viewer, sessionId: string): AuditEvent {
  return { code: 'signed_out', about: memberId, payload: { sessionId } }
}

/** Of two changes at once the second finds another password than the one that it was shown. The links first, as who resets it does. */
async function replacePassword(tx: Transaction, memberId: string, { former, hash }: { former: string; hash: string }) {
  await spendPasswordLinks(tx, memberId)
  const { rowCount } = await tx
    .update(credentials)
    .set({ passwordHash: hash, createdAt: sql`now()` })
    .where(and(isPasswordOf(memberId), eq(credentials.passwordHash, former)))
  if (rowCount !== 1) throw new DebriefError('password_wrong')
}
