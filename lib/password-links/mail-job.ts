import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { change } from '../audit/change'
import { passwordServes } from '../auth/proof'
import { requireEmail } from '../auth/sign-in/email'
import { countAddressAttempt, countMailTo } from '../auth/sign-in/throttle'
import { system } from '../auth/system'
import type { Transaction } from '../db/client'
import { decrypt, encrypt } from '../db/encrypt'
import { credentials, members } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'
import { enqueue } from '../jobs/enqueue'
import type { Job } from '../jobs/job'
import { notify } from '../jobs/notify'
import { isMailSetUp, sendMail, SENDING } from '../mail/send'
import { holdMember } from '../members/hold-member'
import { UNKNOWN_PEER } from '../server/peer'
import { makeLink } from './make-link'

const OWNER = 'forgotten password'
const OWNER_OF_ORIGIN = 'where a forgotten password was asked for'

/** `origin` is sealed too, and `at` ISO 8601; what waits from a version before has neither. */
const payload = z.object({
  sealed: z.base64(),
  origin: z.base64().optional(),
  at: z.iso.datetime().optional(),
})

/** Mails a link to whoever signs in with a password under that address, and does nothing where nobody does. */
export const sendingPasswordLink: Job<z.infer<typeof payload>> = {
  kind: 'password_links.send',
  payload,
  ...SENDING,
  async run({ sealed, origin, at }) {
    const email = unseal(sealed, OWNER)
    if (email === null) return
    const link = await linkFor(email)
    if (link === null) return
    await sendMail({
      to: email,
      subject: 'A new password for Debrief',
      parts: [
        `Somebody asked for a new password for your account in Debrief${asked(at, origin)}. Open this to set one:`,
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
  if (!(await countMailTo({ of: 'password', email }))) return
  const asking = { sealed: seal(email, OWNER), origin: seal(address, OWNER_OF_ORIGIN), at: new Date().toISOString() }
  await enqueue(sendingPasswordLink, { payload: asking })
  notify()
}

/** By which its member tells their own asking from a stranger's. */
function asked(at: string | undefined, origin: string | undefined): string {
  const address = origin === undefined ? null : unseal(origin, OWNER_OF_ORIGIN)
  const when = at === undefined ? '' : `, on ${WHEN.format(new Date(at))} (UTC)`
  return address === null || address === UNKNOWN_PEER ? when : `${when}, from the address ${address}`
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

function seal(text: string, owner: string): string {
  return encrypt(text, owner, env().NEXTAUTH_SECRET).toString('base64')
}

function unseal(sealed: string, owner: string): string | null {
  return decrypt(Buffer.from(sealed, 'base64'), owner, env().NEXTAUTH_SECRET)
}

function linkFor(email: string): Promise<string | null> {
  const debrief = system()
  return change(debrief, async (tx) => {
    const found = await findServed(tx, email)
    // Whoever disables or removes them at this moment, or takes their password, goes first, or takes the link along.
    if (found) await holdMember(tx, found.id)
    const member = found && (await findServed(tx, email))
    if (!member) return { told: [], value: null }
    const { link } = await makeLink(tx, debrief, member.id)
    return { told: { code: 'member.password_link_made', about: member.id, payload: {} }, value: link }
  })
}

/** Who signs in with a password under that address. */
async function findServed(tx: Transaction, email: string) {
  const isPassword = and(eq(credentials.memberId, members.id), eq(credentials.kind, 'password'))
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(credentials, isPassword)
    .where(and(eq(members.email, email), isNull(members.disabledAt), isNull(members.removedAt), passwordServes()))
  return member
}
