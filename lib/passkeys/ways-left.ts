import 'server-only'
import { sql } from 'drizzle-orm'
import { isAskedForPasskey } from '../auth/passkey-rule'
import { letsIn } from '../auth/proof'
import type { Transaction } from '../db/client'
import { credentials, members } from '../db/schema/members'
import { DebriefError } from '../errors'

/** Throws `last_way_in` where nothing that the member has now lets them in, and does alone where a passkey is required of them. */
export async function requireWayIn(tx: Transaction, memberId: string) {
  const { rowCount } = await tx.execute(sql`
    SELECT FROM ${members} JOIN ${credentials} ON ${credentials.memberId} = ${members.id}
    WHERE ${members.id} = ${memberId} AND ${letsIn()} AND NOT (${credentials.kind} = 'password' AND ${isAskedForPasskey()})
    LIMIT 1`)
  if (rowCount !== 1) throw new DebriefError('last_way_in')
}
