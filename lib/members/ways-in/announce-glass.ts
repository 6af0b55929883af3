import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { credentials, members } from '../../db/schema/members'
import { env } from '../../env'
import { log } from '../../log'

/** To be called at start: tells whoever reads the log where nobody could come in while the identity provider is away. */
export async function announceGlass() {
  if (env().PASSWORD_SIGN_IN === 'on') return
  const isThere = and(eq(members.breakGlass, true), eq(members.role, 'admin'), isNull(members.disabledAt))
  const hasPassword = and(eq(credentials.memberId, members.id), eq(credentials.kind, 'password'))
  const [anybody] = await db()
    .select({ id: members.id })
    .from(members)
    .innerJoin(credentials, hasPassword)
    .where(isThere)
    .limit(1)
  if (anybody) return
  log.warn(
    'While the identity provider is away nobody can sign in. Name an admin: npm run member -- break-glass <email> on',
  )
}
