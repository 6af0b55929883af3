import 'server-only'
import { sql } from 'drizzle-orm'
import { isAskedForPasskey } from '../auth/passkey-rule'
import { passkeyServes, passwordServes } from '../auth/proof'
import type { Transaction } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { env } from '../env'
import { DebriefError } from '../errors'

/** Throws `last_way_in` where nothing that the member has now lets them in. */
export async function requireWayIn(tx: Transaction, memberId: string) {
  const hasProvider = env().OIDC_ISSUER === undefined ? sql`false` : sql`true`
  const { rowCount } = await tx.execute(sql`
    SELECT FROM ${members} JOIN ${credentials} ON ${credentials.memberId} = ${members.id}
    WHERE ${members.id} = ${memberId} AND CASE ${credentials.kind} WHEN 'passkey' THEN ${passkeyServes()} WHEN 'oidc' THEN ${hasProvider}
      ELSE ${passwordServes()} AND NOT ${isAskedForPasskey(sql`${members}`)} END
    LIMIT 1`)
  if (rowCount !== 1) throw new DebriefError('last_way_in')
}
