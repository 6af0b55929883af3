import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { change } from '../audit/change'
import { passwordServes } from '../auth/proof'
import { requireEmail } from '../auth/sign-in/email'
import { countAddressAttempt, countMailTo } from '../auth/sign-in/throttle'
import { system } from '../auth/system'
import { decrypt, encrypt } from '../db/encrypt'
import { credentials, members } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'
import { enqueue } from '../jobs/enqueue'
import type { Job } from '../jobs/job'
import { notify } from '../jobs/notify'
import { isMailSetUp, sendMail, SENDING } from '../mail/send'
import { makeLink } from './make-link'

const OWNER = 'forgotten password'

/** Mails a link to whoever signs in with a password under that address, and does nothing where nobody does. */
export const sendingPasswordLink: Job<{ sealed: string }> = {
  kind: 'password_links.send',
  payload: z.object({ sealed: z.base64() }),
  ...SENDING,
  async run({ sealed }) {
    const email = decrypt(Buffer.from(sealed, 'base64'), OWNER, env().NEXTAUTH_SECRET)
    if (email === null) return
    const link = await linkFor(email)
    if (link === null) return
    await sendMail({
      to: email,
      subject: 'A new password for Debrief',
      parts: [
        'Somebody asked for a new password for your account in Debrief. Open this to set one:',
        { link },
        'The link works once, and for an hour. If it was not you, there is nothing to do: your password stays as it is.',
      ],
    })
  },
}

/**
 * Has a member mailed a link. Who asks learns nothing about who is a member, from no answer and no time: what is done about it, a
 * job does. Throws `mail_off`, `email_invalid` and `too_many_attempts`.
 */
export async function askForPasswordLink({ email: typed, address }: { email: string; address: string }): Promise<void> {
  if (!isMailSetUp()) throw new DebriefError('mail_off')
  const email = requireEmail(typed)
  if (!(await countAddressAttempt(address))) throw new DebriefError('too_many_attempts')
  if (!(await countMailTo(email))) return
  const sealed = encrypt(email, OWNER, env().NEXTAUTH_SECRET).toString('base64')
  await enqueue(sendingPasswordLink, { payload: { sealed } })
  notify()
}

function linkFor(email: string): Promise<string | null> {
  const debrief = system()
  return change(debrief, async (tx) => {
    const isPassword = and(eq(credentials.memberId, members.id), eq(credentials.kind, 'password'))
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .innerJoin(credentials, isPassword)
      .where(and(eq(members.email, email), isNull(members.disabledAt), isNull(members.removedAt), passwordServes()))
      // Whoever disables or removes them at this moment goes first, or takes the link along.
      .for('share', { of: members })
    if (!member) return { told: [], value: null }
    const { link } = await makeLink(tx, debrief, member.id)
    return { told: { code: 'member.password_link_made', about: member.id, payload: {} }, value: link }
  })
}
