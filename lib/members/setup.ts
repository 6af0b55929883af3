import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { change } from '../audit/change'
import { system } from '../auth/system'
import { hashNewPassword } from '../auth/sign-in/password'
import { countAddressAttempt } from '../auth/sign-in/throttle'
import { db } from '../db/client'
import { installations, members, THIS_INSTALLATION } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'
import { log } from '../log'
import { insertMember } from './insert-member'
import { requireEmail } from '../auth/sign-in/email'
import { requireName } from './member-name'
import { formatCode, readCode } from './setup-code'

/** As somebody typed it. */
export const claim = z.object({
  code: z.string(),
  name: z.string().optional(),
  email: z.string(),
  password: z.string(),
})

type Claim = z.infer<typeof claim> & { address: string }

/** The same in all replicas, and until somebody used it; only the server's log shows it. */
export async function setupCode(): Promise<string> {
  await db().insert(installations).values({ id: THIS_INSTALLATION }).onConflictDoNothing()
  const [installation] = await db().select().from(installations).where(eq(installations.id, THIS_INSTALLATION))
  if (!installation) throw new Error('the installation has no row')
  return formatCode(createHmac('sha256', env().NEXTAUTH_SECRET).update(`setup:${installation.salt}`).digest())
}

/** Asked on behalf of strangers too: before the first admin exists there is nobody to sign in. */
export async function anyMemberExists(): Promise<boolean> {
  const [row] = await db().select({ id: members.id }).from(members).limit(1)
  return row !== undefined
}

/** To be called at start: tells whoever reads the log how to make the first admin, as long as there is none. */
export async function announceSetup() {
  if (await anyMemberExists()) return
  const page = new URL('/setup', env().NEXTAUTH_URL).href
  log.warn(`Nobody can sign in yet. Open ${page} and enter this code: ${await setupCode()}`)
}

/**
 * Makes the first admin, who sees all teams. Throws `setup_closed` once there is any member, `setup_code_wrong`,
 * `too_many_attempts`, `email_invalid`, `name_invalid`, and what a new password can be refused for.
 */
export async function claimInstallation({ address, code, password, ...typed }: Claim) {
  if (!(await countAddressAttempt(address))) throw new DebriefError('too_many_attempts')
  if (await anyMemberExists()) throw new DebriefError('setup_closed')
  if (!sameText(readCode(code), await setupCode())) throw new DebriefError('setup_code_wrong')

  const email = requireEmail(typed.email)
  const name = typed.name?.trim() ? requireName(typed.name) : null
  const passwordHash = await hashNewPassword({ email, password })
  await change(system(), async (tx) => {
    // Of several claims at once the second waits here, and then finds a member.
    await tx.select().from(installations).where(eq(installations.id, THIS_INSTALLATION)).for('update')
    const [anyone] = await tx.select({ id: members.id }).from(members).limit(1)
    if (anyone) throw new DebriefError('setup_closed')
    const about = await insertMember(tx, { email, name, role: 'admin', scope: 'all', passwordHash })
    // Who has a password alone could not come in.
    if (env().PASSWORD_SIGN_IN === 'off')
      await tx.update(members).set({ breakGlass: true }).where(eq(members.id, about))
    return { told: { code: 'installation.claimed', about, payload: {} }, value: undefined }
  })
}

/** In a time that says nothing about where they differ. */
function sameText(one: string, other: string) {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string) {
  return createHash('sha256').update(text).digest()
}
