import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { hashOfToken, secretLink, makeToken } from '../auth/link-token'
import { countMailTo } from '../auth/sign-in/throttle'
import type { Transaction } from '../db/client'
import { invitations, members } from '../db/schema/members'
import type { InvitationLink, Inviting, RefusedLine } from './invitation'
import { enqueueInvitation } from './mail-job'

const GOOD_FOR_DAYS = 7
const expiry = sql`now() + ${GOOD_FOR_DAYS}::int * interval '1 day'`

const stands = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))
const isExpired = sql`${invitations.expiresAt} <= now()`

/** Who among these cannot be invited, and why; an invitation that is too old stands in nobody's way. */
export async function listTaken(tx: Transaction, emails: string[]): Promise<Map<string, RefusedLine['reason']>> {
  const invited = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(and(inArray(invitations.email, emails), stands, sql`NOT ${isExpired}`))
  const present = await tx.select({ email: members.email }).from(members).where(inArray(members.email, emails))
  return new Map([
    ...invited.map(({ email }) => [email, 'already invited'] as const),
    ...present.map(({ email }) => [email, 'already a member'] as const),
  ])
}

/** The ids of those of these addresses that were too old. */
export async function withdrawExpired(tx: Transaction, emails: string[]): Promise<string[]> {
  const inOrder = tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(inArray(invitations.email, emails), stands, isExpired))
    .orderBy(asc(invitations.email))
    .for('update')
  const withdrawn = await tx
    .update(invitations)
    .set({ withdrawnAt: sql`now()` })
    .where(inArray(invitations.id, inOrder))
    .returning({ id: invitations.id })
  return withdrawn.map(({ id }) => id)
}

type Made = Omit<Inviting, 'emails'> & { emails: string[]; byId: string | null; isMailed: boolean }

/** Leaves out whom another has invited at this very moment: both write in one order, so that neither waits for the other for ever. */
export async function makeInvitations(
  tx: Transaction,
  { emails, isMailed, ...given }: Made,
): Promise<InvitationLink[]> {
  const tokens = new Map(emails.map((email) => [email, makeToken()]))
  if (tokens.size === 0) return []
  const rows = [...tokens]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([email, token]) => ({
      ...given,
      ...{ email, tokenHash: hashOfToken(token), expiresAt: expiry },
    }))
  const made = await tx
    .insert(invitations)
    .values(rows)
    .onConflictDoNothing({ target: invitations.email, where: stands })
    .returning({ id: invitations.id, email: invitations.email, expiresAt: invitations.expiresAt })
  const links = new Map<string, InvitationLink>()
  for (const row of made) links.set(row.email, await toLink(tx, row, { token: tokens.get(row.email) ?? '', isMailed }))
  return emails.flatMap((email) => links.get(email) ?? [])
}

/** `byId` vouches for it from now on. */
export async function renewLink(
  tx: Transaction,
  id: string,
  { byId, isMailed }: Pick<Made, 'byId' | 'isMailed'>,
): Promise<InvitationLink> {
  const token = makeToken()
  const [row] = await tx
    .update(invitations)
    .set({ tokenHash: hashOfToken(token), expiresAt: expiry, sentAt: null, byId })
    .where(eq(invitations.id, id))
    .returning({ id: invitations.id, email: invitations.email, expiresAt: invitations.expiresAt })
  if (!row) throw new Error('an invitation was not renewed')
  return toLink(tx, row, { token, isMailed })
}

type LinkRow = { id: string; email: string; expiresAt: string }

/** Nobody is mailed again and again because somebody has their link made anew: whoever made it has it. */
async function toLink(tx: Transaction, row: LinkRow, { token, isMailed }: { token: string; isMailed: boolean }) {
  const sent = isMailed && (await countMailTo({ of: 'invitation', email: row.email }, tx))
  if (sent) await enqueueInvitation(tx, row.id, token)
  const expiresAt = new Date(row.expiresAt).toISOString()
  return { ...row, link: secretLink('invite', token), expiresAt, sent }
}
