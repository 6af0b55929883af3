import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { hashOfToken, secretLink } from '../auth/link-token'
import { db, type Transaction } from '../db/client'
import { decrypt, encrypt } from '../db/encrypt'
import { invitations } from '../db/schema/members'
import { env } from '../env'
import { enqueue } from '../jobs/enqueue'
import type { Job } from '../jobs/job'
import type { Mail } from '../mail/mail'
import { sendMail, SENDING } from '../mail/send'
import { findUsable } from './usable'

/** The token as nobody reads it who has the database alone. */
type Payload = { invitationId: string; sealed: string }

/** Mails an invitation’s link, unless it was used, withdrawn or made anew meanwhile. */
export const sendingInvitation: Job<Payload> = {
  kind: 'invitations.send',
  payload: z.object({ invitationId: z.uuid(), sealed: z.base64() }),
  ...SENDING,
  async run({ invitationId, sealed }) {
    const token = decrypt(Buffer.from(sealed, 'base64'), ownerOf(invitationId), env().NEXTAUTH_SECRET)
    if (token === null) return
    const usable = await findUsable(hashOfToken(token), db())
    if (!usable) return
    await sendMail(mailTo(usable, secretLink('invite', token)))
    await db()
      .update(invitations)
      .set({ sentAt: sql`now()` })
      .where(and(eq(invitations.id, invitationId), eq(invitations.tokenHash, hashOfToken(token))))
  },
}

/** To be sent once this is committed. One that is still waiting is sent with this token. */
export async function enqueueInvitation(tx: Transaction, invitationId: string, token: string) {
  const sealed = encrypt(token, ownerOf(invitationId), env().NEXTAUTH_SECRET).toString('base64')
  await enqueue(sendingInvitation, { key: invitationId, payload: { invitationId, sealed } }, tx)
}

function ownerOf(invitationId: string) {
  return `invitation ${invitationId}`
}

type Usable = NonNullable<Awaited<ReturnType<typeof findUsable>>>

function mailTo({ email, by, role }: Usable, link: string): Mail {
  const who = by ?? 'Your team'
  return {
    to: email,
    subject: `${who} invites you to Debrief`,
    parts: [
      `${who} invites you to review interviews in Debrief, as ${role === 'admin' ? 'an' : 'a'} ${role}. Open this to choose a password and join:`,
      { link },
      'The link works once, and for seven days. If you did not expect it, there is nothing to do.',
    ],
  }
}
