import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { comesIn } from '../../auth/proof'
import { db } from '../../db/client'
import { members } from '../../db/schema/members'
import { env } from '../../env'
import { log } from '../../log'

const counted = z.object({ comesIn: z.boolean().nullable() })

/** To be called at start: tells whoever reads the log where no admin could come in while the identity provider is away. */
export async function announceGlass() {
  if (env().OIDC_ISSUER === undefined) return
  const { rows } = await db().execute(sql`
    SELECT bool_or(${comesIn(['password', 'passkey'])}) AS "comesIn" FROM ${members}
    WHERE ${members.role} = 'admin' AND ${members.disabledAt} IS NULL`)
  // Null where there is no admin yet.
  if (counted.parse(rows[0]).comesIn !== false) return
  const { OIDC_ROLES, PASSWORD_SIGN_IN } = env()
  const isProviderAlone = OIDC_ROLES !== undefined && PASSWORD_SIGN_IN === 'off'
  const advice = isProviderAlone ? 'Name one' : 'Have one add a passkey, or name one'
  log.warn(
    `While the identity provider is away no admin can sign in. ${advice} who may use a password then: npm run member -- break-glass <email> on`,
  )
}
