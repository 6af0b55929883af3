import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { isAmong } from '../db/among'
import { env } from '../env'

/** The condition that an address, as members' are stored, is of a domain whose people the company's provider may let in. */
export function isOfAllowedDomain(email: PgColumn | SQL): SQL<boolean> {
  return sql<boolean>`${isAmong(sql`substring(${email} from '[^@]*$')`, env().OIDC_ALLOWED_DOMAINS ?? [])}`
}
